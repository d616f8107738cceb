/*
 * What looking up one run does not need: everything that writes, checks the whole file, or lists. The ledger loads it when
 * a function of it is first called, so that look-ups answer at once.
 */
export { recordAnnulment } from './approval/annul';
export { approve } from './approval/approve';
export { attest, signDraft } from './approval/attest';
export { signaturesOfBatch } from './approval/signatures';
export { recordSignedDraft } from './approval/signed-draft';
export { recordOpening } from './drafts/opening';
export { planRun, previousManifestHash } from './drafts/plan-run';
export { recordDraft } from './drafts/record-draft';
export { withdraw } from './drafts/withdraw';
export { adoptedLists, adoptList, listInForce, requiresSignatures } from './lists/lists';
export { extendLedger } from './migration/extend';
export { migrateIfOlder } from './migration/migrate';
export { recordOutcome, trackedPayments } from './outcomes/outcomes';
export { blameLedger } from './proof/blame';
export { proveLedger, scopeOfPosting } from './proof/prove';
export { hasHad } from './reads/journal-reads';
export { lastPosted } from './reads/last-posted';
export { linesOf, paymentsOf, postingsOfPersons } from './reads/lines';
export { openingBalances } from './reads/opening-balances';
export { paymentHistory } from './reads/payment-history';
export { standsBehind } from './reads/stands-behind';
export { forgetPersons, personIds } from './retention/forget';
export { recordPruning, snapshotUses } from './retention/retention';
export { verifyLedger } from './verify/verify-ledger';
export { continueLedger } from './witness/continue';
export { keepWitness, withWitness } from './witness/keep-witness';
export {
  faultsWithNote,
  refuseBehind,
  refuseOtherList,
  refuseUnexplained,
  refuseWithoutLists,
} from './witness/witness-rules';
