import { assert } from '../../domain';
import type { Cell } from '../csv-table';
import { SHEET_EXTRAS, type SheetChart, type SheetExtras } from './sheet-extras';

/** What of write-excel-file is used; its own types are for ES modules alone. */
interface LibraryCell {
  readonly value: string | number;
  readonly type?: StringConstructor | NumberConstructor | 'Formula';
  readonly format?: string;
  readonly align?: 'left' | 'right';
  readonly fontWeight?: 'bold';
}
type LibraryRow = readonly (LibraryCell | null)[];
interface LibrarySheet extends SheetExtras {
  readonly sheet: string;
  readonly data: readonly LibraryRow[];
  readonly columns: readonly { readonly width: number }[];
  readonly stickyRowsCount: number;
  readonly orientation: 'landscape';
}
const writeExcelFile: (
  sheets: readonly LibrarySheet[],
  options: { readonly features: readonly (typeof SHEET_EXTRAS)[] },
) => { toBuffer(): Promise<Buffer> } = require('write-excel-file/node').default;

/** A column of a sheet. */
export interface WorkbookColumn {
  readonly title: string;
  /** Kroner and counts are numbers with thousands apart, to the right; sums stand below kroner where the sheet has them. */
  readonly kind: 'text' | 'number' | 'kroner';
  /** Characters. */
  readonly width: number;
  /** How numbers are shown, where not in whole ones: `0.00`, `yyyy-mm-dd`. */
  readonly format?: string | undefined;
}

/** A formula that the program wrote, without its equals sign; a text from a file is never one. */
export class Formula {
  readonly text: string;
  readonly value: number | undefined;

  /** @param value what it comes to, for programs that reckon nothing; undefined where only the reader's program knows */
  constructor(text: string, value?: number) {
    this.text = text;
    this.value = value;
  }
}

/** A sheet: a heading that stays in sight, rows, and below them sums that the reader's program keeps up to date. */
export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: readonly (readonly (Cell | Formula)[])[];
  /** Word in front of the sums; no sums where left out. */
  readonly sumsTitle?: string;
  /** Whether readers can filter the rows by every column. */
  readonly hasFilter?: boolean;
  /** Names of cells, for formulas. */
  readonly names?: SheetExtras['names'];
  readonly chart?: SheetChart | undefined;
}

const FORMAT = '#,##0';

/** A workbook (xlsx) as bytes: the same sheets give the same bytes. */
export async function workbookBytes(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const bytes = await writeExcelFile(sheets.map(pageOf), { features: [SHEET_EXTRAS] }).toBuffer();
  return stampZip(bytes);
}

function pageOf(sheet: WorkbookSheet): LibrarySheet {
  const { name, columns, rows, hasFilter = false, names = [], chart } = sheet;
  const sums = sumsOf(sheet);
  const formulas = [...rows, sums].flatMap((row) => row.filter((cell) => cell instanceof Formula));
  return {
    data: [headOf(sheet), ...rows.map((row) => rowOf(row, sheet)), ...(sums.length > 0 ? [sumRow(sums, sheet)] : [])],
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
    formulaValues: formulas.map(({ value }) => value),
    filter: hasFilter ? `A1:${columnLetters(columns.length - 1)}${rows.length + 1}` : undefined,
    names,
    chart,
  };
}

function headOf({ columns }: WorkbookSheet): LibraryRow {
  return columns.map(({ title, kind }) => ({
    value: title,
    fontWeight: 'bold',
    align: kind === 'text' ? 'left' : 'right',
  }));
}

function rowOf(row: readonly (Cell | Formula)[], { columns }: WorkbookSheet): LibraryRow {
  return columns.map((column, index) => libraryCell(row[index] ?? null, column));
}

function libraryCell(cell: Cell | Formula, { kind, format = FORMAT }: WorkbookColumn): LibraryCell | null {
  if (cell === null) return null;
  if (cell instanceof Formula) return { value: cell.text, type: 'Formula', format };
  if (typeof cell === 'string') return { value: cell, type: String };
  return kind === 'text' ? { value: String(cell), type: String } : { value: cell, type: Number, format };
}

/** Sums of the rows that a filter leaves in sight; none where the sheet has none. */
function sumsOf({ columns, rows, sumsTitle, hasFilter }: WorkbookSheet): (Cell | Formula)[] {
  if (sumsTitle === undefined || rows.length === 0) return [];
  return columns.map(({ kind }, index) => {
    if (index === 0) return sumsTitle;
    if (kind !== 'kroner') return null;
    const cells = `${columnLetters(index)}2:${columnLetters(index)}${rows.length + 1}`;
    const values = rows.map((row) => numberOf(row[index] ?? null));
    const sum = values.every((value) => value !== undefined)
      ? values.reduce((total, value) => total + value, 0)
      : undefined;
    return new Formula(hasFilter ? `SUBTOTAL(109,${cells})` : `SUM(${cells})`, sum);
  });
}

/** What a cell adds to a sum; undefined where only the reader's program knows. */
function numberOf(cell: Cell | Formula): number | undefined {
  if (cell instanceof Formula) return cell.value;
  return typeof cell === 'number' ? cell : 0;
}

function sumRow(sums: readonly (Cell | Formula)[], sheet: WorkbookSheet): LibraryRow {
  return rowOf(sums, sheet).map((cell) => cell && { ...cell, fontWeight: 'bold' });
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
function stampZip(bytes: Buffer): Buffer {
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
