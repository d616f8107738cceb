import type { ColumnMapping } from '../tables/column-mapping';
import { snapshotIdOf } from './snapshot-id';
import type { SnapshotMeta } from './snapshot-meta';

/** How an extract was read into a snapshot, beside what the extract says itself. */
export interface SnapshotReading {
  readonly columns: ColumnMapping;
  readonly rejectLimitPercent: number | null;
}

/**
 * How a snapshot was read. One that an earlier build stored does not hold the names of columns: it was read without any
 * where its id says so; undefined where nothing tells.
 */
export function readingOf(meta: SnapshotMeta): SnapshotReading | undefined {
  const { columns, files, registerHash, rejectLimitPercent, snapshotId } = meta;
  if (columns !== undefined) return { columns, rejectLimitPercent };
  const plain = snapshotIdOf({ files, mapping: {}, registerHash, rejectLimitPercent });
  return plain === snapshotId ? { columns: {}, rejectLimitPercent } : undefined;
}
