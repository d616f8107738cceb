import {
  asRecipientCode,
  at,
  averageHundredths,
  type Day,
  formatDay,
  formatHundredths,
  formatRecipientCode,
  type HoursBasisRow,
  LAWS,
  NO_RECIPIENT,
} from '../domain';
import { type Cell, writeTable } from './csv-table';
import type { FolderFile, SealedFile } from './folder-file';

/** Columns of hours_basis.csv (data contract 4). */
export const HOURS_BASIS_COLUMNS = [
  'grant_year',
  'as_of',
  'kommune',
  'law',
  'year_number',
  'participants',
  'hours_norwegian',
  'hours_social_studies',
  'absence_hours',
  'average_hours',
  'hours_rows',
  'hours_rows_on_time',
  'starters',
  'starters_within_3_months',
  'triggering_without_hours',
  'hours_without_decision',
] as const;

const YEAR_NUMBERS = ['all', 'other', '1', '2', '3'] as const;

/** Writes hours_basis.csv (rulebook 8.2). */
export function writeHoursBasis(
  file: FolderFile,
  grantYear: number,
  asOf: Day,
  basis: readonly HoursBasisRow[],
): SealedFile {
  return writeTable(file, HOURS_BASIS_COLUMNS, hoursBasisCells(grantYear, asOf, basis));
}

/** Rows of hours_basis.csv: `ALL` and `all` are the national and joint rows. */
export function hoursBasisCells(grantYear: number, asOf: Day, basis: readonly HoursBasisRow[]): Cell[][] {
  return basis.map((row) => [
    grantYear,
    formatDay(asOf),
    row.kommune === NO_RECIPIENT ? 'ALL' : formatRecipientCode(asRecipientCode(row.kommune)),
    row.law < 0 ? 'all' : at(LAWS, row.law)[0],
    at(YEAR_NUMBERS, row.yearNumber + 1),
    row.participants,
    formatHundredths(row.norwegianHundredths),
    formatHundredths(row.socialStudiesHundredths),
    formatHundredths(row.absenceHundredths),
    row.participants === 0
      ? ''
      : formatHundredths(averageHundredths(row.norwegianHundredths + row.socialStudiesHundredths, row.participants)),
    row.hoursRows,
    row.hoursRowsOnTime,
    row.starters,
    row.startersWithinThreeMonths,
    row.triggeringWithoutHours,
    row.hoursWithoutDecision,
  ]);
}
