import { join } from 'node:path';
import { RULE_LOCK_FILE } from '../../../rules';
import { type FolderTraceStore, openTraceStore, readManifest, readSealedText, requestOf } from '../../audit';
import { isClaimAct, NorsktilskuddError, sha256Hex } from '../../domain';
import { readBytes } from '../../effects';
import { orChanged, type PaymentWay, type RunContext, runParameters } from '../../explain';
import type { BatchInfo, Ledger } from '../../ledger';
import { TraceReader } from '../../trace';
import { type KnownProtection, SnapshotShelf } from '../privacy/known-protection';
import { programFolder } from '../program-files';
import { paymentProgress } from '../receipts/payment-progress';
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
 *   RUN_FOLDER_CHANGED, SNAPSHOT_DAMAGED; later EXPLAIN_SNAPSHOT_GONE, EXPLAIN_CASE_GONE
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
    paymentWay: paymentWays(ledger, batch),
    request: requestOf(manifest),
    rules,
    parameterLine: lineOf,
    ruleLockSha256: shippedRuleLockSha256(),
    get cases() {
      return casesOf(ledger, batch);
    },
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

/** Acts of cases that a run read. What two persons have deleted of them since cannot be explained any more. */
function casesOf(ledger: Ledger, { runId, postingHead, journal }: BatchInfo): RunContext['cases'] {
  const acts = ledger.caseActs({ postingHead, before: journal });
  const deleted = new Set(ledger.cases().flatMap((one) => (one.textsDeletedOn === '' ? [] : [one.caseNumber])));
  const gone = acts.find(({ caseNumber, kind }) => deleted.has(caseNumber) && !isClaimAct(kind));
  if (gone === undefined) return acts;
  throw new NorsktilskuddError('verification', 'EXPLAIN_CASE_GONE', { runId, caseNumber: gone.caseNumber });
}

/** How far each payment of a posted run has come; asked for once, when the first is. */
function paymentWays(ledger: Ledger, { runId, state }: BatchInfo): (paymentRef: string) => PaymentWay | undefined {
  let ways: ReadonlyMap<string, PaymentWay> | undefined;
  return (paymentRef) => {
    ways ??= state === 'posted' ? waysOf(ledger, runId) : new Map();
    return ways.get(paymentRef);
  };
}

function waysOf(ledger: Ledger, runId: string): ReadonlyMap<string, PaymentWay> {
  const reported = paymentProgress(ledger, runId).filter(({ stage }) => stage !== 'approved' && stage !== 'blocked');
  return new Map(
    reported.map(({ paymentKey, stage, file, at, outcomes }) => {
      const on = (outcomes.at(-1)?.on ?? at).slice(0, 10);
      return [paymentKey, { stage, file, on }];
    }),
  );
}

function openTrace(store: FolderTraceStore, folder: string): TraceReader {
  return orChanged(folder, () => new TraceReader(store));
}

function shippedRuleLockSha256(): string {
  const bytes = readBytes(join(programFolder(), 'rules', RULE_LOCK_FILE));
  return sha256Hex(bytes);
}
