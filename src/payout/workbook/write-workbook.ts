import { assert } from '../../domain';
import type { Cell } from '../csv-table';

/** What of write-excel-file is used; its own types are for ES modules alone. */
interface LibraryCell {
  readonly value: string | number;
  readonly type?: StringConstructor | NumberConstructor | 'Formula';
  readonly format?: string;
  readonly align?: 'left' | 'right';
  readonly fontWeight?: 'bold';
}
type LibraryRow = readonly (LibraryCell | null)[];
interface LibrarySheet {
  readonly sheet: string;
  readonly data: readonly LibraryRow[];
  readonly columns: readonly { readonly width: number }[];
  readonly stickyRowsCount: number;
}
const writeExcelFile: (sheets: readonly LibrarySheet[]) => { toBuffer(): Promise<Buffer> } =
  require('write-excel-file/node').default;

/** A column of a sheet. */
export interface WorkbookColumn {
  readonly title: string;
  /** Kroner and counts are numbers with thousands apart, to the right; sums stand below kroner where the sheet has them. */
  readonly kind: 'text' | 'number' | 'kroner';
  /** Characters. */
  readonly width: number;
}

/** A formula that the program wrote, without its equals sign; a text from a file is never one. */
export class Formula {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A sheet: a heading that stays in sight, rows, and below them sums that the reader's program keeps up to date. */
export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: readonly (readonly (Cell | Formula)[])[];
  /** Word in front of the sums; no sums where left out. */
  readonly sumsTitle?: string;
}

const FORMAT = '#,##0';

/** A workbook (xlsx) as bytes: the same sheets give the same bytes. */
export async function workbookBytes(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const pages = sheets.map(
    (sheet): LibrarySheet => ({
      data: [headOf(sheet), ...sheet.rows.map((row) => rowOf(row, sheet)), ...sumsOf(sheet)],
      sheet: sheet.name,
      columns: sheet.columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    }),
  );
  return stampZip(await writeExcelFile(pages).toBuffer());
}

function headOf({ columns }: WorkbookSheet): LibraryRow {
  return columns.map(({ title, kind }) => ({
    value: title,
    fontWeight: 'bold',
    align: kind === 'text' ? 'left' : 'right',
  }));
}

function rowOf(row: readonly (Cell | Formula)[], { columns }: WorkbookSheet): LibraryRow {
  return columns.map(({ kind }, index): LibraryCell | null => {
    const cell = row[index] ?? null;
    if (cell === null) return null;
    if (cell instanceof Formula) return { value: `=${cell.text}`, type: 'Formula', format: FORMAT };
    if (typeof cell === 'string') return { value: cell, type: String };
    return kind === 'text' ? { value: String(cell), type: String } : { value: cell, type: Number, format: FORMAT };
  });
}

function sumsOf({ columns, rows, sumsTitle }: WorkbookSheet): LibraryRow[] {
  if (sumsTitle === undefined || rows.length === 0) return [];
  const sums = columns.map(({ kind }, index): LibraryCell | null => {
    if (index === 0) return { value: sumsTitle, type: String, fontWeight: 'bold' };
    if (kind !== 'kroner') return null;
    const letter = columnLetters(index);
    const value = `=SUM(${letter}2:${letter}${rows.length + 1})`;
    return { value, type: 'Formula', format: FORMAT, fontWeight: 'bold' };
  });
  return [sums];
}

/** `A`, `Z`, `AA`: the letters of a column from 0. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
/** 1 January 1980, 00:00, the earliest day that a zip file can tell. */
const FIRST_DAY = 0x0021_0000;

/**
 * Puts the same day on every file of a zip archive, in its directory and before each file, so that equal contents are
 * equal bytes. Changes the bytes that it is given.
 */
export function stampZip(bytes: Buffer): Buffer {
  const end = bytes.length - END_BYTES;
  assert(bytes.readUInt32LE(end) === END_SIGNATURE, 'the archive ends with its directory and has no comment');
  const entries = bytes.readUInt16LE(end + 10);
  let place = bytes.readUInt32LE(end + 16);
  for (let entry = 0; entry < entries; entry += 1) {
    assert(bytes.readUInt32LE(place) === ENTRY_SIGNATURE, 'the directory of the archive is whole');
    bytes.writeUInt32LE(FIRST_DAY, place + 12);
    const local = bytes.readUInt32LE(place + 42);
    assert(bytes.readUInt32LE(local) === LOCAL_SIGNATURE, 'the directory points to its files');
    bytes.writeUInt32LE(FIRST_DAY, local + 10);
    place +=
      ENTRY_BYTES + bytes.readUInt16LE(place + 28) + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32);
  }
  return bytes;
}
