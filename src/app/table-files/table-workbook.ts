import { at, NorsktilskuddError, parseDay, type Rate, rateCell } from '../../domain';
import { explainWord, type Language, rulebookText, type TextKey, textOf } from '../../messages';
import {
  type Cell,
  columnLetters,
  Formula,
  type WorkbookColumn,
  type WorkbookSheet,
  workbookBytes,
} from '../../payout';
import { type CheckedTable, dictionaryOf, type TableColumn } from './table-file';

/** What a fact of the first sheet is about. */
export type FactName = Extract<TextKey, `tables.fact.${string}`>;

/** What a workbook says on its first sheet. */
export interface Front {
  /** What is shown of what: as-of dates, marks, the call. In the reader's language. */
  readonly facts: readonly (readonly [name: FactName, value: Cell])[];
  /** Rates that the figures rest on. */
  readonly rates: readonly Rate[];
  /** Sums of a table by one of its columns, as formulas and as a chart. */
  readonly sums?: FrontSums | undefined;
}

/** Columns of a table that the front sums. */
export interface FrontSums {
  readonly table: string;
  readonly by: string;
  readonly of: readonly string[];
}

/** Rows that a sheet can hold below its heading. */
const SHEET_ROWS_MAX = 1_048_575;
/** 1 January 1970 in a spreadsheet. */
const FIRST_SHEET_DAY = 25_569;

/**
 * Tables as one workbook: a front sheet with sums in live formulas and their values, the tables under filters with names for
 * every column (`sizing_annual_amount`), and the dictionary. The same tables give the same bytes.
 *
 * @throws NorsktilskuddError usage TABLE_TOO_LONG
 */
export function tableWorkbook(tables: readonly CheckedTable[], front: Front, language: Language): Promise<Buffer> {
  for (const { name, rows } of tables) {
    if (rows.length <= SHEET_ROWS_MAX) continue;
    throw new NorsktilskuddError('usage', 'TABLE_TOO_LONG', { name, rows: rows.length, limit: SHEET_ROWS_MAX });
  }
  return workbookBytes([
    frontSheet(tables, front, language),
    ...tables.map(tableSheet),
    tableSheet(dictionaryOf(tables)),
  ]);
}

function tableSheet(table: CheckedTable): WorkbookSheet {
  return {
    name: table.name,
    columns: table.columns.map(columnOf),
    rows: rowsOf(table),
    hasFilter: true,
    ...(table.columns.some(({ addsUp }) => addsUp) ? { sumsTitle: 'Sum' } : {}),
    names: table.columns.map(({ name }, place) => [cellsName(table, name), cellsOf(table, place)]),
  };
}

/** Columns of which a difference is the one less the other. */
const DIFFERENCES = [
  ['amount', 'base_amount'],
  ['b', 'a'],
] as const;

function rowsOf(table: CheckedTable): SheetRow[] {
  const placeOf = (name: string): number => table.columns.findIndex((column) => column.name === name);
  const difference = placeOf('difference');
  const pair = DIFFERENCES.map((names) => names.map(placeOf)).find((places) => !places.includes(-1)) ?? [];
  const [more, less] = pair.map(columnLetters);
  return table.rows.map((row, index) =>
    row.map((cell, place) => {
      if (place !== difference || more === undefined || typeof cell !== 'number')
        return sheetCell(cell, at(table.columns, place));
      return new Formula(`${more}${index + 2}-${less}${index + 2}`, cell);
    }),
  );
}

function columnOf({ name, type, digits, addsUp }: TableColumn): WorkbookColumn {
  const width = Math.min(Math.max(name.length + 3, type === 'text' ? 16 : 12), 40);
  if (type === 'text') return { title: name, kind: 'text', width };
  if (type === 'day') return { title: name, kind: 'number', width, format: 'yyyy-mm-dd' };
  return {
    title: name,
    kind: addsUp ? 'kroner' : 'number',
    width,
    format: type === 'decimal' ? `0.${'0'.repeat(digits)}` : formatOf(name),
  };
}

/** Years are no thousands. */
function formatOf(name: string): string {
  return name.endsWith('year') ? '0' : '#,##0';
}

function sheetCell(cell: Cell, { type }: TableColumn): Cell {
  if (cell === null || type === 'text' || type === 'whole') return cell;
  if (cell === '') return null;
  if (type === 'decimal') return Number(cell);
  const day = parseDay(String(cell));
  return day === undefined ? null : day + FIRST_SHEET_DAY;
}

