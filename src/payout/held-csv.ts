import { formatPersonId, type HeldRow, NO_PERSON } from '../domain';
import { writeTable } from './csv-table';
import type { FolderFile, SealedFile } from './folder-file';

/** Columns of held.csv (data contract 4). */
export const HELD_COLUMNS = [
  'grant_year',
  'component',
  'person_ref',
  'annual_amount',
  'held_amount',
  'reason',
] as const;

/** Writes held.csv (rulebook 9); amounts are empty where the country is unknown. */
export function writeHeld(file: FolderFile, held: readonly HeldRow[]): SealedFile {
  const rows = held.map((row) => [
    row.grantYear,
    row.component,
    row.personId === NO_PERSON ? '' : formatPersonId(row.personId),
    row.annualAmountNok,
    row.heldAmountNok,
    row.reason,
  ]);
  return writeTable(file, HELD_COLUMNS, rows);
}
