import type { Database } from '../effects';

/**
 * The earliest time that a signature of a batch may bear: no earlier than its draft, the signatures before it and the
 * last list adopted. Otherwise somebody whose key has been taken off the list could set the clock of the machine back to
 * a day on which it still stood there.
 *
 * @param before only acts with a lower number count
 */
export function earliestSigningTime(db: Database, batch: number, before = Number.MAX_SAFE_INTEGER): string {
  const row = db
    .prepare(
      `SELECT coalesce(max(at), '') FROM journal WHERE sequence < ? AND (sequence IN (SELECT journal FROM signed_lists)
       OR sequence = (SELECT journal FROM batches WHERE batch = ?)
       OR sequence IN (SELECT journal FROM signatures WHERE batch = ?))`,
    )
    .get(before, batch, batch);
  return String(row?.[0]);
}

/** The earliest time at which a list may be adopted: not before the one adopted last. */
export function earliestAdoptionTime(db: Database, before = Number.MAX_SAFE_INTEGER): string {
  const row = db
    .prepare(
      "SELECT coalesce(max(at), '') FROM journal WHERE sequence < ? AND sequence IN (SELECT journal FROM signed_lists)",
    )
    .get(before);
  return String(row?.[0]);
}
