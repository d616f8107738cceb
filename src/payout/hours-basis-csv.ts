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
import { type Cell, type Columns, cellsOf, writeTable } from './csv-table';
import type { FolderFile, SealedFile } from './folder-file';

const YEAR_NUMBERS = ['all', 'other', '1', '2', '3'] as const;

/** A row with the run's grant year and D. */
type DatedRow = HoursBasisRow & { readonly grantYear: number; readonly asOf: Day };

const COLUMNS: Columns<DatedRow> = {
  grant_year: ({ grantYear }) => grantYear,
  as_of: ({ asOf }) => formatDay(asOf),
  kommune: ({ kommune }) => (kommune === NO_RECIPIENT ? 'ALL' : formatRecipientCode(asRecipientCode(kommune))),
  law: ({ law }) => (law < 0 ? 'all' : at(LAWS, law)[0]),
  year_number: ({ yearNumber }) => at(YEAR_NUMBERS, yearNumber + 1),
  participants: ({ participants }) => participants,
  hours_norwegian: ({ norwegianHundredths }) => formatHundredths(norwegianHundredths),
  hours_social_studies: ({ socialStudiesHundredths }) => formatHundredths(socialStudiesHundredths),
  absence_hours: ({ absenceHundredths }) => formatHundredths(absenceHundredths),
  average_hours: ({ norwegianHundredths, socialStudiesHundredths, participants }) =>
    participants === 0
      ? ''
      : formatHundredths(averageHundredths(norwegianHundredths + socialStudiesHundredths, participants)),
  hours_rows: ({ hoursRows }) => hoursRows,
  hours_rows_on_time: ({ hoursRowsOnTime }) => hoursRowsOnTime,
  starters: ({ starters }) => starters,
  starters_within_3_months: ({ startersWithinThreeMonths }) => startersWithinThreeMonths,
  triggering_without_hours: ({ triggeringWithoutHours }) => triggeringWithoutHours,
  hours_without_decision: ({ hoursWithoutDecision }) => hoursWithoutDecision,
};

/** Columns of hours_basis.csv (data contract 4). */
export const HOURS_BASIS_COLUMNS: readonly string[] = Object.keys(COLUMNS);

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
  return cellsOf(
    COLUMNS,
    basis.map((row) => ({ ...row, grantYear, asOf })),
  );
}
