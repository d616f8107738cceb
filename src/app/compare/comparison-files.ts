import type { Effects } from '../../analysis';
import { formatDay } from '../../domain';
import type { Language } from '../../messages';
import type { Cell } from '../../payout';
import { type NameOf, recipientText } from '../recipient-text';
import { type TableFile, withPlaceNames } from '../table-files/table-file';
import type { TableSet } from '../table-files/write-table-files';
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

/** The table of an earlier system's batches beside ours. */
export function batchTables({ rows }: OpeningComparison): TableSet {
  const columns = ['grant_year', 'component', 'recipient_id', 'a', 'b', 'difference'];
  const cells = rows.map(({ grantYear, component, recipient, aNok, bNok }) => {
    return [grantYear, component, recipientText(recipient), aNok, bNok, bNok - aNok];
  });
  const table = { name: 'batches', columns, rows: cells, isRestricted: true };
  return { name: 'comparison', tables: [table], front: { facts: [], rates: [] } };
}

/** The table of lines, persons by pseudonym. */
export function lineTables(lines: readonly ReportedLine[]): TableSet {
  const columns = ['recipient_id', 'component', 'person_ref', ...LINE_EFFECTS];
  const rows = lines.map((line) => [line.recipientId, line.component, line.personRef, ...lineCells(line)]);
  const table = { name: 'lines', columns, rows, isRestricted: true };
  return { name: 'comparison', tables: [table], front: { facts: [], rates: [] } };
}

/**
 * The tables of a comparison: recipients, why, and of persons, by pseudonym, their effects and reasons. The workbook of the country's
 * sums is written beside them, whatever the kind of the tables; as a workbook it has them all.
 */
export function comparisonTables(
  comparison: Comparison,
  { pseudonym, isProtected }: ShownPersons,
  nameOf: NameOf,
  language: Language,
): TableSet {
  const { open, joined } = joinedRows(comparison.personEffects(), isProtected, effectCells);
  const { persons } = comparison.why();
  // Of persons with a protected address not even the reason is told.
  const reasons = joinedRows(persons, isProtected, ({ amountNok }) => [amountNok]);
  const restricted = (name: string, columns: readonly string[], cells: readonly Cell[][]): TableFile => {
    return { name, columns, rows: cells, isRestricted: true };
  };
  return {
    name: 'comparison',
    tables: [
      recipientTable(comparison, nameOf),
      whyTable(comparison, nameOf, language),
      restricted(
        'persons',
        ['person_ref', 'component', ...EFFECTS],
        [
          ...open.map((row) => [pseudonym(row.personId), row.component, ...effectCells(row)]),
          ...joined.map(([component, figures]) => [PROTECTED_PERSONS, component, ...figures]),
        ],
      ),
      restricted(
        'person_reasons',
        ['person_ref', 'component', 'why', 'amount'],
        [
          ...reasons.open.map(({ personId, component, reason, amountNok }) => {
            return [pseudonym(personId), component, reason, amountNok];
          }),
          ...reasons.joined.map(([component, figures]) => [PROTECTED_PERSONS, component, '', ...figures]),
        ],
      ),
    ],
    front: frontOf(comparison),
  };
}

/** The country's sums as a workbook: by recipient and why, no persons. */
export function comparisonBook(comparison: Comparison, nameOf: NameOf, language: Language): TableSet {
  const tables = [recipientTable(comparison, nameOf), whyTable(comparison, nameOf, language)];
  return { name: 'comparison', tables, front: frontOf(comparison) };
}

function recipientTable({ rows }: Comparison, nameOf: NameOf): TableFile {
  const cells = rows.map((row) => [recipientText(row.recipient), row.component, ...effectCells(row)]);
  const columns = ['recipient_id', 'component', ...EFFECTS];
  return withPlaceNames({ name: 'recipients', columns, rows: cells, isRestricted: true }, 'recipient_id', nameOf);
}

function whyTable(comparison: Comparison, nameOf: NameOf, language: Language): TableFile {
  const rows = comparison.why().rows.map((row) => {
    const { recipient, component, effect, what, amountNok } = row;
    return [recipientText(recipient), component, effect, what, amountNok, ...whyWords(row, language)];
  });
  const columns = ['recipient_id', 'component', 'effect', 'why', 'amount', 'effect_name', 'why_name'];
  return withPlaceNames({ name: 'why', columns, rows, isRestricted: true }, 'recipient_id', nameOf);
}

function frontOf({ a, b }: Comparison): TableSet['front'] {
  const side = ({ label, grantYear, asOf }: Comparison['a']): string => `${label}: ${grantYear}, ${formatDay(asOf)}`;
  const isScenario = [a, b].some(({ law }) => law.length > 0);
  return {
    facts: [
      ['tables.fact.a', side(a)],
      ['tables.fact.b', side(b)],
      ['tables.fact.mark', isScenario ? 'SCENARIO' : ''],
    ],
    rates: [a, b].flatMap(({ rates, grantYear }) => rates.rates.filter((rate) => rate.grantYear === grantYear)),
    sums: { table: 'recipients', by: 'component', of: ['a', 'b', 'difference'] },
  };
}
