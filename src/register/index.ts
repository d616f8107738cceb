export { type ColumnMapping, parseColumnMapping } from './column-mapping';
export { ExtractRejected } from './extract-rejected';
export { type ImportOptions, type ImportResult, importAndOpen, importExtract } from './import-extract';
export {
  OPENING_BALANCES_TABLE,
  OPENING_POSTINGS_TABLE,
  type OpeningBalanceRow,
  type OpeningPostingRow,
} from './opening-tables';
export { RATES_TABLE } from './rates-table';
export type { SnapshotBlock } from './read-block';
export { readingOf, type SnapshotReading } from './reading-of';
export { type ProgressListener, READING_STAGES, type ReadingProgress, type ReadingStage } from './reading-progress';
export { RECIPIENTS_TABLE, type RecipientRow } from './recipients-table';
export { rejectDetails } from './reject-details';
export { type Reject, RejectLog } from './reject-log';
export { REJECT_RULES, type RejectRule } from './reject-rules';
export { readSmallTable, rowsOrStop, type SmallTable, type SmallTableSpec } from './small-table';
export { openSnapshot, type PersonPlace, Snapshot } from './snapshot';
export { READER_VERSION } from './snapshot-id';
export type { SnapshotFile, SnapshotMeta } from './snapshot-meta';
