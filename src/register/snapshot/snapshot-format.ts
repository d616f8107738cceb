import { createHash } from 'node:crypto';
import type { ColumnMapping } from '../tables/column-mapping';
import { TABLE_SPECS, type TableName } from '../tables/table-specs';

/** Persons in a block. */
export const BLOCK_PERSONS = 1024;
/** Part numbers that a block takes: its own part, then the tables of BLOCK_TABLES. */
export const BLOCK_PARTS = 16;
/** Parts of a block behind its tables: the keys of their rows, by which cases name them. Earlier snapshots have none. */
export const KEY_PARTS = { target_group: 8, decisions: 9 } as const;
export type KeyTable = keyof typeof KEY_PARTS;
export const KEY_TABLES: readonly KeyTable[] = ['target_group', 'decisions'];
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

export type ColumnType = 'f64' | 'i32' | 'u32' | 'u16' | 'u8';

/** Bytes of one value. */
export const TYPE_BYTES: Readonly<Record<ColumnType, number>> = { f64: 8, i32: 4, u32: 4, u16: 2, u8: 1 };

/** Column of a stored block: the field of the table that it holds, or `line`. */
export interface BlockColumn {
  readonly field: string;
  readonly type: ColumnType;
}

/** Tables whose rows stand in blocks of persons; the place is the part number in the snapshot, after part 0. */
export const BLOCK_TABLES = [
  'persons',
  'target_group',
  'decisions',
  'residence',
  'training_kommune',
  'upper_secondary',
  'hours',
] as const satisfies readonly TableName[];
export type BlockTable = (typeof BLOCK_TABLES)[number];

const columns = (type: ColumnType, ...fields: string[]): BlockColumn[] => fields.map((field) => ({ field, type }));

/**
 * Columns of each table in the order in which they are stored: wide ones first, so that each begins on a multiple of
 * its width. The offsets (u32, one more than there are persons) stand behind the f64 columns.
 */
export const BLOCK_COLUMNS: Readonly<Record<BlockTable, readonly BlockColumn[]>> = {
  persons: [
    ...columns('f64', 'person_id'),
    ...columns('u32', 'line'),
    ...columns('i32', 'registered_on', 'birth_date', 'death_date', 'emigrated_on'),
    ...columns('u16', 'country_background'),
    ...columns('u8', 'sex', 'address_protection', 'upper_secondary_before'),
  ],
  target_group: [
    ...columns('u32', 'line'),
    ...columns('i32', 'registered_on', 'permit_granted_on', 'entered_on', 'left_on'),
    ...columns('u8', 'law', 'category'),
  ],
  decisions: [
    ...columns('u32', 'line'),
    ...columns('i32', 'registered_on'),
    ...columns('u32', 'decision_id'),
    ...columns('i32', 'kommune', 'decided_on', 'training_starts_on'),
    ...columns('u8', 'kind', 'outcome'),
  ],
  residence: [
    ...columns('u32', 'line'),
    ...columns('i32', 'registered_on', 'kommune', 'from_date', 'to_date'),
    ...columns('u8', 'kind'),
  ],
  training_kommune: [...columns('u32', 'line'), ...columns('i32', 'registered_on', 'kommune', 'from_date', 'to_date')],
  upper_secondary: [...columns('u32', 'line'), ...columns('i32', 'registered_on', 'fylke', 'from_date', 'to_date')],
  hours: [
    ...columns('u32', 'line'),
    ...columns('i32', 'registered_on', 'kommune', 'month'),
    ...columns('u32', 'absence_hours'),
    ...columns('u16', 'hours'),
    ...columns('u8', 'category', 'source'),
  ],
};

/**
 * Columns that a real ledger wants and that the extract neither had nor left out on purpose (data contract 1, "Near
 * misses"), as `persons.death_date`.
 */
