export { isFormerTableName } from './extract/find-files';
export { type ImportOptions, type ImportResult, importAndOpen, importExtract } from './extract/import-extract';
export {
  type ProgressListener,
  READING_STAGES,
  type ReadingProgress,
  type ReadingStage,
} from './extract/reading-progress';
export { ExtractRejected, rejectDetails } from './rejects/judge-rejects';
export { type LoweredLimits, READING_LIMITS } from './rejects/reading-limits';
export { type Reject, RejectLog } from './rejects/reject-log';
export { REJECT_RULES, type RejectRule } from './rejects/reject-rules';
export { type ArrivalsGroup, type ArrivalsRow, arrivalsTable } from './small-tables/arrivals-table';
export {
  balancesBeside,
  OPENING_BALANCES_TABLE,
  OPENING_POSTINGS_TABLE,
  openingPaymentsTable,
} from './small-tables/opening-tables';
export { RATES_TABLE } from './small-tables/rates-table';
export { type RecipientRegisterRow, recipientRegisterTable } from './small-tables/recipient-register-table';
export { RECIPIENTS_TABLE, type RecipientRow } from './small-tables/recipients-table';
export { withHeldRecipients } from './small-tables/small-column-kinds';
export { readSmallTable, rowsOrStop, type SmallTable, type SmallTableSpec } from './small-tables/small-table';
export { rowsReadOtherwise } from './snapshot/compare-readings';
export type { SnapshotBlock } from './snapshot/read-block';
export { isSoundSnapshot, openSnapshot, type PersonPlace, Snapshot, snapshotMetaAt } from './snapshot/snapshot';
export type { SnapshotFile, SnapshotMeta } from './snapshot/snapshot-format';
export { columnsWanted } from './snapshot/snapshot-format';
export { READER_VERSION, readingOf, type SnapshotReading, snapshotIdOf } from './snapshot/snapshot-id';
export { type ColumnMapping, parseColumnMapping } from './tables/column-mapping';
export { TABLE_SPECS, type TableName } from './tables/table-specs';
