export { type ColumnMapping, parseColumnMapping } from './column-mapping';
export { ExtractRejected } from './extract-rejected';
export { type ImportOptions, type ImportResult, importAndOpen, importExtract } from './import-extract';
export type { SnapshotBlock } from './read-block';
export { type Reject, RejectLog } from './reject-log';
export { REJECT_RULES, type RejectRule } from './reject-rules';
export { openSnapshot, type PersonPlace, Snapshot } from './snapshot';
export { READER_VERSION } from './snapshot-id';
export type { SnapshotFile, SnapshotMeta } from './snapshot-meta';
