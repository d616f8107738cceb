import type { Database } from '../effects';

/**
 * Acts that all later ones rest on: a batch was posted, a list was adopted. What is signed or adopted after them bears no
 * earlier time. Otherwise somebody whose key has been taken off the list, or whose days on it are over, could set the
 * clock of the machine back to a day on which it held.
 */
const FOUNDATIONS = `sequence IN (SELECT journal FROM signed_lists) OR sequence IN (SELECT journal FROM posting_chain)`;

/**
 * The earliest time that a signature of a batch may bear: no earlier than its draft, the signatures before it, the last
 * list adopted and the last batch posted.
 *
 * @param before only acts with a lower number count
 */
export function earliestSigningTime(db: Database, batch: number, before = Number.MAX_SAFE_INTEGER): string {
  const row = db
    .prepare(
      `SELECT coalesce(max(at), '') FROM journal WHERE sequence < ? AND (${FOUNDATIONS}
       OR sequence = (SELECT journal FROM batches WHERE batch = ?)
       OR sequence IN (SELECT journal FROM signatures WHERE batch = ?))`,
    )
    .get(before, batch, batch);
  return String(row?.[0]);
}

/** The earliest time at which a list may be adopted, or an act that is no approval be signed. */
export function earliestActTime(db: Database, before = Number.MAX_SAFE_INTEGER): string {
  const row = db
    .prepare(`SELECT coalesce(max(at), '') FROM journal WHERE sequence < ? AND (${FOUNDATIONS})`)
    .get(before);
  return String(row?.[0]);
}
