import { type ErrorDetail, NorsktilskuddError } from '../../domain';
import { listHash, type SignedList } from '../lists/signed-list';
import type { OpenLedger } from '../posting-reads';
import { witnessGap } from './witness';
import { witnessPath } from './witness-file';

/** What is wrong where the ledger is not the one that the file beside it knows; empty where it is. */
export function witnessFaults(ledger: OpenLedger): ErrorDetail[] {
  const gap = witnessGap(ledger);
  const file = witnessPath(ledger.path);
  const { path } = ledger;
  const list = (code: string) => (row: { readonly kind: string; readonly version: number }) => ({
    code,
    params: { path, file, kind: row.kind, version: row.version },
  });
  const posting = (code: string) => (row: { readonly posting: number; readonly runId: string }) => ({
    code,
    params: { path, file, posting: row.posting, runId: row.runId },
  });
  return [
    ...gap.otherPostings.map(posting('LEDGER_POSTED_OTHER')),
    ...gap.otherLists.map(list('LEDGER_LIST_OTHER')),
    ...gap.lostPostings.map(posting('LEDGER_POSTING_LOST')),
    ...gap.lostLists.map(list('LEDGER_LIST_LOST')),
  ];
}

/**
 * Refuses an act on a ledger that lacks something that was done with it.
 *
 * @throws NorsktilskuddError refused LEDGER_BEHIND with everything that is missing as a detail
 */
export function refuseBehind(ledger: OpenLedger): void {
  const faults = witnessFaults(ledger);
  if (faults.length > 0) throw behind(ledger, faults);
}

/**
 * Refuses to calculate any batch but the next one that is missing: another would pay again what that one has paid.
 *
 * @throws NorsktilskuddError refused LEDGER_BEHIND
 */
export function refuseOtherTerm(ledger: OpenLedger, grantYear: number, term: number): void {
  const { lostPostings, otherPostings } = witnessGap(ledger);
  const [next] = lostPostings;
  const isNext = next === undefined || (next.kind === 'run' && next.grantYear === grantYear && next.term === term);
  if (otherPostings.length > 0 || !isNext) throw behind(ledger, witnessFaults(ledger));
}

/**
 * Refuses signatures while a list is missing, since a key that has been taken off it would hold again.
 *
 * @throws NorsktilskuddError refused LEDGER_BEHIND
 */
export function refuseWithoutLists(ledger: OpenLedger): void {
  const { lostLists, otherLists, otherPostings } = witnessGap(ledger);
  if (lostLists.length + otherLists.length + otherPostings.length > 0) throw behind(ledger, witnessFaults(ledger));
}

/**
 * Refuses a posting in a place where another was posted before.
 *
 * @throws NorsktilskuddError refused LEDGER_BEHIND
 */
export function refuseOtherPosting(ledger: OpenLedger, posting: number, head: string): void {
  const before = witnessGap(ledger).lostPostings.find((row) => row.posting === posting);
  if (before !== undefined && before.head !== head) throw behind(ledger, witnessFaults(ledger));
}

/**
 * Refuses to adopt another list than the one that was adopted in its place.
 *
 * @throws NorsktilskuddError refused LEDGER_BEHIND
 */
export function refuseOtherList(ledger: OpenLedger, list: SignedList): void {
  const { kind, version } = list;
  const before = witnessGap(ledger).lostLists.find((row) => row.kind === kind && row.version === version);
  if (before !== undefined && before.hash !== listHash(list)) throw behind(ledger, witnessFaults(ledger));
}

function behind(ledger: OpenLedger, faults: readonly ErrorDetail[]): NorsktilskuddError {
  return new NorsktilskuddError('refused', 'LEDGER_BEHIND', { path: ledger.path }, faults);
}
