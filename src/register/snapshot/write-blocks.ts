import { f64, u8, u32 } from '../../domain/columns';
import type { Identities } from '../reading/identities';
import type { RejectLog } from '../rejects/reject-log';
import { type BucketStore, LINE_WORD, maskOf, type RowLayout, type Slot } from '../spill/row-store';
import { BlobWriter } from './block-blob';
import { type OrderedRows, orderRows, textAt } from './order-rows';
import {
  BLOCK_COLUMNS,
  BLOCK_PARTS,
  BLOCK_PERSONS,
  BLOCK_TABLES,
  type BlockColumn,
  type BlockTable,
  TYPE_BYTES,
} from './snapshot-format';
import type { SnapshotWriter } from './write-snapshot';

/** A table's rows with the layout in which they are packed. */
export interface StoredTable {
  readonly layout: RowLayout;
  readonly store: BucketStore;
}

/** Everything that blocks are written from. */
export interface BlockSource {
  readonly ids: Float64Array;
  /** By ordinal. */
  readonly withheld: Uint8Array;
  readonly sharedNationalId: Uint8Array;
  readonly tables: Readonly<Record<BlockTable, StoredTable>>;
  readonly personsPerBucket: number;
  readonly rejects: RejectLog;
  readonly identities: Identities;
}

/** Most buckets that persons are sorted into while an extract is read. */
const BUCKETS_MAXIMUM = 64;

/** How persons are sorted into buckets of whole blocks. */
export function bucketShape(persons: number): { buckets: number; personsPerBucket: number } {
  const blocks = Math.ceil(persons / BLOCK_PERSONS);
  const blocksPerBucket = Math.max(1, Math.ceil(blocks / BUCKETS_MAXIMUM));
  return { buckets: Math.ceil(blocks / blocksPerBucket), personsPerBucket: blocksPerBucket * BLOCK_PERSONS };
}

/**
 * Writes all persons with their rows, bucket by bucket, as blocks of a snapshot.
 *
 * @param written told the persons of each block
 */
export function writeBlocks(source: BlockSource, writer: SnapshotWriter, written: (persons: number) => void): void {
  const persons = source.ids.length;
  for (let bucket = 0; bucket * source.personsPerBucket < persons; bucket += 1) {
    const first = bucket * source.personsPerBucket;
    const count = Math.min(source.personsPerBucket, persons - first);
    const ordered = BLOCK_TABLES.map((table) => orderBucket(source, table, bucket, first, count));
    for (let start = 0; start < count; start += BLOCK_PERSONS) {
      const blockPersons = Math.min(BLOCK_PERSONS, count - start);
      const part = ((first + start) / BLOCK_PERSONS) * BLOCK_PARTS;
      writer.part(part, ownPart(source, first + start, blockPersons));
      ordered.forEach((rows, index) => {
        const table = BLOCK_TABLES[index];
        if (table === undefined) return;
        writer.part(part + index + 1, writeTableBlob(table, source.tables[table].layout, rows, start, blockPersons));
      });
      written(blockPersons);
    }
  }
}

function orderBucket(
  source: BlockSource,
  table: BlockTable,
  bucket: number,
  first: number,
  count: number,
): OrderedRows {
  const { layout, store } = source.tables[table];
  const rejected = source.rejects.rejectedLines(table);
  return orderRows(table, layout, store.load(bucket), { first, count }, rejected, source.identities);
}

function ownPart(source: BlockSource, first: number, count: number): Uint8Array {
  const blob = new BlobWriter(count, count, count * 10);
  const ids = blob.f64(count);
  const withheld = blob.u8(count);
  const shared = blob.u8(count);
  for (let index = 0; index < count; index += 1) {
    ids[index] = f64(source.ids, first + index);
    withheld[index] = u8(source.withheld, first + index);
    shared[index] = u8(source.sharedNationalId, first + index);
  }
  return blob.bytes;
}

const LINE: Slot = { word: LINE_WORD, shift: 0, bits: 32, unsigned: true };

/** Rows of one blob: where each begins in the words of its bucket. */
interface BlobRows {
  readonly words: Int32Array;
  readonly starts: Uint32Array;
  readonly keys: Float64Array;
}

/**
 * Writes the rows of some persons of a bucket as the blob of a block's table.
 *
 * @param first place of the first person within the bucket
 */
export function writeTableBlob(
  table: BlockTable,
  layout: RowLayout,
  rows: OrderedRows,
  first: number,
  persons: number,
): Uint8Array {
  const columns = BLOCK_COLUMNS[table];
  const start = u32(rows.personStarts, first);
  const end = u32(rows.personStarts, first + persons);
  const part = { words: rows.words, starts: rows.starts.subarray(start, end), keys: rows.keys.subarray(start, end) };
  const width = columns.reduce((bytes, column) => bytes + TYPE_BYTES[column.type], 0);
  const blob = new BlobWriter(end - start, persons, width * (end - start) + 4 * (persons + 1));
  let offsetsWritten = false;
  for (const column of columns) {
    if (!offsetsWritten && column.type !== 'f64') {
      writeOffsets(blob, rows, first, persons);
      offsetsWritten = true;
    }
    writeColumn(blob, column, part, layout);
  }
  return blob.bytes;
}

function writeOffsets(blob: BlobWriter, rows: OrderedRows, first: number, persons: number): void {
  const offsets = blob.u32(persons + 1);
  const start = u32(rows.personStarts, first);
  for (let person = 0; person <= persons; person += 1) offsets[person] = u32(rows.personStarts, first + person) - start;
}

function writeColumn(blob: BlobWriter, column: BlockColumn, rows: BlobRows, layout: RowLayout): void {
  const count = rows.starts.length;
  if (column.type === 'f64') {
    const target = blob.f64(count);
    rows.starts.forEach((start, index) => {
      target[index] = Number(textAt(rows.words, start + layout.words));
    });
    return;
  }
  if (column.field === 'decision_id') {
    blob.u32(count).set(rows.keys);
    return;
  }
  const slot = column.field === 'line' ? LINE : layout.slot(column.field);
  switch (column.type) {
    case 'i32':
    case 'u32':
      // The same bits either way: an Int32Array view keeps the loop to one kind of column.
      fillWords(blob.i32(count), rows, slot);
      break;
    case 'u16':
      fillShorts(blob.u16(count), rows, slot);
      break;
    case 'u8':
      fillBytes(blob.u8(count), rows, slot);
      break;
  }
}

function fillWords(target: Int32Array, { words, starts }: BlobRows, slot: Slot): void {
  const { word, shift } = slot;
  const mask = maskOf(slot);
  for (let index = 0; index < target.length; index += 1) {
    target[index] = ((words[(starts[index] ?? 0) + word] ?? 0) >>> shift) & mask;
  }
}

function fillShorts(target: Uint16Array, { words, starts }: BlobRows, slot: Slot): void {
  const { word, shift } = slot;
  const mask = maskOf(slot);
  for (let index = 0; index < target.length; index += 1) {
    target[index] = ((words[(starts[index] ?? 0) + word] ?? 0) >>> shift) & mask;
  }
}

function fillBytes(target: Uint8Array, { words, starts }: BlobRows, slot: Slot): void {
  const { word, shift } = slot;
  const mask = maskOf(slot);
  for (let index = 0; index < target.length; index += 1) {
    target[index] = ((words[(starts[index] ?? 0) + word] ?? 0) >>> shift) & mask;
  }
}
