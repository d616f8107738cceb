import { FEWEST_PERSONS } from '../../domain';
import type { BatchInfo } from '../../ledger';
import { type FolderRow, folderRows } from '../preview/folder-rows';

/** Amounts that are held for one reason since the same run. */
export interface HeldAge {
  readonly reason: string;
  /** Runs in a row that have held it, the last one among them. */
  readonly runs: number;
  /** As-of date of the first of them. */
  readonly since: string;
  readonly amounts: number;
  readonly persons: number;
  /** Kroner, sign apart; undefined of fewer than five persons. */
  readonly heldNok: number | undefined;
}

/** What the last of some posted runs holds, by reason and by the run that held it first, the oldest first. */
export function heldAges(posted: readonly BatchInfo[]): HeldAge[] {
  const earlier = posted.toReversed().map((batch) => {
    return { asOf: batch.asOf, rows: folderRows(batch.runFolder, 'held.csv') };
  });
  const keys = earlier.map(({ rows }) => new Set(rows.map(keyOf)));
  const sums = new Map<string, { reason: string; runs: number; rows: FolderRow[] }>();
  for (const row of earlier[0]?.rows ?? []) {
    const gone = keys.findIndex((held) => !held.has(keyOf(row)));
    const runs = gone < 0 ? keys.length : gone;
    const key = `${runs}\t${row.reason}`;
    const known = sums.get(key) ?? { reason: row.reason ?? '', runs, rows: [] };
    sums.set(key, known);
    known.rows.push(row);
  }
  return [...sums.values()]
    .sort((a, b) => b.runs - a.runs || (a.reason < b.reason ? -1 : 1))
    .map(({ reason, runs, rows }): HeldAge => {
      const persons = new Set(rows.map(({ person_ref: person = '' }) => person)).size;
      const heldNok = rows.reduce((sum, row) => sum + Math.abs(Number(row.held_amount)), 0);
      const since = earlier[runs - 1]?.asOf ?? '';
      return {
        reason,
        runs,
        since,
        amounts: rows.length,
        persons,
        heldNok: persons < FEWEST_PERSONS ? undefined : heldNok,
      };
    });
}

/** The same amount of the same person, whatever it is held for. */
function keyOf({ grant_year: year, component, person_ref: person }: FolderRow): string {
  return [year, component, person].join('\t');
}
