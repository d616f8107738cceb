import { type ErrorDetail, errorDetail, NorsktilskuddError } from '../../domain';
import { listHash, type SignedList } from '../lists/signed-list';
import type { OpenLedger } from '../posting-reads';
import { type WitnessGap, witnessGap } from './witness';

/** What is wrong where the ledger is not the one that its notes know; empty where it is. */
export function witnessFaults(ledger: OpenLedger): ErrorDetail[] {
  return faultsOf(ledger, witnessGap(ledger));
}

/** The same with the note itself, where it is missing. */
export function faultsWithNote(ledger: OpenLedger): ErrorDetail[] {
  const gap = witnessGap(ledger);
  return [...noteFaults(ledger, gap), ...faultsOf(ledger, gap)];
}

function noteFaults({ path }: OpenLedger, { missingNote: file }: WitnessGap): ErrorDetail[] {
  return file === undefined ? [] : [errorDetail('LEDGER_NOTE_MISSING', { path, file })];
}

function faultsOf({ path }: OpenLedger, gap: WitnessGap): ErrorDetail[] {
  const list = ({ file, kind, version }: WitnessGap['lostLists'][number]) => ({ path, file, kind, version });
  const posting = ({ file, posting: number, runId }: WitnessGap['lostPostings'][number]) => ({
    path,
    file,
    posting: number,
    runId,
  });
  return [
    ...gap.otherPostings.map((row) => errorDetail('LEDGER_POSTED_OTHER', posting(row))),
    ...gap.otherLists.map((row) => errorDetail('LEDGER_LIST_OTHER', list(row))),
    ...gap.lostPostings.map((row) =>
      errorDetail(row.head === '' ? 'LEDGER_APPROVAL_LOST' : 'LEDGER_POSTING_LOST', posting(row)),
    ),
    ...gap.lostLists.map((row) => errorDetail('LEDGER_LIST_LOST', list(row))),
  ];
}

/**
 * Refuses whatever changes money or evidence while the ledger's note is missing, or one that it knows of tells what the
 * ledger lacks, and nobody has said by name why it may go on.
 *
 * @throws NorsktilskuddError refused LEDGER_BEHIND with everything that is missing as a detail
 */
export function refuseUnexplained(ledger: OpenLedger): void {
  const gap = witnessGap(ledger);
  const isExplained = [...gap.lostPostings, ...gap.otherPostings, ...gap.otherLists].every((row) => row.isExplained);
  if (isExplained && gap.missingNote === undefined) return;
  throw behind(ledger, [...noteFaults(ledger, gap), ...faultsOf(ledger, gap)]);
}

/**
 * Refuses an act on a ledger that lacks something that was done with it, explained or not.
 *
 * @throws NorsktilskuddError refused LEDGER_BEHIND with everything that is missing as a detail
 */
export function refuseBehind(ledger: OpenLedger): void {
  const faults = faultsWithNote(ledger);
  if (faults.length > 0) throw behind(ledger, faults);
}

/**
 * Refuses to calculate any batch but the next one that is missing: another would pay again what that one has paid.
 *
 * @throws NorsktilskuddError refused LEDGER_BEHIND
 */
export function refuseOtherTerm(ledger: OpenLedger, grantYear: number, term: number): void {
  refuseUnexplained(ledger);
  const { lostPostings, otherPostings } = witnessGap(ledger);
  const [next] = lostPostings;
  const isNext = next === undefined || (next.kind === 'run' && next.grantYear === grantYear && next.term === term);
  if (otherPostings.length > 0 || !isNext) throw behind(ledger, witnessFaults(ledger));
}

/**
 * Refuses signatures on a ledger that somebody has to answer for first, and while a list is missing, since a key that has
 * been taken off it would hold again.
 *
 * @throws NorsktilskuddError refused LEDGER_BEHIND
 */
export function refuseWithoutLists(ledger: OpenLedger): void {
  refuseUnexplained(ledger);
  const { lostLists, otherLists, otherPostings } = witnessGap(ledger);
  if (lostLists.length + otherLists.length + otherPostings.length > 0) throw behind(ledger, witnessFaults(ledger));
}

/**
 * Refuses a posting in a place where another was posted before.
 *
 * @throws NorsktilskuddError refused LEDGER_BEHIND
 */
export function refuseOtherPosting(ledger: OpenLedger, posting: number, runId: string, head: string): void {
  const { lostPostings } = witnessGap(ledger);
  const before = lostPostings.find((row) => row.posting === posting) ?? lostPostings.find((row) => row.head === '');
  if (before === undefined) return;
  const isSame = before.head === '' ? before.runId === runId : before.head === head;
  if (!isSame) throw behind(ledger, witnessFaults(ledger));
}

/**
 * Refuses to adopt any list but the one that was adopted in its place, while one is missing; and any while something else
 * is that nobody has answered for.
 *
 * @throws NorsktilskuddError refused LEDGER_BEHIND
 */
export function refuseOtherList(ledger: OpenLedger, list: SignedList): void {
  const hash = listHash(list);
  const { lostLists } = witnessGap(ledger);
  if (lostLists.some((row) => row.hash === hash)) return;
  refuseUnexplained(ledger);
  const { kind, version } = list;
  if (lostLists.some((row) => row.kind === kind && row.version === version))
    throw behind(ledger, witnessFaults(ledger));
}

/** The refusal of an act on a ledger that is not the newest. */
export function behind(ledger: OpenLedger, faults: readonly ErrorDetail[]): NorsktilskuddError {
  return new NorsktilskuddError('refused', 'LEDGER_BEHIND', { path: ledger.path }, faults);
}
