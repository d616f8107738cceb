import { type RowOf, rowsOf, text, valuesOf, whole } from '../columns';
import type { OpenLedger } from '../posting-reads';
import { hasTables } from '../schema/table-sets';
import { DELETION_NAMES, type Deletable } from './tables';

/** Contents that somebody wants deleted, and whether another has confirmed it. */
const DELETION = {
  deletion: whole('p.deletion'),
  /** Day (`YYYY-MM-DD`) before which all of it was over. */
  keptUntil: text('p.kept_until'),
  proposedBy: text('j.actor'),
  /** Journal number of the confirmation, 0 while nobody has confirmed it. */
  confirmedIn: whole('coalesce(c.journal, 0)'),
};
/** With the numbers of receipts or cases that it names. */
export type Deletion = RowOf<typeof DELETION> & { readonly items: readonly number[] };

/** Deletions of a kind in the order in which they were proposed. */
export function deletionsOf(ledger: OpenLedger, what: Deletable): Deletion[] {
  const { set, proposals, confirmed } = DELETION_NAMES[what];
  if (!hasTables(ledger, set)) return [];
  const rest = `FROM ${proposals} AS p JOIN journal AS j ON j.sequence = p.journal
    LEFT JOIN ${confirmed} AS c USING (deletion) ORDER BY p.deletion`;
  return rowsOf(ledger.db, DELETION, rest).map((row) => ({ ...row, items: itemsOf(ledger, what, row.deletion) }));
}

/** Numbers that a deletion names, in ascending order. */
export function itemsOf({ db }: OpenLedger, what: Deletable, deletion: number): number[] {
  return valuesOf(
    db,
    Number,
    `SELECT item FROM ${DELETION_NAMES[what].items} WHERE deletion = ? ORDER BY item`,
    deletion,
  );
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
