import {
  asRecipientCode,
  type Day,
  formatDay,
  formatRecipientCode,
  NO_RECIPIENT,
  RATE_CLASSES,
  type SizingRow,
} from '../domain';
import { type Cell, writeTable } from './csv-table';
import type { FolderFile, SealedFile } from './folder-file';

/** Columns of sizing.csv (data contract 4). */
export const SIZING_COLUMNS = [
  'grant_year',
  'as_of',
  'recipient_id',
  'component',
  'year_number',
  'rate_class',
  'persons',
  'days',
  'rate',
  'annual_amount',
] as const;

/** Writes sizing.csv (rulebook 8.1). */
export function writeSizing(file: FolderFile, grantYear: number, asOf: Day, sizing: readonly SizingRow[]): SealedFile {
  return writeTable(file, SIZING_COLUMNS, sizingCells(grantYear, asOf, sizing));
}

/** Rows of sizing.csv: held parts stand under `HELD`; an absent year, class or rate is empty. */
export function sizingCells(grantYear: number, asOf: Day, sizing: readonly SizingRow[]): Cell[][] {
  return sizing.map((row) => [
    grantYear,
    formatDay(asOf),
    row.recipient === NO_RECIPIENT ? 'HELD' : formatRecipientCode(asRecipientCode(row.recipient)),
    row.component,
    row.yearNumber === 0 ? null : row.yearNumber,
    RATE_CLASSES[row.rateClass - 1] ?? '',
    row.persons,
    row.days,
    row.rateNok,
    row.annualAmountNok,
  ]);
}
