import { type Day, i32, type RowColumns, u32 } from '../../src/domain';

/** First row of a person in a table, and one past the last. */
export function rowStart(table: RowColumns, personIndex: number): number {
  return u32(table.offsets, personIndex);
}

export function rowEnd(table: RowColumns, personIndex: number): number {
  return u32(table.offsets, personIndex + 1);
}

/** A row registered after D does not exist for the run (rulebook, Visibility). */
export function isVisible(table: RowColumns, row: number, asOf: Day): boolean {
  return i32(table.registeredOn, row) <= asOf;
}

/** The persons row that counts at D, -1 where the person does not exist (rulebook, Identity). */
export function visiblePersonRow(table: RowColumns, personIndex: number, asOf: Day): number {
  const end = rowEnd(table, personIndex);
  for (let row = rowStart(table, personIndex); row < end; row += 1) {
    if (isVisible(table, row, asOf)) return row;
  }
  return -1;
}
