import { sha256Hex } from '../../domain';
import type { ColumnMapping } from '../tables/column-mapping';
import type { SnapshotMeta } from './snapshot-format';

/** Raised whenever the same bytes would be read into something else, or a snapshot is stored otherwise. */
export const READER_VERSION = '2';

export interface SnapshotIdentity {
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly mapping: ColumnMapping;
  /** Hash of the kommune and fylke registers. */
  readonly registerHash: string;
  readonly rejectLimitPercent: number | null;
}

/**
 * Name of a snapshot: a hash over everything that decides what is in it, so that the same extract is read once.
 *
 * @param readerVersion that of the build which stored it, where it is an earlier one
 */
export function snapshotIdOf(identity: SnapshotIdentity, readerVersion: string = READER_VERSION): string {
  const mapping = Object.entries(identity.mapping)
    .flatMap(([table, columns]) => Object.entries(columns).map(([column, name]) => [table, column, name]))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const canonical = JSON.stringify([
    'norsktilskudd snapshot',
    readerVersion,
    identity.files.map((file) => [file.name, file.sha256]).sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
    mapping,
    identity.registerHash,
    identity.rejectLimitPercent,
  ]);
  return sha256Hex(canonical);
}

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
