import { join } from 'node:path';
import { RULE_LOCK_FILE } from '../../../rules';
import { type FolderTraceStore, openTraceStore, readManifest, readSealedText, requestOf } from '../../audit';
import { NorsktilskuddError, sha256Hex } from '../../domain';
import { readBytes } from '../../effects';
import { orChanged, type RunContext, runParameters } from '../../explain';
import type { Ledger } from '../../ledger';
import { TraceReader } from '../../trace';
import { type KnownProtection, SnapshotShelf } from '../privacy/known-protection';
import { programFolder } from '../program-files';
import { loadShippedRules } from '../shipped-rules';

/** A run that is open, with all that the ledger knows of protected addresses. */
export interface OpenRun extends RunContext {
  readonly protection: KnownProtection;
}

/**
 * Opens a run for explanations. The ledger stays the caller's to close.
 *
 * @param shelf where the run's extract stands; beside the ledger where left out
 * @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN, EXPLAIN_NO_TRACE; verification LEDGER_NOT_PROVEN, RUN_FOLDER_GONE,
 *   RUN_FOLDER_CHANGED, SNAPSHOT_DAMAGED, EXPLAIN_SNAPSHOT_GONE
 */
export function openRunContext(ledger: Ledger, runId: string, shelf?: SnapshotShelf): OpenRun {
  const batch = ledger.batch(runId);
  if (batch === undefined) throw new NorsktilskuddError('usage', 'LEDGER_RUN_UNKNOWN', { runId });
  if (batch.kind !== 'run') throw new NorsktilskuddError('usage', 'EXPLAIN_NO_TRACE', { runId });
  const folder = batch.runFolder;
  const manifest = readManifest(folder, batch);
  const { rules, lineOf } = runParameters(loadShippedRules(), readSealedText(folder, manifest, 'parameters.csv'));
  const snapshots =
    shelf ?? new SnapshotShelf({ folder: join(`${ledger.path}.d`, 'snapshots'), batches: ledger.batches() });
  const store: FolderTraceStore = openTraceStore(folder);
  return {
    ledger,
    batch,
    folder,
    manifest,
    request: requestOf(manifest),
    cases: ledger.caseActs({ postingHead: batch.postingHead, before: batch.journal }),
    rules,
    parameterLine: lineOf,
    ruleLockSha256: shippedRuleLockSha256(),
    get snapshot() {
      const snapshot = snapshots.find(batch.snapshot);
      if (snapshot) return snapshot;
      throw new NorsktilskuddError('verification', 'EXPLAIN_SNAPSHOT_GONE', { runId, snapshot: batch.snapshot });
    },
    protection: snapshots.protection,
    trace: openTrace(store, folder),
    snapshotOf: (snapshotId) => snapshots.find(snapshotId),
    sealedText: (name) => readSealedText(folder, manifest, name),
    close() {
      snapshots.close();
      store.close();
    },
  };
}

function openTrace(store: FolderTraceStore, folder: string): TraceReader {
  return orChanged(folder, () => new TraceReader(store));
}

function shippedRuleLockSha256(): string {
  const bytes = readBytes(join(programFolder(), 'rules', RULE_LOCK_FILE));
  return sha256Hex(bytes);
}
