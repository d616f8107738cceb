export { isFormerTableName } from './extract/file-names';
export { type ImportOptions, type ImportResult, importAndOpen, importExtract } from './extract/import-extract';
export {
  type ProgressListener,
  READING_STAGES,
  type ReadingProgress,
  type ReadingStage,
} from './extract/reading-progress';
export { ExtractRejected } from './rejects/extract-rejected';
export { rejectDetails } from './rejects/reject-details';
export { type Reject, RejectLog } from './rejects/reject-log';
export { REJECT_RULES, type RejectRule } from './rejects/reject-rules';
export { type LoweredLimits, READING_LIMITS } from './rows/reading-limits';
export {
  balancesBeside,
  OPENING_BALANCES_TABLE,
  OPENING_POSTINGS_TABLE,
  type OpeningBalanceRow,
  type OpeningPostingRow,
} from './small-tables/opening-tables';
export { RATES_TABLE } from './small-tables/rates-table';
export { RECIPIENTS_TABLE, type RecipientRow } from './small-tables/recipients-table';
export { readSmallTable, rowsOrStop, type SmallTable, type SmallTableSpec } from './small-tables/small-table';
export { withHeldRecipients } from './small-tables/with-held-recipients';
export { columnsWanted } from './snapshot/columns-wanted';
export { rowsReadOtherwise } from './snapshot/compare-readings';
export type { SnapshotBlock } from './snapshot/read-block';
export { readingOf, type SnapshotReading } from './snapshot/reading-of';
export { openSnapshot, type PersonPlace, Snapshot, snapshotMetaAt } from './snapshot/snapshot';
export { READER_VERSION, snapshotIdOf } from './snapshot/snapshot-id';
export type { SnapshotFile, SnapshotMeta } from './snapshot/snapshot-meta';
export { isSoundSnapshot } from './snapshot/sound-snapshot';
export { type ColumnMapping, parseColumnMapping } from './tables/column-mapping';
