import type { SnapshotHold, StoredSnapshot } from '../app';
import type { TextKey } from '../messages';
import { type CliContext, say } from './context';
import { table } from './view';

/** What keeps a snapshot, in words. */
const HOLDS: Readonly<Record<SnapshotHold, TextKey>> = {
  'open draft': 'snapshots.open_draft_rests',
  'can be corrected': 'snapshots.posted_can_still',
  posted: 'snapshots.posted_until_time',
  '': 'snapshots.can_deleted_prune',
};

/** Snapshots as a table. */
export function snapshotTable(snapshots: readonly StoredSnapshot[], context: CliContext): string {
  const rows = snapshots.map((snapshot) => [
    snapshot.snapshot.slice(0, 16),
    snapshot.takenAt || '-',
    snapshot.file === undefined ? '-' : snapshot.persons,
    snapshot.file === undefined ? '-' : snapshot.rows,
    snapshot.runs.map(({ runId }) => runId).join(' ') || '-',
    stateOf(snapshot, context),
  ]);
  return table(context, 'snapshots.columns_snapshot', 'llnnll', rows);
}

function stateOf({ damaged, file, hold, prunedOn }: StoredSnapshot, context: CliContext): string {
  if (damaged) return say(context, 'snapshots.damaged');
  if (file !== undefined) return say(context, HOLDS[hold]);
  return prunedOn === '' ? say(context, 'common.missing') : say(context, 'snapshots.deleted', { prunedOn });
}
