import { basename } from 'node:path';
import { type RuleSet, sourceFileOf } from '../../../../rules';
import { csvRecords, type RuleModule } from '../../../domain';
import { csvField } from '../../../payout';
import { EXAMPLE_COLUMNS, readExampleTable } from '../examples/example-table';

/** Stands wherever something is to be filled in; `rules check` finds each place and `rules lock` refuses while one is left. */
export const FILL_IN = 'FILL IN';

/** A version of a rule that follows another one. */
export interface NextRule {
  readonly before: RuleModule;
  readonly firstGrantYear: number;
}

/** `persontilskudd@2027` */
export function idOfNext({ before, firstGrantYear }: NextRule): string {
  return `${before.component}@${firstGrantYear}`;
}

/** File name of a rule without its ending: `persontilskudd-2027`. */
export function fileOfRule(id: string): string {
  return basename(sourceFileOf(id), '.ts');
}

/** Name under which a rule's file exports it: `persontilskudd2027`. */
function exportOfRule(id: string): string {
  return fileOfRule(id).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** The module: the version before with years and sources of its own, for what the circular changes to be put in. */
export function moduleText(next: NextRule): string {
  const { before, firstGrantYear } = next;
  const [id, base] = [idOfNext(next), exportOfRule(before.id)];
  return `import type { RuleDefinition } from '../../src/domain';
import { ${base} } from './${fileOfRule(before.id)}';

/** ${FILL_IN}: what is new from ${firstGrantYear}, in one sentence with its source. Ages, dates and steps are limits, not code. */
export const ${exportOfRule(id)}: RuleDefinition = {
  ...${base},
  id: '${id}',
  firstGrantYear: ${firstGrantYear},
  sources: ['${FILL_IN}: circular and section'],
};
`;
}

/**
 * Rows of limits.csv for all that the rule reads, with today's values: those that the circular leaves alone are to be deleted.
 *
 * @param there the table as it is: a limit that two rules share gets one row
 */
export function limitRows({ before, firstGrantYear }: NextRule, { limits }: RuleSet, there: string): string[] {
  const begun = new Set(csvRecords(there).map(({ cell }) => `${cell('key')} ${cell('first_grant_year')}`));
  const keys = before.limits.filter((key) => !begun.has(`${key} ${firstGrantYear}`));
  return keys.map((key) => {
    const { value = '', note = '', assumption = '' } = limits.limits[limits.find(key, firstGrantYear)] ?? {};
    const source = `${FILL_IN}: circular and section; delete the row where nothing changes`;
    return [key, value, firstGrantYear, '', 'illustrative', source, note, assumption ?? '']
      .map((cell) => csvField(String(cell)))
      .join(',');
  });
}

/**
 * A table with one example: the last one of the table before that pays in one run, with its days in the new years, to be
 * worked out by hand.
 */
export function exampleText(next: NextRule, tableBefore: string): string {
  const examples = readExampleTable(tableBefore, `${fileOfRule(next.before.id)}.csv`);
  const pays = ({ steps }: (typeof examples)[number]): boolean =>
    steps.length === 1 && /^\d/.test(steps[0]?.cells.forventet ?? '') && !steps[0]?.cells.år.startsWith('2004');
  const cells = (examples.findLast(pays) ?? examples.at(-1))?.steps[0]?.cells;
  const years = next.firstGrantYear - Number(cells?.år ?? next.firstGrantYear);
  const later = (text: string): string =>
    text.replace(/\b(\d{4})(?=-\d\d|\/)/g, (year) => String(Number(year) + years)).replaceAll('-02-29', '-03-01');
  const row = EXAMPLE_COLUMNS.map((column) => {
    if (column === 'eksempel' || column === 'forventet' || column === 'kilde') return FILL_IN;
    return column === 'år' ? String(next.firstGrantYear) : later(cells?.[column] ?? '');
  });
  return `${EXAMPLE_COLUMNS.join(';')}\n${row.join(';')}\n`;
}

/** An entry of DECISIONS.md, in the form of the others. */
export function decisionText(next: NextRule): string {
  return `- **${FILL_IN}: what does the circular for ${idOfNext(next)} leave open?** (${FILL_IN}: day)
  ${FILL_IN}: how it is read, and by whom that was decided.
  _Grounds:_ ${FILL_IN}: circular, section, letter.
`;
}
