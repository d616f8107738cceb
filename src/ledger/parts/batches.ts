import { recordAnnulment } from '../approval/annul';
import type { ApprovalInput } from '../approval/approval-payload';
import { approve, draftFaults } from '../approval/approve';
import { attest, type RunnerSignature, recordSignedDraft, signDraft } from '../approval/attest';
import { signaturesOfBatch } from '../approval/signatures';
import type { ActAnswer, BatchInfo } from '../drafts/batch-info';
import { allBatches, findBatch } from '../drafts/batches';
import type { DraftAnswer, DraftInput } from '../drafts/draft-input';
import { type OpeningInput, recordOpening } from '../drafts/opening';
import { planRun, previousManifestHash } from '../drafts/plan-run';
import { recordDraft } from '../drafts/record-draft';
import { withdraw } from '../drafts/withdraw';
import type { ActBy } from '../journal';
import { openingPaymentsOf } from '../opening-payments/payment-rows';
import { postingHead } from '../posting-reads';
import { blameLedger, blaming } from '../proof/blame';
import { ALL_POSTED, scopeOfPosting } from '../proof/prove';
import { carriedHistory, lineSumsOf, openingBalances } from '../reads/carried-history';
import { lastPosted } from '../reads/last-posted';
import { countedPostings, type LedgerLine, linesOf } from '../reads/lines';
import { paymentHistory } from '../reads/payment-history';
import { postedState, postedStateOfOne } from '../reads/posted-state';
import { standsBehind } from '../reads/stands-behind';
import { adjustedSum, correctionsOf, personsGranted, postedSum } from '../reads/year-figures';
import { refuseUnexplained, refuseWithoutLists } from '../witness/witness-rules';
import type { Doors } from './doors';

/** What is calculated, signed, approved and posted. */
export function batchesPart({ open, reading, readingOne, proven, witnessed, actingOn }: Doors) {
  const drafts = (): readonly BatchInfo[] => allBatches(open).filter((batch) => batch.state === 'draft');
  const posting = (runId: string) => scopeOfPosting(findBatch(open, runId));
  const ofRun = (runId: string) => ({ lines: [runId], drafts: [runId] });
  const signing =
    <I extends Omit<ApprovalInput, 'role'>>(act: (ledger: typeof open, runId: string, input: I) => ActAnswer) =>
    (runId: string, input: I): ActAnswer => {
      refuseWithoutLists(open);
      return witnessed(input, () => act(open, runId, input), posting(runId));
    };
  return {
    /** Head of the posted batches: what decides a result. The same history gives the same head on every machine. */
    postingHead: (): string => postingHead(open),
    /**
     * Postings, balances (less what is claimed) and coverage as of a posting head; the last one where none is given.
     * `before` is the journal number of an act: claims that were moved later do not count.
     */
    postedState: (asOfHead?: string, before?: number) =>
      blaming(
        proven({}, () => postedState(open, asOfHead, before)),
        (cause) => blameLedger(open, cause),
      ),
    /**
     * The same with the entries of one person alone, read by index; balances are left out. `ids` are all ids that are the
     * person, the one that counts first; NO_PERSON for the components without persons.
     */
    postedStateOfOne: readingOne(postedStateOfOne),
    /** Whether a run may start, and its supplement number. */
    planRun: reading(planRun, {}),
    /** Records a draft; with `sign` it is signed by its runner in the same transaction, so that a refused signature leaves none. */
    recordDraft(draft: DraftInput, sign?: RunnerSignature): DraftAnswer {
      refuseUnexplained(open);
      if (sign === undefined) return witnessed(draft, () => recordDraft(open, draft));
      refuseWithoutLists(open);
      return witnessed(draft, () => recordSignedDraft(open, draft, sign));
    },
    recordOpening(opening: OpeningInput): DraftAnswer {
      refuseUnexplained(open);
      return witnessed(opening, () => recordOpening(open, opening));
    },
    /** Drafts the annulment of the last batch, signed by its runner where `sign` is given; approved like any other. */
    recordAnnulment(runId: string, by: ActBy & { readonly reason: string }, sign?: RunnerSignature): DraftAnswer {
      refuseUnexplained(open);
      if (sign !== undefined) refuseWithoutLists(open);
      return witnessed(by, () => recordAnnulment(open, runId, by, sign), { payments: true });
    },
    /** Approves and posts in one transaction. */
    approve: signing(approve),
    /** Signs a draft as the one who made it. */
    signDraft: signing(signDraft),
    /** Attests a draft (attestasjon); posts nothing. */
    attest: signing(attest),
    withdraw: actingOn(withdraw),
    /** Signatures of the last draft of a run id, in the order in which they were given. */
    signaturesOf: reading((_, runId: string) => signaturesOfBatch(open.db, findBatch(open, runId)?.batch ?? 0)),
    /** Every draft ever recorded, the oldest first. */
    batches: reading(allBatches),
    /** Those that have not ended. */
    drafts: reading(drafts),
    batch: reading(findBatch),
    /** What keeps an open draft from ever being approved, whoever comes; empty where it can be. */
    draftFaults: reading(draftFaults, { payments: true }),
    /** Lines of a posted batch or of an open draft; none of a dead draft. Read to the end before anything is written. */
    linesOf: (runId: string): Iterable<LedgerLine> => ({
      [Symbol.iterator]: () => proven(ofRun(runId), () => linesOf(open, runId)),
    }),
    /** Postings that counted as of a head, of one person (all ids that are the person) or of NO_PERSON; the oldest first. */
    countedPostings: readingOne(countedPostings),
    /** Balances that an opening batch takes over; none of a draft that has ended. */
    openingBalances: (runId: string) => proven(ofRun(runId), () => openingBalances(open, runId)),
    /** What an earlier system paid, as told with an opening batch; undefined where nothing was reported. */
    openingPayments: reading((_, runId: string) => openingPaymentsOf(open, findBatch(open, runId)?.batch ?? 0)),
    /** How each balance came to be what it is, batch by batch. */
    carriedHistory: reading(carriedHistory, ALL_POSTED),
    /** Lines of some recipients added up by batch, grant year and component. */
    lineSumsOf: reading(lineSumsOf, ALL_POSTED),
    /** Persons for whom more has been posted than taken back, for a grant year, of one kind of recipient or of both. */
    personsGranted: reading(personsGranted, ALL_POSTED),
    /** Kroner posted for a grant year and component as of a posting head, adjustments left out. */
    postedSum: reading(postedSum, ALL_POSTED),
    adjustedSum: reading(adjustedSum, ALL_POSTED),
    /** Corrections in the batches of a grant year, by component. */
    correctionsOf: reading(correctionsOf, ALL_POSTED),
    /** Who stands behind a run's last draft. */
    standsBehind: reading(standsBehind),
    /** The batch that was posted last and counts; undefined where nothing does. */
    lastPosted: reading(lastPosted),
    /**
     * Batches that count with what was granted and paid, and the newest draft that stands on them; of a run as its
     * approver saw it.
     */
    paymentHistory: (run?: BatchInfo) =>
      proven({ ...ALL_POSTED, drafts: drafts().map(({ runId }) => runId) }, () => paymentHistory(open, run)),
    /** Manifest hash of the last posted batch, empty for none. */
    previousManifestHash: reading(previousManifestHash),
  };
}
