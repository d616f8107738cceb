import { asDay, type ErrorDetail, errorDetail, formatDay, knownDay, NorsktilskuddError } from '../domain';
import type { Database } from '../effects';
import type { ActBy } from './journal';

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

/** Days that a clock may be past the last act and the extract before somebody must say that it is right. */
const CLOCK_AHEAD_DAYS = 120;

/**
 * A clock that is far ahead, in a real ledger that requires signatures: whatever bears its time holds up all signing until
 * that time has come. Empty where it is not, or where somebody has accepted it.
 *
 * @param extractDay day of the extract that the act rests on, `YYYY-MM-DD`; empty for none
 */
export function clockAhead(db: Database, by: ActBy, extractDay: string, isAccepted = false): ErrorDetail[] {
  if (isAccepted || by.acceptClock === true) return [];
  if (db.prepare("SELECT 1 FROM signed_lists WHERE kind = 'approvers' LIMIT 1").get() === undefined) return [];
  if (db.prepare('SELECT rehearsal FROM ledger').get()?.[0] === 1) return [];
  const lastAct = String(db.prepare("SELECT coalesce(max(at), '') FROM journal").get()?.[0]).slice(0, 10);
  const latest = lastAct > extractDay ? lastAct : extractDay;
  const day = by.at.slice(0, 10);
  if (latest === '' || day <= formatDay(asDay(knownDay(latest) + CLOCK_AHEAD_DAYS))) return [];
  return [errorDetail('LEDGER_CLOCK_AHEAD', { at: by.at, lastAct, days: CLOCK_AHEAD_DAYS })];
}

/** @throws NorsktilskuddError refused LEDGER_CLOCK_AHEAD */
export function refuseClockAhead(db: Database, by: ActBy, extractDay: string, isAccepted = false): void {
  const [ahead] = clockAhead(db, by, extractDay, isAccepted);
  if (ahead !== undefined) throw new NorsktilskuddError('refused', ahead.code, ahead.params);
}
