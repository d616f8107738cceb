import { resolve } from 'node:path';
import { NorsktilskuddError } from '../../domain';
import { isFolder } from '../../effects';
import { type Ledger, openLedger } from '../../ledger';
import { isRunId } from '../run-id';

/**
 * Folders of the runs that a user named, each by its folder or, in a ledger, by the run's id.
 *
 * @param db the ledger that was named
 * @throws NorsktilskuddError usage VERIFY_FOLDER_MISSING, VERIFY_RUN_WITHOUT_LEDGER, LEDGER_RUN_UNKNOWN, EXPLAIN_NO_TRACE
 */
export function foldersToVerify(names: readonly string[], db: string | undefined, cwd: string): string[] {
  const isThere = (name: string): boolean => isFolder(resolve(cwd, name));
  if (db === undefined || names.every(isThere)) return names.map((name) => existing(name, cwd));
  const ledger = openLedger(db, { readOnly: true, proves: false });
  try {
    return names.map((name) => (isThere(name) ? resolve(cwd, name) : ofRun(name, ledger, cwd)));
  } finally {
    ledger.close();
  }
}

function existing(name: string, cwd: string): string {
  const folder = resolve(cwd, name);
  if (isFolder(folder)) return folder;
  if (!isRunId(name)) throw new NorsktilskuddError('usage', 'VERIFY_FOLDER_MISSING', { file: folder });
  throw new NorsktilskuddError('usage', 'VERIFY_RUN_WITHOUT_LEDGER', { runId: name });
}

function ofRun(name: string, ledger: Ledger, cwd: string): string {
  const batch = ledger.batch(name);
  if (batch === undefined) {
    // A run that is not there may be one that was changed.
    ledger.prove();
    if (isRunId(name)) throw new NorsktilskuddError('usage', 'LEDGER_RUN_UNKNOWN', { runId: name });
    throw new NorsktilskuddError('usage', 'VERIFY_FOLDER_MISSING', { file: resolve(cwd, name) });
  }
  if (batch.kind !== 'run') throw new NorsktilskuddError('usage', 'EXPLAIN_NO_TRACE', { runId: name });
  return batch.runFolder;
}
