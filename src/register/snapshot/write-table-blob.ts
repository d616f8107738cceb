import { u32 } from '../../domain/columns';
import { LINE_WORD, maskOf, type RowLayout, type Slot } from '../spill/row-layout';
import { BlobWriter } from './block-blob';
import { BLOCK_COLUMNS, type BlockColumn, type BlockTable, TYPE_BYTES } from './block-columns';
import type { OrderedRows } from './order-rows';
import { textAt } from './row-text';

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
