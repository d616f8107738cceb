import type {
  BatchMoney,
  CarriedBalance,
  CaseAct,
  CaseDecision,
  ErrorDetail,
  PostedState,
  RecipientCode,
} from '../domain';
import { recordAnnulment } from './approval/annul';
import type { ApprovalInput } from './approval/approval-payload';
import { approve } from './approval/approve';
import { attest, signDraft } from './approval/attest';
import { type BatchSignature, signaturesOfBatch } from './approval/signatures';
import { type RunnerSignature, recordSignedDraft } from './approval/signed-draft';
import { actsInForce, allCases, type CasesAsOf } from './cases/case-reads';
import type { CaseActInfo, CaseInfo, CaseInput, CaseProposal } from './cases/case-types';
import { closeCase, confirmCaseAct, decideCase, openCase, proposeCaseAct, withdrawCaseAct } from './cases/record-case';
import type { ActAnswer, BatchInfo } from './drafts/batch-info';
import { allBatches, findBatch, snapshotsInUse } from './drafts/batches';
import type { DraftAnswer, DraftInput } from './drafts/draft-input';
import { type OpeningInput, recordOpening } from './drafts/opening';
import { type PlanRequest, planRun, previousManifestHash, type RunPlan } from './drafts/plan-run';
import { recordDraft } from './drafts/record-draft';
import { type WithdrawalInput, withdraw } from './drafts/withdraw';
import { type ActBy, journalHead, type SignedActBy } from './journal';
import {
  type AdoptedList,
  adoptedLists,
  adoptList,
  type ListAnswer,
  listInForce,
  requiresSignatures,
} from './lists/lists';
import type { ListKind, SignedList } from './lists/signed-list';
import { extendLedger } from './migration/extend';
import { migrateIfOlder } from './migration/migrate';
import { type OpenOptions, openLedgerFile } from './open-ledger';
import { type OpeningPayment, openingPaymentsOf } from './opening-payments/payment-rows';
import type { LedgerPayment, OutcomeAnswer, OutcomeInput, TrackedPayment } from './outcomes/outcome-types';
import { recordOutcome, trackedPayments } from './outcomes/outcomes';
import { bytesOfFile, paymentFiles } from './payment-files/file-reads';
import type { HandOverInput, PaymentFileContent, PaymentFileInfo } from './payment-files/file-types';
import { discardFiles, fileMade, handOver, writeFiles } from './payment-files/payment-files';
import { postingHead } from './posting-reads';
import { blameLedger, blaming } from './proof/blame';
import { ALL_POSTED, LedgerProof, type ProofScope, proveLedger, scopeOfPosting } from './proof/prove';
import { type CarriedStep, carriedHistory, type LineSum, lineSumsOf } from './reads/carried-history';
import { hasHad, journalBodies } from './reads/journal-reads';
import { type LastPosted, lastPosted } from './reads/last-posted';
import { type CountedPosting, countedPostings, type LedgerLine, linesOf, paymentsOf } from './reads/lines';
import { openingBalances } from './reads/opening-balances';
import { paymentHistory } from './reads/payment-history';
import { postedState, postedStateOfOne } from './reads/posted-state';

import { type StandsBehind, standsBehind } from './reads/stands-behind';
import { type PayableAgain, payableAgain } from './receipts/payable-again';
import { bytesOfReceipt, receiptsOf } from './receipts/receipt-reads';
import type {
  KeptFile,
  ReceiptInfo,
  ReceiptJudge,
  ReceiptMoves,
  ReceiptReading,
  ReceiptWithdrawal,
  WithdrawalRequest,
} from './receipts/receipt-types';
import { applyReceipt, receiveReceipt, withdrawReceipt } from './receipts/receipts';
import { type PaymentFate, paymentFates } from './receipts/settle';
import {
  type AnswerInput,
  blockRecipients,
  confirmRecipients,
  type RecipientAnswer,
  rejectRecipients,
} from './recipients/answer';
import { type ProposalInput, type ProposedRecipient, proposeRecipients } from './recipients/propose';
import { type RecipientHistoryRow, recipientHistory } from './recipients/recipient-history';
import type { RecipientsOfDay } from './recipients/recipient-types';
import { recipientsOn } from './recipients/recipients-on';
import { forgetPersons, personIds, type WhoToForget } from './retention/forget';
import { recordPruning, type SnapshotUse, snapshotUses } from './retention/retention';
import type { TableSet } from './schema/table-sets';
import { type VerificationReport, verifyLedger } from './verify/verify-ledger';
import { type ContinueAnswer, type ContinueInput, continueLedger } from './witness/continue';
import { keepWitness, withWitness } from './witness/keep-witness';
import {
  faultsWithNote,
  refuseBehind,
  refuseOtherList,
  refuseUnexplained,
  refuseWithoutLists,
} from './witness/witness-rules';

