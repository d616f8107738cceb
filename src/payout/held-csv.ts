import { formatPersonId, type HeldRow, NO_PERSON } from '../domain';
import { type Columns, writeColumns } from './csv-table';
import type { FolderFile, SealedFile } from './folder-file';

/** Columns of held.csv (data contract 4). */
const COLUMNS: Columns<HeldRow> = {
  grant_year: ({ grantYear }) => grantYear,
  component: ({ component }) => component,
  person_ref: ({ personId }) => (personId === NO_PERSON ? '' : formatPersonId(personId)),
  annual_amount: ({ annualAmountNok }) => annualAmountNok,
  held_amount: ({ heldAmountNok }) => heldAmountNok,
  reason: ({ reason }) => reason,
};

/** Writes held.csv (rulebook 9); amounts are empty where the country is unknown. */
export function writeHeld(file: FolderFile, held: readonly HeldRow[]): SealedFile {
  return writeColumns(file, COLUMNS, held);
}
