import { type Cell, writeTable } from './csv-table';
import type { FolderFile, SealedFile } from './folder-file';

/** What a spreadsheet takes for a formula where a text begins with it. */
const FORMULA = /^[=+\-@\t\r]/;
/** A number with decimals stands in a table as text, and is none for a reader. */
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/**
 * A text as it may stand in a file that people open in a spreadsheet (data contract 1): one that would be taken for a
 * formula has an apostrophe before it. Twice is as once.
 *
 * @example excelText('=1+1') // "'=1+1"
 */
export function excelText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The same for a cell of a table: numbers stay numbers, also negative ones and those with decimals. */
export function excelCell(cell: Cell): Cell {
  return typeof cell === 'string' && !NUMBER.test(cell) ? excelText(cell) : cell;
}

/** Writes a whole table for people. The files that a run pays by are no such tables: their cells are never touched. */
export function writeTableForPeople(
  file: FolderFile,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): SealedFile {
  return writeTable(
    file,
    columns.map(excelText),
    rows.map((row) => row.map(excelCell)),
  );
}
