import type { Effects } from '../../analysis';
import { traitsOf } from '../../domain';
import { type Language, textOf } from '../../messages';
import {
  type Cell,
  RESTRICTED_MODE,
  RunFolder,
  type WorkbookColumn,
  type WorkbookSheet,
  workbookBytes,
  writeTableForPeople,
} from '../../payout';
import { recipientName, recipientText } from '../recipient-text';
import type { OpeningComparison } from './compare-opening';
import type { Comparison } from './execute-compare';
import { joinedRows, PROTECTED_PERSONS, type ShownPersons } from './protected-persons';
import { lineCells, type ReportedLine } from './reported-lines';
import { whyWords } from './why-words';

const EFFECTS = ['a', 'population', 'data', 'rule', 'rate', 'b', 'difference'];
const LINE_EFFECTS = ['a', 'population', 'data', 'rule', 'rate', 'settled', 'b'];

/** The seven figures of some effects, in the order of the columns. */
export function effectCells({ aNok, populationNok, dataNok, ruleNok, rateNok, bNok }: Effects): number[] {
  return [aNok, populationNok, dataNok, ruleNok, rateNok, bNok, bNok - aNok];
}

/** Writes batches.csv into a new folder. */
export function writeBatchSums({ rows }: OpeningComparison, folder: string): void {
  const cells = rows.map(({ grantYear, component, recipient, aNok, bNok }) => {
    return [grantYear, component, recipientText(recipient), aNok, bNok, bNok - aNok];
  });
  writeOne(folder, 'batches.csv', ['grant_year', 'component', 'recipient_id', 'a', 'b', 'difference'], cells);
}

/** Writes lines.csv, persons by pseudonym, into a new folder. */
export function writeLines(lines: readonly ReportedLine[], folder: string): void {
  const cells = lines.map((line) => [line.recipientId, line.component, line.personRef, ...lineCells(line)]);
  writeOne(folder, 'lines.csv', ['recipient_id', 'component', 'person_ref', ...LINE_EFFECTS], cells);
}

function writeOne(folder: string, name: string, columns: readonly string[], rows: readonly Cell[][]): void {
  RunFolder.write(folder, (out) => writeTableForPeople(out.createFile(name, RESTRICTED_MODE), columns, rows));
}

/**
 * Writes recipients.csv and persons.csv, why.csv and person_reasons.csv (persons by pseudonym) and comparison.xlsx into a new
 * folder: all of them or none.
 */
export async function writeComparison(
  comparison: Comparison,
  { pseudonym, isProtected }: ShownPersons,
  nameOf: (recipient: number) => string,
  folder: string,
  language: Language,
): Promise<void> {
  const workbook = await workbookBytes([
    recipientSheet(comparison, nameOf, language),
    componentSheet(comparison, language),
    whySheet(comparison, nameOf, language),
  ]);
  RunFolder.write(folder, (out) => {
    const table = (name: string, first: string, rows: readonly Cell[][]) =>
      writeTableForPeople(out.createFile(name, RESTRICTED_MODE), [first, 'component', ...EFFECTS], rows);
    const recipients = comparison.rows.map((row) => [recipientText(row.recipient), row.component, ...effectCells(row)]);
    table('recipients.csv', 'recipient_id', recipients);
    const { open, joined } = joinedRows(comparison.personEffects(), isProtected, effectCells);
    table('persons.csv', 'person_ref', [
      ...open.map((row) => [pseudonym(row.personId), row.component, ...effectCells(row)]),
      ...joined.map(([component, figures]) => [PROTECTED_PERSONS, component, ...figures]),
    ]);
    const { rows, persons } = comparison.why();
    writeTableForPeople(
      out.createFile('why.csv', RESTRICTED_MODE),
      ['recipient_id', 'component', 'effect', 'why', 'amount'],
      rows.map(({ recipient, component, effect, what, amountNok }) => {
        return [recipientText(recipient), component, effect, what, amountNok];
      }),
    );
    // Of persons with a protected address not even the reason is told.
    const reasons = joinedRows(persons, isProtected, ({ amountNok }) => [amountNok]);
    writeTableForPeople(
      out.createFile('person_reasons.csv', RESTRICTED_MODE),
      ['person_ref', 'component', 'why', 'amount'],
      [
        ...reasons.open.map(({ personId, component, reason, amountNok }) => {
          return [pseudonym(personId), component, reason, amountNok];
        }),
        ...reasons.joined.map(([component, figures]) => [PROTECTED_PERSONS, component, '', ...figures]),
      ],
    );
    out.addFile('comparison.xlsx', workbook, null);
  });
}

function recipientSheet(
  { recipients }: Comparison,
  nameOf: (recipient: number) => string,
  language: Language,
): WorkbookSheet {
  const rows = recipients.map((row) => [
    recipientName(row.recipient, language),
    nameOf(row.recipient),
    ...effectCells(row),
  ]);
  return sheet(textOf('compare.recipients', language), textOf('compare.recipient_name', language), rows, language);
}

function componentSheet(comparison: Comparison, language: Language): WorkbookSheet {
  const rows = comparison.rows.map((row) => {
    return [recipientName(row.recipient, language), traitsOf(row.component).column[language], ...effectCells(row)];
  });
  return sheet(textOf('compare.components', language), textOf('compare.recipient_component', language), rows, language);
}

/** Why, by recipient: reasons of persons, provisions and rates. */
function whySheet(comparison: Comparison, nameOf: (recipient: number) => string, language: Language): WorkbookSheet {
  const titles = textOf('compare.columns_why_recipient', language).split('|');
  const columns = titles.map((title, place): WorkbookColumn => {
    return place === titles.length - 1 ? { title, kind: 'kroner', width: 16 } : { title, kind: 'text', width: 26 };
  });
  const rows = comparison
    .why()
    .rows.map((row): Cell[] => [
      recipientName(row.recipient, language),
      nameOf(row.recipient),
      traitsOf(row.component).column[language],
      ...whyWords(row, language),
      row.amountNok,
    ]);
  return { name: textOf('compare.why', language), columns, rows, sumsTitle: 'Sum' };
}

function sheet(name: string, lead: string, rows: readonly Cell[][], language: Language): WorkbookSheet {
  const texts = lead.split('|').map((title, index): WorkbookColumn => {
    return { title, kind: 'text', width: index === 0 ? 10 : 26 };
  });
  const effects = textOf('compare.columns_population', language).split('|');
  const figures = effects.map((title): WorkbookColumn => ({ title, kind: 'kroner', width: 16 }));
  return { name, columns: [...texts, ...figures], rows, sumsTitle: 'Sum' };
}
