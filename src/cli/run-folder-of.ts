import { join } from 'node:path';
import { isFolder } from '../effects';
import type { BatchInfo, Ledger } from '../ledger';

/** The folder of a run as recorded, else that of its name beside the ledger: ledgers are copied with what stands beside them. */
export function runFolderOf(ledger: Ledger, batch: BatchInfo): string {
  const beside = join(`${ledger.path}.d`, 'runs', batch.runId);
  return !isFolder(batch.runFolder) && isFolder(beside) ? beside : batch.runFolder;
}
