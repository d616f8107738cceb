export * from './access-log';
export * from './approval-folder';
export * from './control-totals';
export { dossierReadme, yearReadme } from './dossier/dossier-readme';
export { headOfActs, journalUntil } from './dossier/journal-until';
export { type ArchiveFile, chunksOf, writeTar } from './dossier/write-tar';
export { type RecipientExport, recipientExport } from './export/recipient-export';
export { parseListFile, parsePersonFile, writeListFile, writePersonFile } from './list-file';
export * from './manifest';
export { PayoutLineFile, type PayoutLineRow } from './payout-line-file';
export * from './pseudonym';
export * from './pseudonym-key';
export * from './read-access-log';
export * from './run-id';
export {
  DISK,
  hashOfFile,
  type Manifest,
  manifestInFolder,
  manifestOf,
  readManifest,
  readSealedText,
  requestOf,
  requireSealed,
} from './run-manifest';
export { checklistOf } from './sample/checklist';
export * from './sample/draw-sample';
export { type OutcomeResult, outcomeHeads, readOutcomes, type SampleOutcome, withOutcome } from './sample/outcomes';
export * from './shipped-figures';
export * from './signing-key';
export { compareWithSql, type SqlDifference } from './sql/sql-calculator';
export { type SqlLimit, sqlLimits } from './sql/sql-limits';
export * from './stored-snapshots';
export * from './trace-files';
export { checkChain } from './verifier/check-chain';
export { checkPayments, type KnownFiles, paymentsBeside } from './verifier/check-payments';
export { checkUnsignedBetween } from './verifier/check-signers';
export { checkTables } from './verifier/check-tables';
export { errorLimitNok } from './verifier/error-limit';
export { isNameWithin } from './verifier/files';
export { Findings } from './verifier/findings';
export * from './verifier/sample-results';
export { SENT_ANEW_BEFORE, SENT_ANEW_COLUMNS, SENT_ANEW_NAME } from './verifier/sent-anew';
export { compareFiles } from './verify/compare-files';
export { type PersonLeaf, personLeaves, type RunContents, readRunFolder } from './verify/run-contents';
export { type ApprovalsReport, verifyApprovals } from './verify/verify-approvals';
export { verifyLedgerMatch } from './verify/verify-ledger-match';
export { type FolderReport, verifyRunFolder } from './verify/verify-run-folder';
export * from './write-run-folder';
