import { join } from 'node:path';
import { RULE_LOCK_FILE, type RuleSet } from '../../../rules';
import { type KnownProtection, SnapshotShelf } from '../../app/privacy/known-protection';
import { programFolder } from '../../app/program-files';
import { loadShippedRules } from '../../app/shipped-rules';
import { type FolderTraceStore, openTraceStore } from '../../audit/trace-store';
import { errorDetail, InvariantError, NorsktilskuddError, type RunRequest, sha256Hex } from '../../domain';
import { readBytes } from '../../effects';
import type { BatchInfo, Ledger } from '../../ledger';
import type { Snapshot } from '../../register';
import { TRACE_FILES } from '../../trace/format';
import { TraceReader } from '../../trace/trace-reader';
import { type ManifestFacts, readManifest, readSealedText, requestOf } from './run-manifest';
import { runParameters } from './run-parameters';

/** A run of the ledger with all that it rests on, opened for looking. Close it. */
export interface RunContext {
  readonly ledger: Ledger;
  readonly batch: BatchInfo;
  readonly folder: string;
  readonly manifest: ManifestFacts;
  readonly request: RunRequest;
  /** Rules with the rates and assumptions of the run. */
  readonly rules: RuleSet;
  /** Line of a parameter in the run's parameters.csv, by cell or id of an assumption. */
  readonly parameterLine: (name: string) => number;
  /** Hash of the rule lock of this program. */
  readonly ruleLockSha256: string;
  readonly snapshot: Snapshot;
  /** Whose address is protected, by all that the ledger knows. */
  readonly protection: KnownProtection;
  readonly trace: TraceReader;
  /** Another snapshot of the ledger; undefined where it has been pruned. */
  snapshotOf(snapshotId: string): Snapshot | undefined;
  /** Text of a file of the run folder, checked against the manifest. */
  sealedText(name: string): string;
  close(): void;
}

/**
 * Opens a run for explanations. The ledger stays the caller's to close.
 *
 * @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN, EXPLAIN_NO_TRACE; verification LEDGER_NOT_PROVEN, RUN_FOLDER_GONE,
 *   RUN_FOLDER_CHANGED, SNAPSHOT_DAMAGED, EXPLAIN_SNAPSHOT_GONE
 */
export function openRunContext(ledger: Ledger, runId: string): RunContext {
  // Who ran and approved, and what the folder must be, is told from rows that acts wrote: the acts must be those of then.
  ledger.proveJournal();
  const batch = ledger.batch(runId);
  if (batch === undefined) throw new NorsktilskuddError('usage', 'LEDGER_RUN_UNKNOWN', { runId });
  if (batch.kind !== 'run') throw new NorsktilskuddError('usage', 'EXPLAIN_NO_TRACE', { runId });
  const folder = batch.runFolder;
  const manifest = readManifest(folder, batch);
  const { rules, lineOf } = runParameters(loadShippedRules(), readSealedText(folder, manifest, 'parameters.csv'));
  const snapshots = new SnapshotShelf({
    folder: join(`${ledger.path}.d`, 'snapshots'),
    batches: ledger.batches(),
  });
  const store: FolderTraceStore = openTraceStore(folder);
  return {
    ledger,
    batch,
    folder,
    manifest,
    request: requestOf(manifest),
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

/**
 * Reads of a trace that does not hold together become a verification failure: the file was changed, the program is not
 * at fault.
 */
export function orChanged<T>(folder: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof InvariantError) && !(cause instanceof RangeError)) throw cause;
    const file = join(folder, TRACE_FILES.words);
    throw new NorsktilskuddError('verification', 'RUN_FOLDER_CHANGED', { folder }, [
      errorDetail('RUN_FILE_CHANGED', { file }),
    ]);
  }
}

function shippedRuleLockSha256(): string {
  const bytes = readBytes(join(programFolder(), 'rules', RULE_LOCK_FILE));
  return sha256Hex(bytes);
}
