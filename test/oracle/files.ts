import type { HoursBasisRow } from './hours-basis';
import type { Payout } from './netting';
import type { SizingRow } from './sizing';
import type { Held, Line } from './true-up';

export type OracleFiles = Readonly<Record<string, readonly string[]>>;

/** Columns of the compared files (data contract 4), those left out that the run's own id decides. */
export const FILE_HEADERS = {
  'payout_lines.csv':
    'grant_year,term,component,code,person_ref,recipient_id,basis_recipient_id,annual_amount,share_numerator,' +
    'share_denominator,cumulative_due,previously_posted,amount,reason,netting_group',
  'payouts.csv': 'term,recipient_id,netting_group,lines_total,carried_in,paid,carried_out',
  'held.csv': 'grant_year,component,person_ref,annual_amount,held_amount,reason',
  'sizing.csv': 'grant_year,as_of,recipient_id,component,year_number,rate_class,persons,days,rate,annual_amount',
  'hours_basis.csv':
    'grant_year,as_of,kommune,law,year_number,participants,hours_norwegian,hours_social_studies,absence_hours,' +
    'average_hours,hours_rows,hours_rows_on_time,starters,starters_within_3_months,triggering_without_hours,' +
    'hours_without_decision',
};

/** Rows of a file as texts, the header first, sorted by the columns (data contract 4). */
function file(header: string, rows: readonly (readonly (string | number)[])[]): string[] {
  const columns = header.split(',');
  const texts = rows.map((row) => row.map(String));
  return [header, ...texts.sort((a, b) => compareRows(columns, a, b)).map((row) => row.join(','))];
}

/** Columns of whole numbers in which rows that stand together may differ. */
const NUMBERS = ['annual_amount', 'held_amount'];

/** Whole numbers by value, an empty one first; everything else as text. */
function compareRows(columns: readonly string[], first: readonly string[], second: readonly string[]): number {
  for (const [index, column] of columns.entries()) {
    const a = first[index] ?? '';
    const b = second[index] ?? '';
    if (a === b) continue;
    if (NUMBERS.includes(column) && a !== '' && b !== '') return Number(a) - Number(b);
    return a < b ? -1 : 1;
  }
  return 0;
}

export function writeFiles(result: {
  readonly lines: readonly Line[];
  readonly payouts: readonly Payout[];
  readonly held: readonly Held[];
  readonly sizing: readonly SizingRow[];
  readonly hoursBasis: readonly HoursBasisRow[];
}): OracleFiles {
  return {
    'payout_lines.csv': linesFile(result.lines),
    'payouts.csv': file(
      FILE_HEADERS['payouts.csv'],
      result.payouts.map((row) => [
        row.term,
        row.recipient,
        row.group,
        row.linesTotal,
        row.carriedIn,
        row.paid,
        row.carriedOut,
      ]),
    ),
    'held.csv': file(
      FILE_HEADERS['held.csv'],
      result.held
        .filter((row) => Number(row.amount) !== 0 || row.reason === 'unknown_country')
        .map((row) => [row.grantYear, row.component, row.person, row.annual, row.amount, row.reason]),
    ),
    'sizing.csv': file(
      FILE_HEADERS['sizing.csv'],
      result.sizing.map((row) => [
        row.grantYear,
        row.asOf,
        row.recipient,
        row.component,
        row.yearNumber,
        row.rateClass,
        row.persons,
        row.days,
        row.rate,
        row.annual,
      ]),
    ),
    'hours_basis.csv': file(
      FILE_HEADERS['hours_basis.csv'],
      result.hoursBasis.map((row) => row.texts),
    ),
  };
}

function linesFile(lines: readonly Line[]): string[] {
  const order = (line: Line): string => [line.grantYear, line.component, line.person, line.basisRecipient].join('/');
  const sorted = [...lines].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  return [
    FILE_HEADERS['payout_lines.csv'],
    ...sorted.map((line) =>
      [
        line.grantYear,
        line.term,
        line.component,
        line.code,
        line.person,
        line.recipient,
        line.basisRecipient,
        line.annual,
        line.numerator,
        line.denominator,
        line.cumulativeDue,
        line.previouslyPosted,
        line.amount,
        line.reason,
        line.group,
      ].join(','),
    ),
  ];
}
