import type { BatchInfo, Ledger } from '../ledger';

/** Both heads of a ledger when a run was posted, 64 hex digits each; empty of a draft. */
export interface HeadsOfRun {
  readonly postingHead: string;
  readonly journalHead: string;
}

/** What every list about a run names when it leaves the house: whoever keeps it can show what was posted by then. */
export function headsOfRun(ledger: Ledger, { runId, headAfter }: BatchInfo): HeadsOfRun {
  return { postingHead: headAfter, journalHead: ledger.journalHeadOfPosting(runId) };
}
