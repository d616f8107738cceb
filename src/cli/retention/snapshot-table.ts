import type { StoredSnapshot } from '../../audit';
import { formatWhole } from '../../domain';
import type { SnapshotHold } from '../../ledger';
import type { TextKey } from '../../messages';
import { type CliContext, say } from '../context';
import { textTable } from '../text-table';

/** What keeps a snapshot, in words. */
const HOLDS: Readonly<Record<SnapshotHold, TextKey>> = {
  'open draft': 'snapshots.open_draft_rests',
  'can be corrected': 'snapshots.posted_can_still',
  posted: 'snapshots.posted_until_time',
  '': 'snapshots.can_deleted_prune',
};

/** Rules by which snapshots are kept or go. */
export const PRUNING_RULES = 'snapshots.rules_snapshot_open' as const;

/** Snapshots as a table. */
export function snapshotTable(snapshots: readonly StoredSnapshot[], context: CliContext): string {
  const head = say(context, 'snapshots.columns_snapshot');
  const rows = snapshots.map((snapshot) => [
    snapshot.snapshot.slice(0, 16),
    snapshot.takenAt || '-',
    snapshot.file === undefined ? '-' : formatWhole(snapshot.persons),
    snapshot.file === undefined ? '-' : formatWhole(snapshot.rows),
    snapshot.runs.map(({ runId }) => runId).join(' ') || '-',
    stateOf(snapshot, context),
  ]);
  return textTable(head.split('|'), 'llrrll', rows);
}

function stateOf(snapshot: StoredSnapshot, context: CliContext): string {
  const { prunedOn } = snapshot;
  if (snapshot.damaged) return say(context, 'snapshots.damaged');
  if (snapshot.file !== undefined) return say(context, HOLDS[snapshot.hold]);
  return prunedOn === '' ? say(context, 'common.missing') : say(context, 'snapshots.deleted', { prunedOn });
}

/** Snapshots for programs. */
export function snapshotJson(snapshots: readonly StoredSnapshot[]): object[] {
  return snapshots.map((snapshot) => ({
    snapshot: snapshot.snapshot,
    stored: snapshot.file !== undefined,
    taken_at: snapshot.takenAt,
    bytes: snapshot.bytes,
    persons: snapshot.persons,
    rows: snapshot.rows,
    runs: snapshot.runs.map(({ runId, state }) => ({ run_id: runId, state })),
    kept_because: snapshot.hold,
    posted_on: snapshot.postedOn,
    pruned_on: snapshot.prunedOn,
    prunable: snapshot.prunable,
    damaged: snapshot.damaged,
  }));
}