export function columnsWanted(meta: Pick<SnapshotMeta, 'files' | 'columns'>): string[] {
  return meta.files.flatMap(({ table, columnOf }) => {
    if (table === 'extract') return [];
    const mapped = meta.columns?.[table] ?? {};
    return TABLE_SPECS[table].fields.flatMap((field, index) => {
      const isThere = (columnOf[index] ?? -1) >= 0;
      return field.wanted && !isThere && mapped[field.name] !== null ? [`${table}.${field.name}`] : [];
    });
  });
}

/** Bytes of one entry: part number (i32) and SHA-256. */
const ENTRY_BYTES = 36;

export function encodeHashes(entries: readonly { part: number; sha256: Buffer }[]): Buffer {
  const bytes = Buffer.alloc(entries.length * ENTRY_BYTES);
  entries.forEach(({ part, sha256 }, index) => {
    bytes.writeInt32LE(part, index * ENTRY_BYTES);
    sha256.copy(bytes, index * ENTRY_BYTES + 4);
  });
  return bytes;
}

/** SHA-256 of each part by its number, cut out of the bytes when it is asked for: a large register has 8 000 parts. */
export class PartHashes {
  readonly #bytes: Buffer;
  readonly #starts = new Map<number, number>();

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    for (let start = 0; start + ENTRY_BYTES <= bytes.length; start += ENTRY_BYTES) {
      this.#starts.set(bytes.readInt32LE(start), start);
    }
  }

  of(part: number): Buffer | undefined {
    const start = this.#starts.get(part);
    return start === undefined ? undefined : this.#bytes.subarray(start + 4, start + ENTRY_BYTES);
  }

  parts(): Iterable<number> {
    return this.#starts.keys();
  }
}

/** Hash over what a snapshot says about itself and the hashes of its parts. */
export function sealOf(json: string, hashes: Uint8Array): Buffer {
  return createHash('sha256').update(json, 'utf8').update(hashes).digest();
}

/** Bytes in front of the columns: number of rows, number of persons. */
const FRONT_BYTES = 8;

/** Columns of numbers, one behind the other in one blob, which are taken in their order as views over its bytes. */
export class ColumnBlob {
  readonly rows: number;
  readonly persons: number;
  readonly #buffer: ArrayBufferLike;
  #place: number;

  constructor(bytes: Uint8Array) {
    const aligned = bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.from(bytes);
    this.#buffer = aligned.buffer;
    this.#place = aligned.byteOffset + FRONT_BYTES;
    const [rows = 0, persons = 0] = new Uint32Array(this.#buffer, aligned.byteOffset, 2);
    this.rows = rows;
    this.persons = persons;
  }

  /** An empty one for columns of so many bytes. */
  static bytesFor(rows: number, persons: number, columnBytes: number): Uint8Array {
    const bytes = new Uint8Array(FRONT_BYTES + columnBytes);
    new Uint32Array(bytes.buffer, 0, 2).set([rows, persons]);
    return bytes;
  }

  #claim(bytes: number): number {
    const start = this.#place;
    this.#place += bytes;
    return start;
  }

  f64(length = this.rows): Float64Array {
    return new Float64Array(this.#buffer, this.#claim(length * 8), length);
  }

  i32(length = this.rows): Int32Array {
    return new Int32Array(this.#buffer, this.#claim(length * 4), length);
  }

  u32(length = this.rows): Uint32Array {
    return new Uint32Array(this.#buffer, this.#claim(length * 4), length);
  }

  u16(length = this.rows): Uint16Array {
    return new Uint16Array(this.#buffer, this.#claim(length * 2), length);
  }

  u8(length = this.rows): Uint8Array {
    return new Uint8Array(this.#buffer, this.#claim(length), length);
  }
}

/** Lays whole columns one behind the other into one blob. */
export function packColumns(
  rows: number,
  persons: number,
  columns: readonly (readonly [ColumnType, ArrayLike<number>])[],
): Uint8Array {
  const width = columns.reduce((sum, [type, values]) => sum + TYPE_BYTES[type] * values.length, 0);
  const bytes = ColumnBlob.bytesFor(rows, persons, width);
  const blob = new ColumnBlob(bytes);
  for (const [type, values] of columns) blob[type](values.length).set(values);
  return bytes;
}
