import { at, u32 } from '../../domain';
import type { Identities } from '../reading/identities';
import type { RejectLog } from '../rejects/reject-log';
import { type BucketShape, LINE, maskOf, type RowLayout, type RowStore, type Slot } from '../spill/row-store';
import { type OrderedRows, orderRows } from './order-rows';
import {
  BLOCK_COLUMNS,
  BLOCK_PARTS,
  BLOCK_PERSONS,
  BLOCK_TABLES,
  type BlockColumn,
  type BlockTable,
  ColumnBlob,
  KEY_PARTS,
  KEY_TABLES,
  packColumns,
  TYPE_BYTES,
} from './snapshot-format';

/** Everything that blocks are written from. */
export interface BlockSource {
  readonly ids: Float64Array;
  /** By ordinal. */
  readonly withheld: Uint8Array;
  readonly sharedNationalId: Uint8Array;
  readonly stores: Readonly<Record<BlockTable, RowStore>>;
  readonly personsPerBucket: number;
  readonly rejects: RejectLog;
  readonly identities: Identities;
}

/** Takes a part of the snapshot under its number. */
export type WritePart = (part: number, bytes: Uint8Array) => void;

/** Most buckets that persons are sorted into while an extract is read. */
const BUCKETS_MAXIMUM = 64;

/** How persons are sorted into buckets of whole blocks. */
export function bucketShape(persons: number): BucketShape {
  const blocks = Math.ceil(persons / BLOCK_PERSONS);
  const blocksPerBucket = Math.max(1, Math.ceil(blocks / BUCKETS_MAXIMUM));
  return { buckets: Math.ceil(blocks / blocksPerBucket), personsPerBucket: blocksPerBucket * BLOCK_PERSONS };
}

/**
 * Writes all persons with their rows, bucket by bucket, as blocks of a snapshot.
 *
 * @param written is given the persons of each block
 */
export function writeBlocks(source: BlockSource, write: WritePart, written: (persons: number) => void): void {
  const persons = source.ids.length;
  for (let bucket = 0; bucket * source.personsPerBucket < persons; bucket += 1) {
    const first = bucket * source.personsPerBucket;
    const count = Math.min(source.personsPerBucket, persons - first);
    const ordered = BLOCK_TABLES.map((table) => {
      const rejected = source.rejects.rejectedLines(table);
      return orderRows(table, source.stores[table], { bucket, first, count }, rejected, source.identities);
    });
    for (let start = 0; start < count; start += BLOCK_PERSONS) {
      const blockPersons = Math.min(BLOCK_PERSONS, count - start);
      const part = ((first + start) / BLOCK_PERSONS) * BLOCK_PARTS;
      write(part, ownPart(source, first + start, blockPersons));
      BLOCK_TABLES.forEach((table, index) => {
        const { layout } = source.stores[table];
        write(part + index + 1, tableBlob(table, layout, at(ordered, index), start, blockPersons));
      });
      for (const table of KEY_TABLES) {
        const rows = at(ordered, BLOCK_TABLES.indexOf(table));
        write(part + KEY_PARTS[table], keysBlob(source.stores[table], rows, start, blockPersons));
      }
      written(blockPersons);
    }
  }
}

function ownPart({ ids, withheld, sharedNationalId }: BlockSource, first: number, count: number): Uint8Array {
  const end = first + count;
  const marks = [withheld, sharedNationalId].map((marked) => ['u8', marked.subarray(first, end)] as const);
  return packColumns(count, count, [['f64', ids.subarray(first, end)], ...marks]);
}

/** Keys of the rows of some persons of a bucket, in their order. */
function keysBlob(store: RowStore, { words, starts, personStarts }: OrderedRows, first: number, persons: number) {
  const rows = starts.subarray(u32(personStarts, first), u32(personStarts, first + persons));
  const keys = Float64Array.from(rows, (start) => store.fingerprintOf(words, start));
  return packColumns(keys.length, persons, [['f64', keys]]);
}

/** Rows of one blob: where each begins in the words of its bucket. */
interface BlobRows {
  readonly words: Int32Array;
  readonly starts: Uint32Array;
  readonly keys: Float64Array;
}

/**
 * The rows of some persons of a bucket as the blob of a block's table.
 *
 * @param first place of the first person within the bucket
 */
function tableBlob(
  table: BlockTable,
  layout: RowLayout,
  { words, starts, keys, personStarts }: OrderedRows,
  first: number,
  persons: number,
): Uint8Array {
  const columns = BLOCK_COLUMNS[table];
  const start = u32(personStarts, first);
  const end = u32(personStarts, first + persons);
  const rows = { words, starts: starts.subarray(start, end), keys: keys.subarray(start, end) };
  const width = columns.reduce((bytes, column) => bytes + TYPE_BYTES[column.type], 0);
  const bytes = ColumnBlob.bytesFor(end - start, persons, width * (end - start) + 4 * (persons + 1));
  const blob = new ColumnBlob(bytes);
  const wide = columns.filter(({ type }) => type === 'f64');
  for (const column of wide) writeColumn(blob, column, rows, layout);
  const offsets = blob.u32(persons + 1);
  for (let person = 0; person <= persons; person += 1) offsets[person] = u32(personStarts, first + person) - start;
  for (const column of columns.slice(wide.length)) writeColumn(blob, column, rows, layout);
  return bytes;
}

function writeColumn(blob: ColumnBlob, { field, type }: BlockColumn, rows: BlobRows, layout: RowLayout): void {
  const { words, starts } = rows;
  const count = starts.length;
  if (type === 'f64') blob.f64(count).set(Float64Array.from(starts, (start) => layout.personId(words, start)));
  else if (field === 'decision_id') blob.u32(count).set(rows.keys);
  else {
    const slot = field === 'line' ? LINE : layout.slot(field);
    if (type === 'i32' || type === 'u32') {
      fill(blob.i32(count), rows, slot);
      return;
    }
    // By way of one kind of column: that keeps the loop fast, and the conversion is native.
    const values = new Int32Array(count);
    fill(values, rows, slot);
    (type === 'u16' ? blob.u16(count) : blob.u8(count)).set(values);
  }
}

function fill(target: Int32Array, { words, starts }: BlobRows, slot: Slot): void {
  const { word, shift } = slot;
  const mask = maskOf(slot);
  for (let index = 0; index < target.length; index += 1) {
    target[index] = ((words[(starts[index] ?? 0) + word] ?? 0) >>> shift) & mask;
  }
}
