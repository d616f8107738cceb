export * from './access-log';
export * from './approval-folder';
export * from './approved-rates';
export * from './control-totals';
export { dossierReadme } from './dossier/dossier-readme';
export { headOfActs, journalUntil } from './dossier/journal-until';
export { type ArchiveFile, chunksOf, writeTar } from './dossier/write-tar';
export { type RecipientExport, recipientExport } from './export/recipient-export';
export { parseListFile, parsePersonFile, writeListFile, writePersonFile } from './list-file';
export * from './manifest';
export { type Manifest, manifestOf } from './manifest-of';
export { PayoutLineFile, type PayoutLineRow } from './payout-line-file';
export * from './pseudonym';
export * from './pseudonym-key';
export * from './read-access-log';
export * from './run-id';
export { readManifest, readSealedText, requestOf, requireSealed } from './run-manifest';
export { checklistOf } from './sample/checklist';
export {
  type DrawnItem,
  type DrawOptions,
  drawSample,
  type SampleItem,
  STRATA,
  type Stratum,
} from './sample/draw-sample';
export { evaluateSample, type SampledRow, type StratumPopulation, type StratumResult } from './sample/evaluate-sample';
export { type OutcomeResult, outcomeHeads, readOutcomes, type SampleOutcome, withOutcome } from './sample/outcomes';
export * from './shipped-figures';
export * from './signing-key';
export { compareWithSql, type SqlDifference } from './sql/sql-calculator';
export { type SqlLimit, sqlLimits } from './sql/sql-limits';
export * from './stored-snapshots';
export * from './trace-files';
export { type FolderTraceStore, openTraceStore } from './trace-store';
export { checkChain } from './verifier/check-chain';
export { checkPayments, type KnownFiles, paymentsBeside } from './verifier/check-payments';
export { checkUnsignedBetween } from './verifier/check-signers';
export { checkTables } from './verifier/check-tables';
export { isNameWithin } from './verifier/files';
export { Findings } from './verifier/findings';
export { compareFiles } from './verify/compare-files';
export { DISK, hashOfFile } from './verify/disk';
export { type PersonLeaf, personLeaves, type RunContents, readRunFolder } from './verify/run-contents';
export { type ApprovalsReport, verifyApprovals } from './verify/verify-approvals';
export { verifyLedgerMatch } from './verify/verify-ledger-match';
export { type FolderReport, verifyRunFolder } from './verify/verify-run-folder';
export * from './write-run-folder';