/** Name of the cells of a column below its heading. */
function cellsName({ name }: CheckedTable, column: string): string {
  return `${name}_${column}`.replace(/\W/g, '_');
}

function cellsOf({ name, rows }: CheckedTable, place: number): string {
  const column = columnLetters(place);
  return `'${name}'!$${column}$2:$${column}$${Math.max(rows.length + 1, 2)}`;
}

type SheetRow = (Cell | Formula)[];

function frontSheet(tables: readonly CheckedTable[], front: Front, language: Language): WorkbookSheet {
  const facts = front.facts.map(([name, value]): SheetRow => [textOf(name, language), value]);
  const sums = front.sums && sumRows(tables, front.sums, facts.length + 2);
  const rates = distinctRates(front.rates).map(({ key, grantYear, rateClass, valueNok, status, source }): SheetRow => {
    return [
      rateCell(key, grantYear, rateClass),
      valueNok,
      explainWord(status, language),
      rulebookText(source, language),
    ];
  });
  const heading = (...titles: readonly string[]): SheetRow[] => [[], [...titles]];
  const rows = [
    ...facts,
    ...(sums === undefined ? [] : [...heading(front.sums?.by ?? '', ...(front.sums?.of ?? [])), ...sums.rows]),
    ...(rates.length === 0 ? [] : [...heading(...textOf('tables.rate_headings', language).split('|')), ...rates]),
  ];
  const wide = (kind: WorkbookColumn['kind'], title: string, width: number): WorkbookColumn => ({ title, kind, width });
  return {
    name: textOf('tables.front', language),
    columns: [
      wide('text', textOf('tables.what', language), 44),
      wide('number', textOf('tables.value', language), 30),
      ...[1, 2, 3].map(() => wide('number', '', 22)),
    ],
    rows,
    names: [],
    chart: sums?.chart(textOf('tables.front', language), textOf('tables.chart', language), rows.length),
  };
}

/** Rates of both sides, those once that are the same. */
function distinctRates(rates: readonly Rate[]): Rate[] {
  const known = new Map(
    rates.map((rate) => [
      `${rateCell(rate.key, rate.grantYear, rate.rateClass)} ${rate.valueNok} ${rate.status}`,
      rate,
    ]),
  );
  return [...known.values()];
}

/** What a chart can hold beside each other: both sides, not what is between them. */
const SERIES_MAX = 2;

/** A row a value of the column, with SUMIF over the table beside what it comes to, and the total. */
function sumRows(tables: readonly CheckedTable[], { table: name, by, of }: FrontSums, factsEnd: number) {
  const table = tables.find((one) => one.name === name);
  if (table === undefined || table.rows.length === 0) return undefined;
  const placeOf = (column: string): number => table.columns.findIndex((one) => one.name === column);
  const values = [...new Set(table.rows.map((row) => String(row[placeOf(by)] ?? '')))].sort();
  const sumOf = (value: string, column: string): number =>
    table.rows.reduce((sum, row) => sum + (row[placeOf(by)] === value ? Number(row[placeOf(column)] ?? 0) : 0), 0);
  // Below the facts stand an empty row and the heading.
  const first = factsEnd + 2;
  const last = first + values.length - 1;
  const rows = values.map(
    (value, index): SheetRow => [
      value,
      ...of.map((column) => {
        const [labels, figures] = [cellsName(table, by), cellsName(table, column)];
        return new Formula(`SUMIF(${labels},A${first + index},${figures})`, sumOf(value, column));
      }),
    ],
  );
  const totals = of.map((column, place) => {
    const letter = columnLetters(place + 1);
    const total = values.reduce((sum, value) => sum + sumOf(value, column), 0);
    return new Formula(`SUM(${letter}${first}:${letter}${last})`, total);
  });
  const cells = (sheet: string, place: number): string =>
    `'${sheet}'!$${columnLetters(place)}$${first}:$${columnLetters(place)}$${last}`;
  return {
    rows: [...rows, ['', ...totals]],
    chart: (sheet: string, title: string, end: number): WorkbookSheet['chart'] => ({
      title,
      categories: { cells: cells(sheet, 0), values },
      series: of.slice(0, SERIES_MAX).map((column, place) => ({
        title: column,
        cells: cells(sheet, place + 1),
        values: values.map((value) => sumOf(value, column)),
      })),
      at: [0, end + 2],
    }),
  };
}
