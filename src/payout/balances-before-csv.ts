import { asRecipientCode, type CarriedBalance, formatRecipientCode } from '../domain';
import { writeTable } from './csv-table';
import type { FolderFile, SealedFile } from './folder-file';

/** Columns of balances_before.csv. */
export const BALANCE_BEFORE_COLUMNS = ['recipient_id', 'netting_group', 'balance'] as const;

/** Writes balances_before.csv: the balances that the run started from, under the codes that the ledger holds. */
export function writeBalancesBefore(file: FolderFile, balances: readonly CarriedBalance[]): SealedFile {
  const rows = balances.map((row) => [formatRecipientCode(asRecipientCode(row.recipient)), row.group, row.balanceNok]);
  return writeTable(file, BALANCE_BEFORE_COLUMNS, rows);
}
