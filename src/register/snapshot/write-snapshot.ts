import { createHash } from 'node:crypto';
import type { Finding } from '../../domain';
import { type Database, openDatabase, type Statement } from '../../effects';
import type { Reject } from '../rejects/reject-log';
import { findingPage, PAGE_ROWS, rejectPage, type SnapshotMeta } from './snapshot-format';

/** Writes the parts of a new snapshot; nobody reads it before it has got its name. */
export class SnapshotWriter {
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

/** Bytes of one entry: part number (i32) and SHA-256. */
const ENTRY_BYTES = 36;

function encodeHashes(entries: readonly { part: number; sha256: Buffer }[]): Buffer {
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
