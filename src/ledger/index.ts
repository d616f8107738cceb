export type { AccessHead } from './access-heads/head-rows';
export {
  type ApprovalInput,
  type ApprovalPayload,
  approvalPayload,
  type ReviewedFigures,
} from './approval/approval-payload';
export type { RunnerSignature } from './approval/attest';
export type { BatchSignature } from './approval/signatures';
export { type Restorable, restorable } from './care/restorable';
export type { CasesAsOf } from './cases/case-reads';
export * from './cases/case-types';
export * from './codes';
export type { DeletionAnswer } from './deletions/delete-contents';
export type { Deletable } from './deletions/tables';
export type { ContentHold, ContentUse } from './deletions/what-is-kept';
export { type Accepted, type Blocker, figureParams, wantedCode } from './drafts/accepted';
export type { ActAnswer, BatchInfo, BatchState, BatchTotals } from './drafts/batch-info';
export type { DraftAnswer, DraftInput } from './drafts/draft-input';
export type { OpeningInput } from './drafts/opening';
export type { PlanRequest, RunPlan } from './drafts/plan-run';
export type { WithdrawalInput } from './drafts/withdraw';
export { EMPTY_JOURNAL_HEAD } from './hash-chain';
export type { ActBy, ActKey, SignedActBy } from './journal';
export { actorKey } from './journal';
export { type Ledger, openLedger } from './ledger';
export { isHex64, signatureHolds } from './lists/ed25519';
export { isValidOn, LIST_SIGNATURES_NEEDED, type ListBefore, listFaults, personNamed } from './lists/list-faults';
export type { AdoptedList, ListAnswer } from './lists/lists';
export { parseRight, RIGHT_ACTS, rightText } from './lists/rights';
export * from './lists/signed-list';
export type { OpenOptions } from './open-ledger';
export type { OpeningPayment } from './opening-payments/payment-rows';
export type * from './outcomes/outcome-types';
export type * from './payment-files/file-types';
export { PAYMENT_CHANNELS } from './payment-files/file-types';
export { ALL_POSTED, type ProofScope } from './proof/prove';
export type { CarriedCell, CarriedStep, LineSum } from './reads/carried-history';
export type { LastPosted } from './reads/last-posted';
export type { CountedPosting, LedgerLine } from './reads/lines';
export { frozenText } from './reads/posted-state';
export type { StandsBehind } from './reads/stands-behind';
export type { PayableAgain } from './receipts/payable-again';
export type * from './receipts/receipt-types';
export type { PaymentFate } from './receipts/settle';
export type { AnswerInput, RecipientAnswer } from './recipients/answer';
export type { BlockedAccount } from './recipients/blocks';
export type { ProposalInput, ProposedRecipient } from './recipients/propose';
export type { RecipientFacts } from './recipients/recipient-entry';
export type { EntryFate, RecipientActBy, RecipientHistoryRow } from './recipients/recipient-history';
export * from './recipients/recipient-types';
export type { WhoToForget } from './retention/forget';
export {
  mayGo,
  prunedRunName,
  RUN_PARTS,
  type RunPart,
  type SnapshotHold,
  type SnapshotUse,
} from './retention/retention';
export type { TableSet } from './schema/table-sets';
export type { VerificationReport } from './verify/verify-ledger';
export type { ContinueAnswer, ContinueInput } from './witness/continue';
export { witnessPath } from './witness/witness-file';
