import { componentOfCell, rateClassOfCell, yearNumberOfCell } from '../../analysis';
import { RATE_CLASSES } from '../../domain';
import type { Cell } from '../../payout';
import type { TableFile } from '../table-files/table-file';

/** What every row of an estimate says first: nothing of it can be paid. */
export const MARK = 'FORECAST';

/** A table with its mark in every row. */
export function marked(table: TableFile): TableFile {
  return { ...table, columns: ['mark', ...table.columns], rows: table.rows.map((row) => [MARK, ...row]) };
}

/** Component, year number and class of a cell by their codes; null for none. */
export function cellCodes(cell: number): Cell[] {
  return [componentOfCell(cell), yearNumberOfCell(cell) || null, RATE_CLASSES[rateClassOfCell(cell) - 1] ?? null];
}
