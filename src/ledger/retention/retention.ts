import { NorsktilskuddError } from '../../domain';
import type { BatchState } from '../drafts/batch-info';
import { allBatches } from '../drafts/batches';
import type { SignedActBy } from '../journal';
import type { OpenLedger } from '../posting-reads';
import { writeSignedAct } from '../signed-acts/write-signed-act';

/** Why a snapshot is kept, or that nothing keeps it. */
export type SnapshotHold = 'open draft' | 'can be corrected' | 'posted' | '';

/** A snapshot as the ledger knows it. */
export interface SnapshotUse {
  readonly snapshot: string;
  /** Runs that rest on it, the oldest first. */
  readonly runs: readonly { readonly runId: string; readonly state: BatchState }[];
  /** The strongest reason to keep it. A snapshot that is only `posted` may go when its time of keeping is over. */
  readonly hold: SnapshotHold;
  /** Day on which the last batch that rests on it was posted, `YYYY-MM-DD`; empty for none. */
  readonly postedOn: string;
  /** Day on which it was deleted, empty while it has not been. */
  readonly prunedOn: string;
}

/** Last grant year that no run can reach any more: a run reads its own year and the one before. */
export function lastClosedGrantYear(ledger: OpenLedger): number {
  return Number(ledger.db.prepare('SELECT coalesce(max(grant_year), 0) - 2 FROM posting_chain').get()?.[0]);
}

/** Every snapshot that a draft has ever rested on. */
export function snapshotUses(ledger: OpenLedger): SnapshotUse[] {
  const closed = lastClosedGrantYear(ledger);
  const bySnapshot = new Map<string, ReturnType<typeof allBatches>>();
  for (const batch of allBatches(ledger)) {
    if (batch.snapshot !== '') bySnapshot.set(batch.snapshot, [...(bySnapshot.get(batch.snapshot) ?? []), batch]);
  }
  const pruned = ledger.db.prepare(
    'SELECT max(substr(j.at, 1, 10)) FROM prunings AS p JOIN journal AS j ON j.sequence = p.journal WHERE p.snapshot = ?',
  );
  const posted = ledger.db.prepare(
    `SELECT max(substr(j.at, 1, 10)) FROM posting_chain AS c JOIN batches AS b USING (batch)
     JOIN journal AS j ON j.sequence = c.journal WHERE b.snapshot = ?`,
  );
  return [...bySnapshot].map(([snapshot, batches]) => ({
    snapshot,
    runs: batches.map(({ runId, state }) => ({ runId, state })),
    hold: holdOf(batches, closed),
    postedOn: String(posted.get(snapshot)?.[0] ?? ''),
    prunedOn: String(pruned.get(snapshot)?.[0] ?? ''),
  }));
}

/** What goes of a run, by itself or with all the rest: its folder and all beside it, letters, reports. */
export const RUN_PARTS = ['runs', 'letters', 'reports'] as const;
export type RunPart = (typeof RUN_PARTS)[number];

/** How a run's folder, its letters or its reports are named where their deletion is written down. */
export function prunedRunName(runId: string, part: RunPart = 'runs'): string {
  return `${part}/${runId}`;
}

/** Every run's folder by the same rules; `snapshot` is its name as it is written down when it goes. */
export function runFolderUses(ledger: OpenLedger): (SnapshotUse & { readonly folder: string })[] {
  const closed = lastClosedGrantYear(ledger);
  const pruned = ledger.db.prepare(
    'SELECT max(substr(j.at, 1, 10)) FROM prunings AS p JOIN journal AS j ON j.sequence = p.journal WHERE p.snapshot = ?',
  );
  const posted = ledger.db.prepare(
    'SELECT substr(j.at, 1, 10) FROM posting_chain AS c JOIN journal AS j ON j.sequence = c.journal WHERE c.batch = ?',
  );
  const byRun = new Map<string, ReturnType<typeof allBatches>>();
  for (const batch of allBatches(ledger)) {
    if (batch.kind === 'run') byRun.set(batch.runId, [...(byRun.get(batch.runId) ?? []), batch]);
  }
  return [...byRun].map(([runId, batches]) => ({
    snapshot: prunedRunName(runId),
    folder: batches.at(-1)?.runFolder ?? '',
    runs: batches.map(({ state }) => ({ runId, state })),
    hold: holdOf(batches, closed),
    postedOn:
      batches
        .map(({ batch }) => String(posted.get(batch)?.[0] ?? ''))
        .sort()
        .at(-1) ?? '',
    prunedOn: String(pruned.get(prunedRunName(runId))?.[0] ?? ''),
  }));
}

function holdOf(batches: ReturnType<typeof allBatches>, closed: number): SnapshotHold {
  if (batches.some(({ state }) => state === 'draft')) return 'open draft';
  if (batches.some(({ posting, grantYear }) => posting > 0 && grantYear > closed)) return 'can be corrected';
  return batches.some(({ posting }) => posting > 0) ? 'posted' : '';
}

/**
 * Writes down that a snapshot, the folder of a run or a part of it is deleted; the caller deletes it afterwards. One that posted batches
 * rest on goes only when no run can correct them any more and all of them were posted before `keptUntil` (`YYYY-MM-DD`).
 *
 * @throws NorsktilskuddError refused LEDGER_SNAPSHOT_KEPT, LEDGER_ACT_REFUSED where the ledger wants a signature
 */
export function recordPruning(ledger: OpenLedger, snapshot: string, by: SignedActBy, keptUntil?: string): void {
  ledger.db.transaction(() => {
    const runName = snapshot.replace(/^(letters|reports)\//, prunedRunName(''));
    const uses = [...snapshotUses(ledger), ...runFolderUses(ledger)];
    const use = uses.find((candidate) => candidate.snapshot === runName);
    if (use && !mayGo(use, keptUntil)) {
      throw new NorsktilskuddError('refused', 'LEDGER_SNAPSHOT_KEPT', { snapshot, hold: use.hold });
    }
    const used = use?.hold === 'posted' ? 1 : 0;
    const journal = writeSignedAct(ledger.db, 'prune', by, { snapshot, used });
    ledger.db.prepare('INSERT INTO prunings (snapshot, journal, used) VALUES (?, ?, ?)').run(snapshot, journal, used);
  });
}

/** Whether the rules let a snapshot go. */
export function mayGo(use: Pick<SnapshotUse, 'hold' | 'postedOn'>, keptUntil: string | undefined): boolean {
  return use.hold === '' || (use.hold === 'posted' && keptUntil !== undefined && use.postedOn < keptUntil);
}
