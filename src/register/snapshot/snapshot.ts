import { createHash } from 'node:crypto';
import {
  asDay,
  type CostBaseColumns,
  type Day,
  type Finding,
  f64,
  NorsktilskuddError,
  type RegisterSource,
  type TeachingHoursColumns,
} from '../../domain';
import { type Database, errorCodeOf, openDatabase, type Statement } from '../../effects';
import type { Reject } from '../rejects/reject-log';
import { TABLE_SPECS } from '../tables/table-specs';
import { readBlock, readCostBase, readTeachingHours, type SnapshotBlock } from './read-block';
import {
  BLOCK_PARTS,
  BLOCK_PERSONS,
  BLOCK_TABLES,
  ColumnBlob,
  findingPage,
  KEY_PARTS,
  PAGE_ROWS,
  PARTS,
  PartHashes,
  parseSnapshotMeta,
  rejectPage,
  type SnapshotFile,
  type SnapshotMeta,
  sealOf,
} from './snapshot-format';

/** Where a person stands in a snapshot. */
export interface PersonPlace {
  readonly block: SnapshotBlock;
  /** Index within the block. */
  readonly index: number;
}

/** A stored extract. Every part is checked against its hash when it is read; a damaged one stops the program. */
export class Snapshot implements RegisterSource {
  readonly path: string;
  readonly meta: SnapshotMeta;
  readonly teachingHours: TeachingHoursColumns;
  readonly costBase: CostBaseColumns;
  readonly identities: ReadonlyMap<number, number>;
  readonly rejectedWithoutRow: ReadonlySet<number>;
  readonly #database: Database;
  readonly #select: Statement;
  readonly #hashes: PartHashes;
  readonly #firstIds: Float64Array;
  readonly #protections: ((personId: number) => boolean)[] = [];
  #rejectedPersons: ReadonlySet<number> | undefined;
  /** Where a damaged snapshot of the same extract was put when this one was made; undefined for none. */
  damagedPath: string | undefined;
  #last: { readonly number: number; readonly block: SnapshotBlock } | undefined;

