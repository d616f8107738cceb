import { type HoursBasisRow, NO_RECIPIENT } from '../../domain';

/** A bar: what it stands for and its length. */
export interface ChartBar {
  /** Year number (`1`, `other`), or a RecipientCode as text for the caller to name. */
  readonly label: string;
  /** In hundredths of the chart's unit. */
  readonly hundredths: number;
}

export const HOURS_CHARTS = [
  'participants_by_year_number',
  'average_hours_by_year_number',
  'started_within_3_months_percent_by_year_number',
  'registered_on_time_percent_by_year_number',
  'hours_by_kommune',
] as const;
export type HoursChart = (typeof HOURS_CHARTS)[number];

const ALL = -1;
const YEAR_NUMBERS = [1, 2, 3, 0];
/** Kommuner shown in a chart: those with most hours. */
const KOMMUNER_SHOWN = 20;

/** Figures for charts of the hours basis: the whole country, all laws. A bar without a basis is left out. */
export function hoursCharts(rows: readonly HoursBasisRow[]): Readonly<Record<HoursChart, readonly ChartBar[]>> {
  const national = YEAR_NUMBERS.flatMap(
    (yearNumber) =>
      rows.find((row) => row.kommune === NO_RECIPIENT && row.law === ALL && row.yearNumber === yearNumber) ?? [],
  );
  const bars = (part: (row: HoursBasisRow) => number, whole: (row: HoursBasisRow) => number): ChartBar[] =>
    national.flatMap((row) =>
      whole(row) === 0 ? [] : [{ label: yearLabel(row.yearNumber), hundredths: halfUp(part(row), whole(row)) }],
    );
  return {
    participants_by_year_number: bars(
      (row) => row.participants * 100,
      () => 1,
    ),
    average_hours_by_year_number: bars(hoursOf, (row) => row.participants),
    started_within_3_months_percent_by_year_number: bars(
      (row) => row.startersWithinThreeMonths * 10_000,
      (row) => row.starters,
    ),
    registered_on_time_percent_by_year_number: bars(
      (row) => row.hoursRowsOnTime * 10_000,
      (row) => row.hoursRows,
    ),
    hours_by_kommune: largestKommuner(rows),
  };
}

function largestKommuner(rows: readonly HoursBasisRow[]): ChartBar[] {
  return rows
    .filter((row) => row.kommune !== NO_RECIPIENT && row.law === ALL && row.yearNumber === ALL)
    .sort((a, b) => hoursOf(b) - hoursOf(a) || a.kommune - b.kommune)
    .slice(0, KOMMUNER_SHOWN)
    .map((row) => ({ label: String(row.kommune), hundredths: hoursOf(row) }));
}

function hoursOf(row: HoursBasisRow): number {
  return row.norwegianHundredths + row.socialStudiesHundredths;
}

function yearLabel(yearNumber: number): string {
  return yearNumber === 0 ? 'other' : String(yearNumber);
}

/** Whole quotient rounded half up. */
function halfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}
