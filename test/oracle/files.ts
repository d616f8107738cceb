import type { HoursBasisRow } from './hours-basis';
import type { Payout } from './netting';
import type { SizingRow } from './sizing';
import type { Held, Line } from './true-up';

export type OracleFiles = Readonly<Record<string, readonly string[]>>;

/** Rows of a file as texts, the header first, sorted by the columns (data contract 4). */
function file(header: string, rows: readonly (readonly (string | number)[])[]): string[] {
  const texts = rows.map((row) => row.map(String));
  return [header, ...texts.sort(compareRows).map((row) => row.join(','))];
}

/** Whole numbers by value, an empty one first; everything else as text. */
function compareRows(first: readonly string[], second: readonly string[]): number {
  for (let index = 0; index < first.length; index += 1) {
    const a = first[index] ?? '';
    const b = second[index] ?? '';
    if (a === b) continue;
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
      'term,recipient_id,netting_group,lines_total,carried_in,paid,carried_out',
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
      'grant_year,component,person_ref,annual_amount,held_amount,reason',
      result.held
        .filter((row) => Number(row.amount) !== 0 || row.reason === 'unknown_country')
        .map((row) => [row.grantYear, row.component, row.person, row.annual, row.amount, row.reason]),
    ),
    'sizing.csv': file(
      'grant_year,as_of,recipient_id,component,year_number,rate_class,persons,days,rate,annual_amount',
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
      'grant_year,as_of,kommune,law,year_number,participants,hours_norwegian,hours_social_studies,absence_hours,' +
        'average_hours,hours_rows,hours_rows_on_time,starters,starters_within_3_months,triggering_without_hours,' +
        'hours_without_decision',
      result.hoursBasis.map((row) => row.texts),
    ),
  };
}

function linesFile(lines: readonly Line[]): string[] {
  const order = (line: Line): string => [line.grantYear, line.component, line.person, line.basisRecipient].join('/');
  const sorted = [...lines].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return [
    'grant_year,term,component,code,person_ref,recipient_id,basis_recipient_id,annual_amount,share_numerator,' +
      'share_denominator,cumulative_due,previously_posted,amount,reason,netting_group',
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
