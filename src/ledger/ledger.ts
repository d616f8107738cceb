import type { PostedState } from '../domain';
import { recordAnnulment } from './annul';
import { approve } from './approve';
import { allBatches, findBatch, snapshotsInUse } from './batches';
import { type ActBy, journalHead } from './journal';
import { linesOf, paymentsOf, postingsOfPersons } from './lines';
import { type OpenOptions, openLedgerFile } from './open-ledger';
import { recordOpening } from './opening';
import { planRun, previousManifestHash } from './plan-run';
import { postedState } from './posted-state';
import { postingHead } from './posting-reads';
import { recordDraft } from './record-draft';
import type {
  ActAnswer,
  ApprovalInput,
  BatchInfo,
  DraftAnswer,
  DraftInput,
  LedgerLine,
  LedgerPayment,
  OpeningInput,
  PlanRequest,
  RunPlan,
  VerificationReport,
  WithdrawalInput,
} from './types';
import { verifyLedger } from './verify';
import { withdraw } from './withdraw';

/** The ledger: batches, postings, balances, payments and approvals, each written once. */
export interface Ledger {
  readonly path: string;
  /** True where nothing can be paid from it. */
  readonly rehearsal: boolean;
  /** Head of the posted batches: what decides a result. The same history gives the same head on every machine. */
  postingHead(): string;
  /** Head of every act, for keeping elsewhere. */
  journalHead(): string;
  /** Postings, balances and coverage as of a posting head; the last one where none is given. */
  postedState(asOfHead?: string): PostedState;
  /** Whether a run may start, and its supplement number. */
  planRun(request: PlanRequest): RunPlan;
  recordDraft(draft: DraftInput): DraftAnswer;
  recordOpening(opening: OpeningInput): DraftAnswer;
  /** Drafts the annulment of the last batch; approved like any other. */
  recordAnnulment(runId: string, by: ActBy & { readonly reason: string }): DraftAnswer;
  /** Approves and posts in one transaction. */
  approve(runId: string, approval: ApprovalInput): ActAnswer;
  withdraw(runId: string, by: WithdrawalInput): ActAnswer;
  /** Every draft ever recorded, the oldest first. */
  batches(): readonly BatchInfo[];
  /** Those that have not ended. */
  drafts(): readonly BatchInfo[];
  batch(runId: string): BatchInfo | undefined;
  /** Lines of a posted batch or of an open draft; none of a dead draft. Read to the end before anything is written. */
  linesOf(runId: string): Iterable<LedgerLine>;
  postingsOfPersons(personIds: readonly number[]): readonly LedgerLine[];
  /** Payments ordered by a batch. */
  paymentsOf(runId: string): readonly LedgerPayment[];
  /** Manifest hash of the last posted batch, empty for none. */
  previousManifestHash(): string;
  /** Snapshots that must never be pruned. */
  snapshotsInUse(): readonly string[];
  /** Checks everything; faults are returned, not thrown. */
  verify(): VerificationReport;
  close(): void;
}

/**
 * Opens a ledger, or makes one where `create` is given.
 *
 * @example const ledger = openLedger('norsktilskudd.db', { create: { rehearsal: false } });
 */
export function openLedger(path: string, options: OpenOptions = {}): Ledger {
  const open = openLedgerFile(path, options);
  return {
    path,
    rehearsal: open.rehearsal,
    postingHead: () => postingHead(open),
    journalHead: () => journalHead(open.db),
    postedState: (asOfHead) => postedState(open, asOfHead),
    planRun: (request) => planRun(open, request),
    recordDraft: (draft) => recordDraft(open, draft),
    recordOpening: (opening) => recordOpening(open, opening),
    recordAnnulment: (runId, by) => recordAnnulment(open, runId, by),
    approve: (runId, approval) => approve(open, runId, approval),
    withdraw: (runId, by) => withdraw(open, runId, by),
    batches: () => allBatches(open),
    drafts: () => allBatches(open).filter((batch) => batch.state === 'draft'),
    batch: (runId) => findBatch(open, runId),
    linesOf: (runId) => ({ [Symbol.iterator]: () => linesOf(open, runId) }),
    postingsOfPersons: (personIds) => postingsOfPersons(open, personIds),
    paymentsOf: (runId) => paymentsOf(open, runId),
    previousManifestHash: () => previousManifestHash(open),
    snapshotsInUse: () => snapshotsInUse(open),
    verify: () => verifyLedger(open),
    close: () => open.db.close(),
  };
}