/**
 * The ledger: batches, postings, balances, payments and approvals, each written once. Whatever reads it is held to the bytes
 * that were hashed before it is given out (LEDGER_NOT_PROVEN, exit 5, names the rows that differ).
 */
export interface Ledger {
  readonly path: string;
  /** True where nothing can be paid from it. */
  readonly rehearsal: boolean;
  /** Format of the file. One of an older format is read as it is, and migrated by the first act that is written to it. */
  readonly format: number;
  /** Head of the posted batches: what decides a result. The same history gives the same head on every machine. */
  postingHead(): string;
  /** Head of every act, for keeping elsewhere. */
  journalHead(): string;
  /** True where the ledger has had this journal or posting head. */
  hasHad(head: string): boolean;
  /** The bytes of every act, the oldest first, for keeping elsewhere. Read to the end before anything is written. */
  journalBodies(): Iterable<string>;
  /**
   * Postings, balances (less what is claimed) and coverage as of a posting head; the last one where none is given.
   * `before` is the journal number of an act: claims that were moved later do not count.
   */
  postedState(asOfHead?: string, before?: number): PostedState;
  /**
   * The same with the entries of one person alone, read by index; balances are left out. `ids` are all ids that are the
   * person, the one that counts first; NO_PERSON for the components without persons.
   */
  postedStateOfOne(asOfHead: string, ids: readonly number[]): PostedState;
  /** Whether a run may start, and its supplement number. */
  planRun(request: PlanRequest): RunPlan;
  /** Records a draft; with `sign` it is signed by its runner in the same transaction, so that a refused signature leaves none. */
  recordDraft(draft: DraftInput, sign?: RunnerSignature): DraftAnswer;
  recordOpening(opening: OpeningInput): DraftAnswer;
  /** Drafts the annulment of the last batch, signed by its runner where `sign` is given; approved like any other. */
  recordAnnulment(runId: string, by: ActBy & { readonly reason: string }, sign?: RunnerSignature): DraftAnswer;
  /** Approves and posts in one transaction. */
  approve(runId: string, approval: ApprovalInput): ActAnswer;
  /** Signs a draft as the one who made it. */
  signDraft(runId: string, input: Omit<ApprovalInput, 'role'>): ActAnswer;
  /** Attests a draft (attestasjon); posts nothing. */
  attest(runId: string, input: Omit<ApprovalInput, 'role'>): ActAnswer;
  /** True once a list of approvers has been adopted: nothing is posted without every signature. */
  requiresSignatures(): boolean;
  /** Signatures of the last draft of a run id, in the order in which they were given. */
  signaturesOf(runId: string): readonly BatchSignature[];
  /** Adopts the next version of a list. */
  adoptList(list: SignedList, by: ActBy): ListAnswer;
  adoptedLists(kind: ListKind): readonly AdoptedList[];
  /** The version that holds on a day, `YYYY-MM-DD`. */
  listInForce(kind: ListKind, day: string): AdoptedList | undefined;
  withdraw(runId: string, by: WithdrawalInput): ActAnswer;
  /** Every draft ever recorded, the oldest first. */
  batches(): readonly BatchInfo[];
  /** Those that have not ended. */
  drafts(): readonly BatchInfo[];
  batch(runId: string): BatchInfo | undefined;
  /** Lines of a posted batch or of an open draft; none of a dead draft. Read to the end before anything is written. */
  linesOf(runId: string): Iterable<LedgerLine>;
  /** Postings that counted as of a head, of one person (all ids that are the person) or of NO_PERSON; the oldest first. */
  countedPostings(asOfHead: string, ids: readonly number[]): readonly CountedPosting[];
  /** Balances that an opening batch takes over; none of a draft that has ended. */
  openingBalances(runId: string): readonly CarriedBalance[];
  /** What an earlier system paid, as told with an opening batch; undefined where nothing was reported. */
  openingPayments(runId: string): readonly OpeningPayment[] | undefined;
  /** How each balance came to be what it is, batch by batch. */
  carriedHistory(): readonly CarriedStep[];
  /** Lines of some recipients added up by batch, grant year and component. */
  lineSumsOf(recipients: readonly number[]): readonly LineSum[];
  /** Payments ordered by a batch. */
  paymentsOf(runId: string): readonly LedgerPayment[];
  /** Records what became of payments: one act, one transaction. */
  recordOutcome(input: OutcomeInput): OutcomeAnswer;
  /** Every case with its acts. */
  cases(): readonly CaseInfo[];
  /** Acts of cases that a run reads: confirmed, not withdrawn, adjustments not posted; in the order of confirmation. */
  caseActs(asOf?: CasesAsOf): readonly CaseAct[];
  openCase(input: CaseInput): CaseInfo;
  /** Decides a case, by another than the one who opened it. */
  decideCase(caseNumber: number, decision: CaseDecision, by: SignedActBy & { readonly reason: string }): CaseInfo;
  closeCase(
    caseNumber: number,
    by: SignedActBy & { readonly reason: string },
  ): { readonly already: boolean; readonly found: CaseInfo };
  /** Proposes an act of a case; it counts once another has confirmed it. */
  proposeCaseAct(input: CaseProposal): CaseActInfo;
  confirmCaseAct(act: number, by: SignedActBy): { readonly already: boolean; readonly found: CaseActInfo };
  /** Drops a proposal, or proposes the withdrawal of an act in force. */
  withdrawCaseAct(act: number, by: SignedActBy & { readonly reason: string; readonly salt: string }): CaseActInfo;
  /**
   * Fixes files of payments before they are written: one act a file, one transaction. Nobody else writes to the ledger
   * while they are planned.
   */
  writePaymentFiles(plan: () => readonly PaymentFileContent[], by: SignedActBy): readonly PaymentFileInfo[];
  /** Writes down that a file stands as it was meant to; the same again: "already" (false). */
  paymentFileMade(name: string, by: SignedActBy): boolean;
  /** Writes down that files of a run were handed over. */
  handOverPaymentFiles(input: HandOverInput): readonly PaymentFileInfo[];
  /** Gives up files of a run that were never handed over, by their names or all of them; their payments can go into another. */
  discardPaymentFiles(runId: string, names: readonly string[], by: SignedActBy): readonly PaymentFileInfo[];
  /** Files of payments of a run, or of all. */
  paymentFiles(runId?: string): readonly PaymentFileInfo[];
  /** The bytes of a file as they were fixed before it was written. */
  bytesOfPaymentFile(file: number): Uint8Array;
  /** Proposes rows for the register of recipients; returns those that were news. */
  proposeRecipients(input: ProposalInput): readonly ProposedRecipient[];
  /** Confirms proposed rows, and accounts that a bank refused, as a second person. */
  confirmRecipients(input: AnswerInput): RecipientAnswer;
  /** Takes proposed rows back. */
  rejectRecipients(input: AnswerInput): RecipientAnswer;
  /** Blocks the accounts of recipients until a second person has confirmed them anew; returns those blocked now. */
  blockRecipients(
    by: SignedActBy & { readonly reason: string },
    recipients: readonly RecipientCode[],
  ): readonly RecipientCode[];
  /** Everybody in the register of recipients on a day, `YYYY-MM-DD`; undefined where the ledger has none. */
  recipientsOn(day: string): RecipientsOfDay | undefined;
  /** Every row of the register with who proposed and answered it, the oldest first; empty where the ledger has none. */
  recipientHistory(): readonly RecipientHistoryRow[];
  /** Keeps files as they are, before anything is made of them: one act a file. */
  receiveReceipt(file: KeptFile, by: SignedActBy): { readonly receipt: number; readonly already: boolean };
  /** Writes down what a kept file says of payments, and brings their outcomes to what is proven now. */
  applyReceipt(reading: ReceiptReading, judge: ReceiptJudge, by: SignedActBy): ReceiptMoves;
  /** Says that a record is wrong; the second person who says so withdraws it. */
  withdrawReceipt(
    request: WithdrawalRequest,
    judge: ReceiptJudge,
  ): ReceiptMoves & { readonly withdrawal: ReceiptWithdrawal };
  /** Files that were kept, with what was made of them. */
  receipts(): readonly ReceiptInfo[];
  bytesOfReceipt(receipt: number): Uint8Array;
  /** What messages, and what was reported by hand, make of the payments of a posted batch. */
  paymentFates(runId: string, judge: ReceiptJudge): readonly PaymentFate[];
  /** Payments of a posted batch that were refused or came back and stand in no file since. */
  payableAgain(runId: string): readonly PayableAgain[];
  /** Who stands behind a run's last draft. */
  standsBehind(runId: string): StandsBehind;
  /** The batch that was posted last and counts; undefined where nothing does. */
  lastPosted(): LastPosted | undefined;
  /** Payments of a posted batch with what has become of them. */
  trackedPayments(runId: string): readonly TrackedPayment[];
  /**
   * Batches that count with what was granted and paid, and the newest draft that stands on them; of a run as its
   * approver saw it.
   */
  paymentHistory(run?: BatchInfo): readonly BatchMoney[];
  /** Manifest hash of the last posted batch, empty for none. */
  previousManifestHash(): string;
  /** Snapshots that posted batches rest on. */
  snapshotsInUse(): readonly string[];
  /** Every snapshot that a draft has rested on, with what keeps it. */
  snapshotUses(): readonly SnapshotUse[];
  /** Writes down that a snapshot is deleted; the file goes afterwards. */
  recordPruning(snapshot: string, by: SignedActBy, keptUntil?: string): void;
  /** DUF numbers that the ledger holds, for look-ups by pseudonym. Read to the end before anything is written. */
  personIds(): Iterable<number>;
  /** Deletes DUF numbers of persons whom no run can reach any more; returns how many. */
  forgetPersons(who: WhoToForget, by: SignedActBy): number;
  /**
   * What was posted or adopted with this ledger and is not in it (it is an older copy), and its note where that is missing.
   * Empty where all is well.
   */
  missing(): readonly ErrorDetail[];
  /** Refuses to go on where anything is missing (LEDGER_BEHIND). */
  refuseBehind(): void;
  /** Writes down by name why the ledger goes on all the same, and writes the note anew. */
  continueWith(by: ContinueInput): ContinueAnswer;
  /** Adds a set of later tables; false where the ledger holds it. */
  extend(set: TableSet, by: ActBy): boolean;
  /** Does something while no other process can write to the ledger; nothing may be recorded meanwhile. */
  whileLocked<T>(work: () => T): T;
  /**
   * Holds what is about to be shown or built upon to the bytes that were hashed. Acts do it by themselves.
   *
   * @throws NorsktilskuddError verification LEDGER_NOT_PROVEN with the rows that differ
   */
  prove(scope?: ProofScope): void;
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
  /**
   * Does something to the ledger, in one transaction with the proof of what it builds upon. A ledger of an older format is
   * migrated first, in the same name.
   */
  const written = <T>(by: ActBy, act: () => T, scope?: ProofScope): T => {
    migrateIfOlder(open, by);
    return open.db.transaction(() => {
      proveLedger(open, scope);
      return act();
    });
  };
  const witnessed = <T>(by: ActBy, act: () => T, scope?: ProofScope): T =>
    withWitness(open, () => written(by, act, scope));
  /** An act outside batches: not in an older copy. */
  const act = <T>(by: ActBy, work: () => T): T => {
    refuseBehind(open);
    return written(by, work);
  };
  const posting = (runId: string): ProofScope => scopeOfPosting(findBatch(open, runId));
  const blame = (cause: unknown): unknown => blameLedger(open, cause);
  const proof = new LedgerProof(open);
  const { proves = true } = options;
  /** What is given out has been proven: the acts, or more. */
  const ofActs = <T>(read: () => T): T => {
    if (proves) proof.holdActs();
    return read();
  };
  const proven = <T>(scope: ProofScope, read: () => T): T => {
    if (proves) proof.hold(scope);
    return read();
  };
  const ofOne = <T>(head: string, ids: readonly number[], read: () => T): T => {
    if (proves) proof.holdOne(head, ids);
    return read();
  };
  const drafts = (): readonly BatchInfo[] => allBatches(open).filter((batch) => batch.state === 'draft');
  const ledger: Ledger = {
    path,
    rehearsal: open.rehearsal,
    get format() {
      return open.format;
    },
    postingHead: () => postingHead(open),
    journalHead: () => journalHead(open.db),
    hasHad: (head) => ofActs(() => hasHad(open, head)),
    journalBodies: () => ({ [Symbol.iterator]: () => journalBodies(open) }),
    postedState: (asOfHead, before) =>
      blaming(
        proven({}, () => postedState(open, asOfHead, before)),
        blame,
      ),
    postedStateOfOne: (asOfHead, ids) => ofOne(asOfHead, ids, () => postedStateOfOne(open, asOfHead, ids)),
    planRun: (request) => proven({}, () => planRun(open, request)),
    recordDraft: (draft, sign) => {
      refuseUnexplained(open);
      if (sign === undefined) return witnessed(draft, () => recordDraft(open, draft));
      refuseWithoutLists(open);
      return witnessed(draft, () => recordSignedDraft(open, draft, sign));
    },
    recordOpening: (opening) => {
      refuseUnexplained(open);
      return witnessed(opening, () => recordOpening(open, opening));
    },
    recordAnnulment: (runId, by, sign) => {
      refuseUnexplained(open);
      if (sign !== undefined) refuseWithoutLists(open);
      return witnessed(by, () => recordAnnulment(open, runId, by, sign), { payments: true });
    },
    approve: (runId, approval) => {
      refuseWithoutLists(open);
      return witnessed(approval, () => approve(open, runId, approval), posting(runId));
    },
    signDraft: (runId, input) => {
      refuseWithoutLists(open);
      return witnessed(input, () => signDraft(open, runId, input), posting(runId));
    },
    attest: (runId, input) => {
      refuseWithoutLists(open);
      return witnessed(input, () => attest(open, runId, input), posting(runId));
    },
    requiresSignatures: () => ofActs(() => requiresSignatures(open.db)),
    signaturesOf: (runId) => ofActs(() => signaturesOfBatch(open.db, findBatch(open, runId)?.batch ?? 0)),
    adoptList: (list, by) => {
      refuseOtherList(open, list);
      return witnessed(by, () => adoptList(open, list, by));
    },
    adoptedLists: (kind) => ofActs(() => adoptedLists(open.db, kind)),
    listInForce: (kind, day) => ofActs(() => listInForce(open.db, kind, day)),
    withdraw: (runId, by) => {
      refuseBehind(open);
      return written(by, () => withdraw(open, runId, by));
    },
    batches: () => ofActs(() => allBatches(open)),
    drafts: () => ofActs(drafts),
    batch: (runId) => ofActs(() => findBatch(open, runId)),
    linesOf: (runId) => ({
      [Symbol.iterator]: () => proven({ lines: [runId], drafts: [runId] }, () => linesOf(open, runId)),
    }),
    countedPostings: (asOfHead, ids) => ofOne(asOfHead, ids, () => countedPostings(open, asOfHead, ids)),
    openingBalances: (runId) => proven({ lines: [runId], drafts: [runId] }, () => openingBalances(open, runId)),
    openingPayments: (runId) => ofActs(() => openingPaymentsOf(open, findBatch(open, runId)?.batch ?? 0)),
    carriedHistory: () => proven(ALL_POSTED, () => carriedHistory(open)),
    lineSumsOf: (recipients) => proven(ALL_POSTED, () => lineSumsOf(open, recipients)),
    paymentsOf: (runId) => proven({ payments: true }, () => paymentsOf(open, runId)),
    cases: () => ofActs(() => allCases(open)),
    caseActs: (asOf) => ofActs(() => actsInForce(open, asOf)),
    openCase: (input) => act(input, () => openCase(open, input)),
    decideCase: (caseNumber, decision, by) => act(by, () => decideCase(open, caseNumber, decision, by)),
    closeCase: (caseNumber, by) => act(by, () => closeCase(open, caseNumber, by)),
    proposeCaseAct: (input) => act(input, () => proposeCaseAct(open, input)),
    confirmCaseAct: (number, by) => act(by, () => confirmCaseAct(open, number, by)),
    withdrawCaseAct: (number, by) => act(by, () => withdrawCaseAct(open, number, by)),
    recordOutcome: (input) => {
      refuseBehind(open);
      return written(input, () => recordOutcome(open, input), { payments: true });
    },
    writePaymentFiles: (plan, by) => {
      refuseBehind(open);
      return written(by, () => writeFiles(open, plan(), by), { payments: true });
    },
    paymentFileMade: (name, by) => written(by, () => fileMade(open, name, by), { payments: true }),
    handOverPaymentFiles: (input) => {
      refuseBehind(open);
      return written(input, () => handOver(open, input), { payments: true });
    },
    discardPaymentFiles: (runId, names, by) => {
      refuseBehind(open);
      return written(by, () => discardFiles(open, runId, names, by), { payments: true });
    },
    paymentFiles: (runId) => ofActs(() => paymentFiles(open, runId)),
    bytesOfPaymentFile: (file) => ofActs(() => bytesOfFile(open, file)),
    proposeRecipients: (input) => {
      refuseBehind(open);
      return written(input, () => proposeRecipients(open, input));
    },
    confirmRecipients: (input) => {
      refuseBehind(open);
      return written(input, () => confirmRecipients(open, input));
    },
    rejectRecipients: (input) => {
      refuseBehind(open);
      return written(input, () => rejectRecipients(open, input));
    },
    blockRecipients: (by, recipients) => {
      refuseBehind(open);
      return written(by, () => blockRecipients(open, { ...by, recipients }));
    },
    recipientsOn: (day) => ofActs(() => recipientsOn(open, day)),
    recipientHistory: () => ofActs(() => recipientHistory(open)),
    receiveReceipt: (file, by) => {
      refuseBehind(open);
      return written(by, () => receiveReceipt(open, file, by), { payments: true });
    },
    applyReceipt: (reading, judge, by) => {
      refuseBehind(open);
      return written(by, () => applyReceipt(open, reading, judge, by), { payments: true });
    },
    withdrawReceipt: (request, judge) => {
      refuseBehind(open);
      return written(request, () => withdrawReceipt(open, request, judge), { payments: true });
    },
    receipts: () => ofActs(() => receiptsOf(open)),
    bytesOfReceipt: (receipt) => ofActs(() => bytesOfReceipt(open, receipt)),
    paymentFates: (runId, judge) => proven({ payments: true }, () => paymentFates(open, runId, judge)),
    payableAgain: (runId) => proven({ payments: true }, () => payableAgain(open, runId)),
    standsBehind: (runId) => ofActs(() => standsBehind(open, runId)),
    lastPosted: () => ofActs(() => lastPosted(open)),
    trackedPayments: (runId) => proven({ payments: true }, () => trackedPayments(open, runId)),
    paymentHistory: (run) =>
      proven({ ...ALL_POSTED, drafts: drafts().map(({ runId }) => runId) }, () => paymentHistory(open, run)),
    previousManifestHash: () => ofActs(() => previousManifestHash(open)),
    snapshotsInUse: () => ofActs(() => snapshotsInUse(open)),
    snapshotUses: () => ofActs(() => snapshotUses(open)),
    recordPruning: (snapshot, by, keptUntil) => {
      refuseBehind(open);
      return written(by, () => recordPruning(open, snapshot, by, keptUntil));
    },
    personIds: () => ({ [Symbol.iterator]: () => proven({}, () => personIds(open)) }),
    forgetPersons: (who, by) => {
      refuseBehind(open);
      return written(by, () => forgetPersons(open, who, by), ALL_POSTED);
    },
    missing: () => faultsWithNote(open),
    refuseBehind: () => refuseBehind(open),
    continueWith: (by) => {
      const answer = written(by, () => continueLedger(open, by), ALL_POSTED);
      keepWitness(open, true);
      return answer;
    },
    extend: (set, by) => written(by, () => extendLedger(open, set, by)),
    whileLocked: (work) => open.db.transaction(work),
    prove: (scope) => proof.hold(scope),
    verify: () => verifyLedger(open),
    close: () => open.db.close(),
  };
  return blaming(ledger, blame);
}
