import {
  asRecipientCode,
  type Day,
  formatDay,
  formatRecipientCode,
  NO_RECIPIENT,
  RATE_CLASSES,
  type SizingRow,
} from '../domain';
import { type Cell, type Columns, cellsOf, writeTable } from './csv-table';
import type { FolderFile, SealedFile } from './folder-file';

/** A row with the run's grant year and D. */
type DatedRow = SizingRow & { readonly grantYear: number; readonly asOf: Day };

const COLUMNS: Columns<DatedRow> = {
  grant_year: ({ grantYear }) => grantYear,
  as_of: ({ asOf }) => formatDay(asOf),
  recipient_id: ({ recipient }) =>
    recipient === NO_RECIPIENT ? 'HELD' : formatRecipientCode(asRecipientCode(recipient)),
  component: ({ component }) => component,
  year_number: ({ yearNumber }) => (yearNumber === 0 ? null : yearNumber),
  rate_class: ({ rateClass }) => RATE_CLASSES[rateClass - 1] ?? '',
  persons: ({ persons }) => persons,
  days: ({ days }) => days,
  rate: ({ rateNok }) => rateNok,
  annual_amount: ({ annualAmountNok }) => annualAmountNok,
};

/** Columns of sizing.csv (data contract 4). */
export const SIZING_COLUMNS: readonly string[] = Object.keys(COLUMNS);

/** Writes sizing.csv (rulebook 8.1). */
export function writeSizing(file: FolderFile, grantYear: number, asOf: Day, sizing: readonly SizingRow[]): SealedFile {
  return writeTable(file, SIZING_COLUMNS, sizingCells(grantYear, asOf, sizing));
}

/** Rows of sizing.csv: held parts stand under `HELD`; an absent year, class or rate is empty. */
export function sizingCells(grantYear: number, asOf: Day, sizing: readonly SizingRow[]): Cell[][] {
  return cellsOf(
    COLUMNS,
    sizing.map((row) => ({ ...row, grantYear, asOf })),
  );
}
