import type { StoredSnapshot } from '../../audit';
import { formatWhole } from '../../domain';
import type { SnapshotHold } from '../../ledger';
import { type CliContext, say } from '../context';
import { textTable } from '../text-table';

/** What keeps a snapshot, in words. */
const HOLDS: Readonly<Record<SnapshotHold, { readonly nb: string; readonly en: string }>> = {
  'open draft': { nb: 'et åpent utkast bygger på det', en: 'an open draft rests on it' },
  'can be corrected': { nb: 'bokført; kan fortsatt rettes', en: 'posted; can still be corrected' },
  posted: { nb: 'bokført; til oppbevaringstiden er ute', en: 'posted; until its time of keeping is over' },
  '': { nb: 'kan slettes med prune', en: 'can be deleted with prune' },
};

/** Rules by which snapshots are kept or go. */
export const PRUNING_RULES = {
  nb: `Regler:
  - et øyeblikksbilde som et åpent utkast bygger på, beholdes
  - et som en bokført kjøring bygger på, beholdes så lenge en kjøring kan rette den (sitt eget år og året før)
  - deretter beholdes det til det slettes med --retention-expired DATO, og bare om alt ble bokført før den dagen
  - det nyeste beholdes, og de som ikke sier når de ble tatt: de sier hvem som har beskyttet adresse
  - alle andre slettes; hver sletting står i journalen, og hovedboken lar seg kontrollere som før
  - det som avbrutt arbeid har etterlatt ved siden av hovedboken, slettes
`,
  en: `Rules:
  - a snapshot that an open draft rests on is kept
  - one that a posted batch rests on is kept as long as a run can correct that batch (its own year and the one before)
  - after that it is kept until it is deleted with --retention-expired DATE, and only if all was posted before that day
  - the newest is kept, and those that do not say when they were taken: they say whose address is protected
  - all others are deleted; each deletion stands in the journal, and the ledger verifies as before
  - what broken-off work has left behind beside the ledger is deleted
`,
} as const;

/** Snapshots as a table. */
export function snapshotTable(snapshots: readonly StoredSnapshot[], context: CliContext): string {
  const head = say(context, {
    nb: 'øyeblikksbilde|tatt|personer|rader|kjøringer|',
    en: 'snapshot|taken|persons|rows|runs|',
  });
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
  if (snapshot.damaged) return say(context, { nb: 'SKADET', en: 'DAMAGED' });
  if (snapshot.file !== undefined) return say(context, HOLDS[snapshot.hold]);
  return prunedOn === ''
    ? say(context, { nb: 'MANGLER', en: 'MISSING' })
    : say(context, { nb: `slettet ${prunedOn}`, en: `deleted ${prunedOn}` });
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
