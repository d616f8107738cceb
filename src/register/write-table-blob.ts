import { f64, u32 } from '../domain';
import { BlobWriter } from './block-blob';
import { BLOCK_COLUMNS, type BlockColumn, type BlockTable, TYPE_BYTES } from './block-columns';
import type { OrderedRows } from './order-rows';
import { LINE_WORD, type RowLayout, readSlot, type Slot } from './row-layout';
import { rowText } from './row-text';

const LINE: Slot = { word: LINE_WORD, shift: 0, bits: 32, unsigned: true };

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
  const count = u32(rows.personStarts, first + persons) - start;
  const width = columns.reduce((bytes, column) => bytes + TYPE_BYTES[column.type], 0);
  const blob = new BlobWriter(count, persons, width * count + 4 * (persons + 1));
  let offsetsWritten = false;
  for (const column of columns) {
    if (!offsetsWritten && column.type !== 'f64') {
      writeOffsets(blob, rows, first, persons);
      offsetsWritten = true;
    }
    fillColumn(blob, column, count, readerOf(table, column, layout, rows, start));
  }
  return blob.bytes;
}

function writeOffsets(blob: BlobWriter, rows: OrderedRows, first: number, persons: number): void {
  const offsets = blob.u32(persons + 1);
  const start = u32(rows.personStarts, first);
  for (let person = 0; person <= persons; person += 1) offsets[person] = u32(rows.personStarts, first + person) - start;
}

type ReadValue = (index: number) => number;

function readerOf(
  table: BlockTable,
  column: BlockColumn,
  layout: RowLayout,
  rows: OrderedRows,
  start: number,
): ReadValue {
  const row = (index: number): number => u32(rows.order, start + index);
  if (column.field === 'decision_id') return (index) => f64(rows.keys, row(index));
  if (table === 'persons' && column.field === 'person_id') return (index) => Number(rowText(rows, layout, row(index)));
  const slot = column.field === 'line' ? LINE : layout.slot(column.field);
  return (index) => readSlot(rows.words, u32(rows.starts, row(index)), slot);
}

function fillColumn(blob: BlobWriter, column: BlockColumn, count: number, read: ReadValue): void {
  const target = blob[column.type](count);
  for (let index = 0; index < count; index += 1) target[index] = read(index);
}
