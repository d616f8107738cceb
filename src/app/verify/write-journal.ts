import { type ErrorDetail, errorDetail } from '../../domain';
import { pathExists, readText, writeWholeFile } from '../../effects';
import type { Ledger } from '../../ledger';

/**
 * Writes the acts of a ledger, one a line. A file that is there must be their beginning: one that knows more, or other
 * acts, is evidence against the ledger and is left as it is.
 *
 * @param file absolute path
 */
export function writeJournal(file: string, ledger: Ledger): ErrorDetail[] {
  const rows = [...ledger.journalBodies()];
  if (pathExists(file)) {
    const kept = readText(file).split('\n').slice(0, -1);
    const sequence = kept.findIndex((row, place) => row !== rows[place]) + 1;
    if (sequence > 0) return [errorDetail('VERIFY_JOURNAL_OTHER', { path: file, sequence })];
  }
  writeWholeFile(file, rows.map((row) => `${row}\n`).join(''), 0o600);
  return [];
}
