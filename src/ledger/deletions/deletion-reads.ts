import type { OpenLedger } from '../posting-reads';
import { hasTables } from '../schema/table-sets';
import { DELETION_NAMES, type Deletable } from './tables';

/** Contents that somebody wants deleted, and whether another has confirmed it. */
export interface Deletion {
  readonly deletion: number;
  /** Day (`YYYY-MM-DD`) before which all of it was over. */
  readonly keptUntil: string;
  /** Numbers of receipts or cases. */
  readonly items: readonly number[];
  readonly proposedBy: string;
  /** Journal number of the confirmation, 0 while nobody has confirmed it. */
  readonly confirmedIn: number;
}

/** Deletions of a kind in the order in which they were proposed. */
export function deletionsOf(ledger: OpenLedger, what: Deletable): Deletion[] {
  const { set, proposals, confirmed } = DELETION_NAMES[what];
  if (!hasTables(ledger, set)) return [];
  return ledger.db
    .prepare(
      `SELECT p.deletion, p.kept_until, j.actor, coalesce(c.journal, 0) FROM ${proposals} AS p
       JOIN journal AS j ON j.sequence = p.journal LEFT JOIN ${confirmed} AS c USING (deletion) ORDER BY p.deletion`,
    )
    .all()
    .map(([deletion, keptUntil, proposedBy, confirmedIn]) => ({
      deletion: Number(deletion),
      keptUntil: String(keptUntil),
      items: itemsOf(ledger, what, Number(deletion)),
      proposedBy: String(proposedBy),
      confirmedIn: Number(confirmedIn),
    }));
}

/** Numbers that a deletion names, in ascending order. */
export function itemsOf({ db }: OpenLedger, what: Deletable, deletion: number): number[] {
  return db
    .prepare(`SELECT item FROM ${DELETION_NAMES[what].items} WHERE deletion = ? ORDER BY item`)
    .all(deletion)
    .map(([item]) => Number(item));
}

/** Journal number of the act that deleted the content of each, by the number of the receipt or case. */
export function deletedIn(ledger: OpenLedger, what: Deletable): ReadonlyMap<number, number> {
  return new Map(
    deletionsOf(ledger, what).flatMap(({ items, confirmedIn }) =>
      confirmedIn === 0 ? [] : items.map((item) => [item, confirmedIn] as const),
    ),
  );
}

/** Day on which something was deleted by the number of its act; empty for none. */
export function dayOfDeletion({ db }: OpenLedger, journal: number | undefined): string {
  if (journal === undefined) return '';
  return String(db.prepare('SELECT substr(at, 1, 10) FROM journal WHERE sequence = ?').get(journal)?.[0] ?? '');
}