  /** Opens a snapshot; stops where it is damaged. */
  constructor(path: string) {
    this.path = path;
    try {
      this.#database = openDatabase(path, { readOnly: true });
      const { meta, hashes } = readMeta(this.#database, path);
      this.meta = meta;
      this.#hashes = hashes;
      this.#select = this.#database.prepare('SELECT bytes FROM parts WHERE part = ?');
    } catch (cause) {
      throw readable(cause, path);
    }
    this.#firstIds = this.#numbers(PARTS.firstIds);
    this.teachingHours = readTeachingHours(this.#part(PARTS.teachingHours));
    this.costBase = readCostBase(this.#part(PARTS.costBase));
    this.rejectedWithoutRow = new Set(this.#numbers(PARTS.rejectedWithoutRow));
    const pairs = this.#numbers(PARTS.identities);
    const identities = new Map<number, number>();
    for (let index = 0; index < pairs.length; index += 2) identities.set(f64(pairs, index), f64(pairs, index + 1));
    this.identities = identities;
    if (!this.hasProtectionColumn) this.alsoProtect(() => true);
    if ((this.rejectedRows.persons ?? 0) > 0) this.alsoProtect((personId) => this.rejectedPersons.has(personId));
  }

  /** Whether persons.csv had a column of protection; without it everybody counts as protected. */
  get hasProtectionColumn(): boolean {
    const place = TABLE_SPECS.persons.fields.findIndex(({ name }) => name === 'address_protection');
    const persons = this.meta.files.find(({ table }) => table === 'persons');
    return (persons?.columnOf[place] ?? -1) >= 0;
  }

  /**
   * Persons, by the ids that count, of whom a row of persons.csv was rejected under any of their ids: nobody knows what it says
   * of the address, so they count as protected.
   */
  get rejectedPersons(): ReadonlySet<number> {
    const file = this.fileNames.persons;
    this.#rejectedPersons ??= new Set(
      Array.from(this.rejects())
        .filter((reject) => reject.file === file)
        .map(({ personId }) => this.identities.get(personId) ?? personId),
    );
    return this.#rejectedPersons;
  }

  /** Has the blocks read from now on count persons as protected of whom something else says so, too. */
  alsoProtect(isProtected: (personId: number) => boolean): void {
    this.#protections.push(isProtected);
    this.#last = undefined;
  }

  get snapshotId(): string {
    return this.meta.snapshotId;
  }

  /** Day on which the extract was taken, null where it does not say. */
  get takenAt(): Day | null {
    return this.meta.takenAt === null ? null : asDay(this.meta.takenAt);
  }

  get personCount(): number {
    return this.meta.personCount;
  }

  get files(): readonly SnapshotFile[] {
    return this.meta.files;
  }

  get fileNames(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.meta.files.map((file) => [file.table, file.name]));
  }

  /** Rejected rows by English table name, the cascade included. */
  get rejectedRows(): Readonly<Record<string, number>> {
    return this.meta.rejectedRows;
  }

  *blocks(): Generator<SnapshotBlock> {
    for (let block = 0; block < this.#firstIds.length; block += 1) yield this.block(block);
  }

  block(block: number): SnapshotBlock {
    const first = block * BLOCK_PARTS;
    const read = readBlock(
      block * BLOCK_PERSONS,
      (table) => this.#part(first + (table === undefined ? 0 : BLOCK_TABLES.indexOf(table) + 1)),
      (table) => (this.#hashes.of(first + KEY_PARTS[table]) ? this.#part(first + KEY_PARTS[table]) : undefined),
    );
    const protections = [...this.#protections];
    if (protections.length === 0) return read;
    const isProtectedElsewhere = (personId: number): boolean => protections.some((test) => test(personId));
    // Into the same object: a copy would read every table at once.
    return Object.assign(read, { isProtectedElsewhere });
  }

  /** The person with that id, or the one that it has become; undefined where the extract has none. Reads one block. */
  blockOf(personId: number): PersonPlace | undefined {
    const id = this.identities.get(personId) ?? personId;
    const number = lastNotAbove(this.#firstIds, id);
    if (number < 0) return undefined;
    if (this.#last?.number !== number) this.#last = { number, block: this.block(number) };
    const { block } = this.#last;
    const index = lastNotAbove(block.personIds, id);
    return block.personIds[index] === id ? { block, index } : undefined;
  }

  /** Every reason for a reject, in the order of file, line and column. */
  *rejects(): Generator<Reject> {
    for (let first = 0; first < this.meta.rejects; first += PAGE_ROWS) {
      const page: Reject[] = this.#json(rejectPage(first / PAGE_ROWS));
      yield* page;
    }
  }

  /** Findings of the reading. */
  *findings(): Generator<Finding> {
    for (let first = 0; first < this.meta.findings; first += PAGE_ROWS) {
      const page: Finding[] = this.#json(findingPage(first / PAGE_ROWS));
      yield* page;
    }
  }

  /** Checks every part against its hash. */
  verify(): void {
    for (const part of this.#hashes.parts()) this.#part(part);
  }

  close(): void {
    this.#database.close();
  }

  /** Parts are sealed, so that one holds what was written. */
  #json(part: number): ReturnType<typeof JSON.parse> {
    return JSON.parse(this.#part(part).toString('utf8'));
  }

  #numbers(part: number): Float64Array {
    return new ColumnBlob(this.#part(part)).f64();
  }

  #part(part: number): Buffer {
    const bytes = this.#read(part);
    const expected = this.#hashes.of(part);
    if (bytes === undefined || expected === undefined) throw damaged(this.path);
    if (!createHash('sha256').update(bytes).digest().equals(expected)) throw damaged(this.path);
    return bytes;
  }

  #read(part: number): Buffer | undefined {
    try {
      const bytes = this.#select.get(part)?.[0];
      return Buffer.isBuffer(bytes) ? bytes : undefined;
    } catch (cause) {
      throw readable(cause, this.path);
    }
  }
}

/** Opens a stored snapshot. */
export function openSnapshot(path: string): Snapshot {
  return new Snapshot(path);
}

/**
 * What a stored snapshot says about itself; none of its persons are read.
 *
 * @throws NorsktilskuddError verification SNAPSHOT_DAMAGED, SNAPSHOT_FORMAT
 */
export function snapshotMetaAt(path: string): SnapshotMeta {
  let database: Database | undefined;
  try {
    database = openDatabase(path, { readOnly: true });
    return readMeta(database, path).meta;
  } catch (cause) {
    throw readable(cause, path);
  } finally {
    database?.close();
  }
}

function readMeta(database: Database, path: string): { meta: SnapshotMeta; hashes: PartHashes } {
  const [json, hashes, seal] = database.prepare('SELECT json, hashes, seal FROM meta WHERE one = 1').get() ?? [];
  if (typeof json !== 'string' || !Buffer.isBuffer(hashes) || !Buffer.isBuffer(seal)) throw damaged(path);
  if (!sealOf(json, hashes).equals(seal)) throw damaged(path);
  const meta = parseSnapshotMeta(json);
  if (!meta) throw new NorsktilskuddError('verification', 'SNAPSHOT_FORMAT', { file: path });
  return { meta, hashes: new PartHashes(hashes) };
}

/** What the machine refuses says nothing of the file: a full disk, missing rights, a file in use. */
const OF_THE_MACHINE = /^(E[A-Z]+|SQLITE_(BUSY|LOCKED|FULL|NOMEM|CANTOPEN|PERM|READONLY|AUTH)(_[A-Z]+)*)$/;

/** An error while a stored snapshot is read, as the damage of the file where it is one. */
function readable(cause: unknown, path: string): unknown {
  if (cause instanceof NorsktilskuddError || OF_THE_MACHINE.test(errorCodeOf(cause) ?? '')) return cause;
  return damaged(path);
}

function damaged(path: string): NorsktilskuddError {
  return new NorsktilskuddError('verification', 'SNAPSHOT_DAMAGED', { file: path });
}

/** Place of the last value that is not above the wanted one, -1 where all are. */
function lastNotAbove(ascending: Float64Array, wanted: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (f64(ascending, middle) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Whether every part of a stored snapshot is what was written (each has its SHA-256, and those are sealed with the rest). One
 * of a format that this program does not read is not.
 */
export function isSoundSnapshot(path: string): boolean {
  try {
    const snapshot = openSnapshot(path);
    try {
      snapshot.verify();
      return true;
    } finally {
      snapshot.close();
    }
  } catch (cause) {
    if (cause instanceof NorsktilskuddError && cause.kind === 'verification') return false;
    throw cause;
  }
}
