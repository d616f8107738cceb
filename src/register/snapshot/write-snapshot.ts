import { createHash } from 'node:crypto';
import { type Finding, f64, type GrowingColumn } from '../../domain';
import { type Database, openDatabase, type Statement } from '../../effects';
import type { Reject } from '../rejects/reject-log';
import {
  BLOCK_PERSONS,
  encodeHashes,
  findingPage,
  PAGE_ROWS,
  PARTS,
  packColumns,
  rejectPage,
  type SnapshotMeta,
  sealOf,
} from './snapshot-format';
import { type BlockSource, writeBlocks } from './write-blocks';

/** Writes the parts of a new snapshot; nobody reads it before it has got its name. */
class SnapshotWriter {
  readonly #database: Database;
  readonly #insert: Statement;
  readonly #hashes: { part: number; sha256: Buffer }[] = [];

  constructor(path: string) {
    this.#database = openDatabase(path, { mode: 'build' });
    this.#database.exec('PRAGMA page_size = 16384');
    this.#database.exec(
      'CREATE TABLE parts (part INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;' +
        'CREATE TABLE meta (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL, hashes BLOB NOT NULL, seal BLOB NOT NULL) STRICT;',
    );
    this.#database.exec('BEGIN');
    this.#insert = this.#database.prepare('INSERT INTO parts VALUES (?, ?)');
  }

  part(part: number, bytes: Uint8Array): void {
    this.#hashes.push({ part, sha256: createHash('sha256').update(bytes).digest() });
    this.#insert.run(part, bytes);
  }

  /** Writes rejects and findings in pages. */
  pages(rejects: Iterable<Reject>, findings: Iterable<Finding>): void {
    this.#pages(rejects, rejectPage);
    this.#pages(findings, findingPage);
  }

  #pages(rows: Iterable<object>, partOf: (page: number) => number): void {
    let page = 0;
    let gathered: object[] = [];
    const write = (): void => {
      if (gathered.length > 0) this.part(partOf(page), Buffer.from(JSON.stringify(gathered), 'utf8'));
      page += 1;
      gathered = [];
    };
    for (const row of rows) {
      gathered.push(row);
      if (gathered.length === PAGE_ROWS) write();
    }
    write();
  }

  /** Seals the snapshot with hashes of all parts. */
  finish(meta: SnapshotMeta): void {
    const hashes = encodeHashes(this.#hashes);
    const json = JSON.stringify(meta);
    this.#database.prepare('INSERT INTO meta VALUES (1, ?, ?, ?)').run(json, hashes, sealOf(json, hashes));
    this.#database.exec('COMMIT');
    this.#database.close();
  }

  /** Closes without a seal: the file is of no use. */
  abandon(): void {
    this.#database.close();
  }
}

/** What a snapshot is written from. */
export interface SnapshotContents {
  readonly blocks: BlockSource;
  /** Columns of the tables without persons: lines, then the fields in their order. */
  readonly teachingHours: readonly GrowingColumn[];
  readonly costBase: readonly GrowingColumn[];
  /** Canonical ids of persons without a row of whom a row was rejected, ascending. */
  readonly rejectedWithoutRow: Float64Array;
}

/**
 * Writes a snapshot: all that was read, in blocks of persons in order, and seals it.
 *
 * @param written is given the persons of each block
 */
export function writeSnapshot(
  path: string,
  reading: SnapshotContents,
  meta: SnapshotMeta,
  findings: readonly Finding[],
  written: (persons: number) => void,
): void {
  const writer = new SnapshotWriter(path);
  try {
    writeBlocks(reading.blocks, (part, bytes) => writer.part(part, bytes), written);
    writer.part(PARTS.teachingHours, teachingHoursBlob(reading.teachingHours));
    writer.part(PARTS.costBase, costBaseBlob(reading.costBase));
    writer.part(PARTS.identities, numbersBlob(reading.blocks.identities.pairs()));
    writer.part(PARTS.rejectedWithoutRow, numbersBlob(reading.rejectedWithoutRow));
    const { ids } = reading.blocks;
    const firstIds = Float64Array.from({ length: Math.ceil(ids.length / BLOCK_PERSONS) }, (_, block) =>
      f64(ids, block * BLOCK_PERSONS),
    );
    writer.part(PARTS.firstIds, numbersBlob(firstIds));
    writer.pages(reading.blocks.rejects, findings);
    writer.finish(meta);
  } catch (cause) {
    writer.abandon();
    throw cause;
  }
}

function numbersBlob(values: Float64Array): Uint8Array {
  return packColumns(values.length, 0, [['f64', values]]);
}

/** teaching_hours.csv as one blob. */
function teachingHoursBlob(columns: readonly GrowingColumn[]): Uint8Array {
  const [line = NONE, kommune = NONE, month = NONE, hours = NONE, registeredOn = NONE] = viewsOf(columns);
  const places = [registeredOn, kommune, month].map((values) => ['i32', values] as const);
  return packColumns(line.length, 0, [['f64', hours], ['u32', line], ...places]);
}

/** cost_base.csv as one blob. Costs are read as hundredths and kept in kroner. */
function costBaseBlob(columns: readonly GrowingColumn[]): Uint8Array {
  const [line = NONE, kommune = NONE, year = NONE, cost = NONE] = viewsOf(columns);
  const costNok = cost.map((hundredths) => hundredths / 100);
  return packColumns(line.length, 0, [
    ['f64', costNok],
    ['u32', line],
    ['i32', kommune],
    ['i32', year],
  ]);
}

const NONE = new Float64Array(0);

function viewsOf(columns: readonly GrowingColumn[]): Float64Array[] {
  return columns.map((column) => column.view());
}
