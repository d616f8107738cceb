import { z } from 'zod';
import { TABLES } from './table-spec';

/** Persons in a block. */
export const BLOCK_PERSONS = 1024;
/** Part numbers that a block takes: its own part, then the tables of BLOCK_TABLES. */
export const BLOCK_PARTS = 16;
/** Parts that are of no block have numbers below 0. */
export const PARTS = { teachingHours: -1, costBase: -2, identities: -3, rejectedWithoutRow: -4, firstIds: -5 } as const;
/** Rejects and findings are kept in pages: the n-th page is part `-1 - PAGE_PARTS * (n + 1)`, findings one below. */
export const PAGE_PARTS = 16;
export const PAGE_ROWS = 4096;

export function rejectPage(page: number): number {
  return -1 - PAGE_PARTS * (page + 1);
}

export function findingPage(page: number): number {
  return rejectPage(page) - 1;
}

const FILE_SCHEMA = z.object({
  /** English table name, or `extract` for extract.json. */
  table: z.enum([...TABLES, 'extract']),
  name: z.string(),
  bytes: z.number(),
  /** Data rows, the rejected ones included; 0 for extract.json. */
  rows: z.number(),
  sha256: z.string(),
  encoding: z.string(),
  separator: z.string(),
  /** Cells of the header. */
  header: z.array(z.string()),
  /** Column of each field of the table, -1 where the file has none. */
  columnOf: z.array(z.number()),
});

export const META_SCHEMA = z.object({
  format: z.literal(1),
  readerVersion: z.string(),
  snapshotId: z.string(),
  /** Hash of the kommune and fylke registers that its codes were checked against. */
  registerHash: z.string(),
  /** Day on which the extract was taken; null where extract.json does not say. */
  takenAt: z.number().nullable(),
  source: z.string(),
  personCount: z.number(),
  files: z.array(FILE_SCHEMA),
  /** Rejected rows by English table name, the cascade included; tables without any are left out. */
  rejectedRows: z.record(z.string(), z.number()),
  /** Reasons for rejects. */
  rejects: z.number(),
  findings: z.number(),
  rejectLimitPercent: z.number().nullable(),
});

/** A file of the extract as it was read. */
export type SnapshotFile = z.infer<typeof FILE_SCHEMA>;
/** What a snapshot says about itself. */
export type SnapshotMeta = z.infer<typeof META_SCHEMA>;
