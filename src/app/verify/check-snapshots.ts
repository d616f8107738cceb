import { join } from 'node:path';
import { type ErrorDetail, errorDetail } from '../../domain';
import { pathExists } from '../../effects';
import type { Ledger } from '../../ledger';
import { isSoundSnapshot } from '../../register';

/**
 * Snapshots that batches of a ledger rest on and that are no longer what was written. One that is not there has been
 * deleted by an act, or is missed where it is asked for.
 */
export function checkSnapshots(ledger: Ledger): ErrorDetail[] {
  const folder = join(`${ledger.path}.d`, 'snapshots');
  return ledger
    .snapshotUses()
    .map(({ snapshot }) => join(folder, `${snapshot}.db`))
    .filter((file) => pathExists(file) && !isSoundSnapshot(file))
    .map((file) => errorDetail('SNAPSHOT_DAMAGED', { file }));
}
