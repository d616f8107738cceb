import { at } from '../../domain';
import { type Cell, excelText } from '../../payout';
import type { CheckedTable, TableColumn } from './table-file';

/** Kinds of files that tables are written as. */
export const TABLE_KINDS = ['csv', 'csv-excel', 'parquet', 'xlsx'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/**
 * A table as a Norwegian spreadsheet opens it with a double click: a byte order mark, semicolons, decimal commas, and nothing
 * that it would take for a formula.
 */
export function csvForExcel({ columns, rows }: CheckedTable): string {
  const lines = [
    columns.map(({ name }) => name),
    ...rows.map((row) => row.map((cell, index) => shown(cell, at(columns, index)))),
  ];
  return `\uFEFF${lines.map((line) => line.map(field).join(';')).join('\r\n')}\r\n`;
}

function shown(cell: Cell, { type }: TableColumn): string {
  if (cell === null) return '';
  if (type === 'decimal') return String(cell).replace('.', ',');
  return typeof cell === 'string' && type === 'text' ? excelText(cell) : String(cell);
}

function field(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
