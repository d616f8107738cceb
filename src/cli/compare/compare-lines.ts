import type { LineEffects, LineEffectsRow } from '../../analysis';
import { type Comparison, joinedRows, PROTECTED_PERSONS, recipientText, type SizeCase } from '../../app';
import { formatKroner, NO_PERSON } from '../../domain';
import { RESTRICTED_MODE, RunFolder, writeTableForPeople } from '../../payout';
import { type CliContext, say } from '../context';
import { folderReadText } from '../folder-read';
import { withSign } from '../percent-text';
import { componentName } from '../table-words';
import { textTable } from '../text-table';

const FIGURES = ['aNok', 'populationNok', 'dataNok', 'ruleNok', 'rateNok', 'settledNok', 'bNok'] as const;

/** The seven figures of a row in the order of the columns. */
export function lineCells(row: LineEffects): number[] {
  return FIGURES.map((figure) => row[figure]);
}

/** How persons are shown, and whose rows stand together without a recipient. */
export interface ShownPersons {
  readonly pseudonym: (personId: number) => string;
  readonly isProtected: (personId: number) => boolean;
}

interface ReportedLine {
  /** Empty for protected persons. */
  readonly recipient: string;
  readonly component: string;
  readonly person: string;
  readonly amounts: readonly number[];
}

function reportedLines(rows: readonly LineEffectsRow[], { pseudonym, isProtected }: ShownPersons): ReportedLine[] {
  const { open, joined } = joinedRows(rows, isProtected, lineCells);
  const reported = open.map((row) => ({
    recipient: recipientText(row.recipient),
    component: row.component,
    person: row.personId === NO_PERSON ? '' : pseudonym(row.personId),
    amounts: lineCells(row),
  }));
  const together = joined.map(([component, amounts]) => ({
    recipient: '',
    component,
    person: PROTECTED_PERSONS,
    amounts,
  }));
  return [...reported, ...together];
}

/** Sums by component and for all, for people. */
export function compareLinesText(rows: readonly LineEffectsRow[], comparison: Comparison, context: CliContext): string {
  const sums = sumsByComponent(rows);
  const words = say(context, 'compare.columns_component');
  const texts = [...sums].map(([component, amounts]) => [
    component === '' ? say(context, 'common.all') : componentName(component, context),
    ...amounts.map((amount, index) =>
      index === 0 || index === 6 ? formatKroner(amount) : withSign(formatKroner(amount), amount),
    ),
  ]);
  return `A  ${sideName(comparison.a, context)}\nB  ${sideName(comparison.b, context)}\n\n${textTable(words.split('|'), `l${'r'.repeat(7)}`, texts)}`;
}

/** Sums by component, and of all under the empty name, last. */
function sumsByComponent(rows: readonly LineEffectsRow[]): Map<string, number[]> {
  const sums = new Map<string, number[]>();
  const add = (name: string, row: LineEffectsRow): void => {
    const before = sums.get(name) ?? FIGURES.map(() => 0);
    sums.set(
      name,
      lineCells(row).map((amount, index) => amount + (before[index] ?? 0)),
    );
  };
  for (const row of rows) add(row.component, row);
  const sorted = new Map([...sums].sort(([one], [other]) => (one < other ? -1 : 1)));
  sums.clear();
  for (const row of rows) add('', row);
  sorted.set('', sums.get('') ?? FIGURES.map(() => 0));
  return sorted;
}

/** Writes lines.csv, persons by pseudonym, into a new folder. */
export function writeLines(rows: readonly LineEffectsRow[], persons: ShownPersons, folder: string): void {
  RunFolder.write(folder, (out) => {
    const columns = [
      'recipient_id',
      'component',
      'person_ref',
      'a',
      'population',
      'data',
      'rule',
      'rate',
      'settled',
      'b',
    ];
    const cells = reportedLines(rows, persons).map(({ recipient, component, person, amounts }) => [
      recipient,
      component,
      person,
      ...amounts,
    ]);
    writeTableForPeople(out.createFile('lines.csv', RESTRICTED_MODE), columns, cells);
  });
}

/** The lines for programs; persons by pseudonym. */
export function compareLinesJson(
  rows: readonly LineEffectsRow[],
  comparison: Comparison,
  persons: ShownPersons,
): string {
  const json = (amounts: readonly number[]): Record<string, number> => {
    const [a = 0, population = 0, data = 0, rule = 0, rate = 0, settled = 0, b = 0] = amounts;
    return { a, population, data, rule, rate, settled, b };
  };
  const sums = [...sumsByComponent(rows)].map(([component, amounts]) => ({
    component: component || 'all',
    ...json(amounts),
  }));
  const lines = reportedLines(rows, persons).map(({ recipient, component, person, amounts }) => ({
    recipient_id: recipient,
    component,
    person_ref: person,
    ...json(amounts),
  }));
  return `${JSON.stringify({ measure: 'lines', a: comparison.a.label, b: comparison.b.label, ...folders(comparison), sums, lines })}\n`;
}

function sideName({ label, folder }: SizeCase, context: CliContext): string {
  return folder === undefined ? label : `${label}\n   ${folderReadText(folder, context).trimEnd()}`;
}

function folders({ a, b }: Comparison): object {
  return { a_folder: a.folder ?? null, b_folder: b.folder ?? null };
}
