import type { ColumnMapping } from '../tables/column-mapping';
import type { TableName } from '../tables/table-spec';

/** Persons in a block. */
export const BLOCK_PERSONS = 1024;
/** Part numbers that a block takes: its own part, then the tables of BLOCK_TABLES. */
export const BLOCK_PARTS = 16;
/** Parts that are of no block have numbers below 0. */
export const PARTS = { teachingHours: -1, costBase: -2, identities: -3, rejectedWithoutRow: -4, firstIds: -5 } as const;
/** Rejects and findings are kept in pages: the n-th page is part `-1 - PAGE_PARTS * (n + 1)`, findings one below. */
const PAGE_PARTS = 16;
export const PAGE_ROWS = 4096;

export function rejectPage(page: number): number {
  return -1 - PAGE_PARTS * (page + 1);
}

export function findingPage(page: number): number {
  return rejectPage(page) - 1;
}

/** A file of the extract as it was read. */
export interface SnapshotFile {
  /** English table name, or `extract` for extract.json. */
  readonly table: TableName | 'extract';
  readonly name: string;
  readonly bytes: number;
  /** Data rows, the rejected ones included; 0 for extract.json. */
  readonly rows: number;
  readonly sha256: string;
  readonly encoding: string;
  readonly separator: string;
  /** Cells of the header. */
  readonly header: readonly string[];
  /** Column of each field of the table, -1 where the file has none. */
  readonly columnOf: readonly number[];
}

/** Number of the format of snapshots. Those of format 1 hold the same columns, read by the rules of reading format 1. */
export const SNAPSHOT_FORMAT = 2 as const;
const FORMATS: readonly number[] = [1, SNAPSHOT_FORMAT];

/** What a snapshot says about itself. */
export interface SnapshotMeta {
  readonly format: 1 | typeof SNAPSHOT_FORMAT;
  readonly readerVersion: string;
  readonly snapshotId: string;
  /** Hash of the kommune and fylke registers that its codes were checked against. */
  readonly registerHash: string;
  /** Day on which the extract was taken; null where extract.json does not say. */
  readonly takenAt: number | null;
  readonly source: string;
  readonly personCount: number;
  readonly files: readonly SnapshotFile[];
  /** Rejected rows by English table name, the cascade included; tables without any are left out. */
  readonly rejectedRows: Readonly<Record<string, number>>;
  /** Reasons for rejects. */
  readonly rejects: number;
  readonly findings: number;
  readonly rejectLimitPercent: number | null;
  /** Names of columns of the user's own; earlier snapshots do not say. */
  readonly columns?: ColumnMapping;
}

/**
 * Reads what a snapshot says about itself; undefined where it is of another format. The text is sealed, so that what has
 * the right format number is what this program wrote.
 */
export function parseSnapshotMeta(json: string): SnapshotMeta | undefined {
  const meta: SnapshotMeta = JSON.parse(json);
  const texts = [meta.readerVersion, meta.snapshotId, meta.registerHash, meta.source];
  const known = FORMATS.includes(meta.format) && Array.isArray(meta.files);
  return known && texts.every((text) => typeof text === 'string') ? meta : undefined;
}
