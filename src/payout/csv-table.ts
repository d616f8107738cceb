import type { FolderFile, SealedFile } from './folder-file';

/** A value of a table: text, a whole number, or null for an empty one. A column holds text or numbers, never both. */
export type Cell = string | number | null;

/** A field as RFC 4180 wants it: in quotes where it holds a comma, a quote or a line end. */
export function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Order of two rows (data contract 4): column by column, whole numbers by value with an empty one first, text by code
 * units. The same on every machine.
 */
export function compareRows(a: readonly Cell[], b: readonly Cell[]): number {
  for (let column = 0; column < a.length; column += 1) {
    const left = a[column] ?? null;
    const right = b[column] ?? null;
    if (left === right) continue;
    if (left === null) return -1;
    if (right === null) return 1;
    return left < right ? -1 : 1;
  }
  return 0;
}

/**
 * Writes a whole table: header, then the rows in the order of their columns, LF line ends.
 *
 * @param lead cells that stand before every row and take no part in the order (run_id), already as text
 */
export function writeTable(
  file: FolderFile,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  lead = '',
): SealedFile {
  file.text(`${columns.join(',')}\n`);
  writeRows(file, rows, lead);
  return file.close(rows.length);
}

/** The columns of a table in their order: of each what stands in it of a row. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/** Rows of a table by its columns. */
export function cellsOf<Row>(columns: Columns<Row>, rows: readonly Row[]): Cell[][] {
  const cells = Object.values(columns);
  return rows.map((row) => cells.map((cell) => cell(row)));
}

/** Writes a whole table as its columns say. */
export function writeColumns<Row>(file: FolderFile, columns: Columns<Row>, rows: readonly Row[]): SealedFile {
  return writeTable(file, Object.keys(columns), cellsOf(columns, rows));
}

/** Writes rows in the order of their columns. */
export function writeRows(file: FolderFile, rows: readonly (readonly Cell[])[], lead = ''): void {
  for (const row of rows.toSorted(compareRows)) file.text(`${lead}${printRow(row)}\n`);
}

function printRow(row: readonly Cell[]): string {
  let text = '';
  for (let column = 0; column < row.length; column += 1) {
    const cell = row[column] ?? null;
    if (column > 0) text += ',';
    if (cell !== null) text += typeof cell === 'number' ? cell : csvField(cell);
  }
  return text;
}
