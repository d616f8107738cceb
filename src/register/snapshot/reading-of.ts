import type { ColumnMapping } from '../tables/column-mapping';
import { snapshotIdOf } from './snapshot-id';
import type { SnapshotMeta } from './snapshot-meta';

/** How an extract was read into a snapshot, beside what the extract says itself. */
export interface SnapshotReading {
  /** Format of the reading: 1, or 2 with the forms of names and values that data contract 1 lists. */
  readonly format: number;
  readonly columns: ColumnMapping;
  readonly rejectLimitPercent: number | null;
}

/**
 * How a snapshot was read. One that an earlier build stored does not hold the names of columns: it was read without any
 * where its id says so; undefined where nothing tells.
 */
export function readingOf(meta: SnapshotMeta): SnapshotReading | undefined {
  const { columns, files, registerHash, rejectLimitPercent, snapshotId, readerVersion } = meta;
  const format = Number(readerVersion);
  if (columns !== undefined) return { format, columns, rejectLimitPercent };
  const plain = snapshotIdOf({ files, mapping: {}, registerHash, rejectLimitPercent }, readerVersion);
  return plain === snapshotId ? { format, columns: {}, rejectLimitPercent } : undefined;
}
