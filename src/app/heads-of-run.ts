import type { BatchInfo, Ledger } from '../ledger';
import { withLedger } from './acts/act';

/** Both heads of a ledger, 64 hex digits each: now, or when a run was posted (empty of a draft). */
export interface HeadsOfRun {
  readonly postingHead: string;
  readonly journalHead: string;
}

/** What every list about a run names when it leaves the house: whoever keeps it can show what was posted by then. */
export function headsOfRun(ledger: Ledger, { runId, headAfter }: BatchInfo): HeadsOfRun {
  return { postingHead: headAfter, journalHead: ledger.journalHeadOfPosting(runId) };
}

/** What is read of a ledger with both its heads then: read again where somebody has written meanwhile. */
export function withHeads<T extends object>(db: string, read: () => T): T & HeadsOfRun {
  const before = headsNow(db);
  const answer = read();
  return headsNow(db).journalHead === before.journalHead ? { ...answer, ...before } : withHeads(db, read);
}

function headsNow(db: string): HeadsOfRun {
  return withLedger(db, true, (ledger) => ({ postingHead: ledger.postingHead(), journalHead: ledger.journalHead() }));
}
