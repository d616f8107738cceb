import { asRecipientCode, assert, formatRecipientCode, parseDay, parseRecipientCode } from '../../domain';
import { type Cell, compareRows, RESTRICTED_FILES } from '../../payout';
import type { NameOf } from '../recipient-text';
import { fylkeOf } from '../scenario/fylke-of';
import { COLUMNS, type ColumnMeaning } from './columns';

/** A table for analysts: the same rows whatever kind of file they are written as, in the order of their columns. */
export interface TableFile {
  /** `sizing`, without the ending of its kind. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Days as `YYYY-MM-DD`, decimals as text with a point; null or empty for none. */
  readonly rows: readonly (readonly Cell[])[];
  /** For its owner alone; by its name where left out. */
  readonly isRestricted?: boolean;
  /** Other commands read it: it is always written as plain CSV, too. */
  readonly isReadBack?: boolean;
}

/** A column with what it holds. */
export interface TableColumn extends ColumnMeaning {
  readonly name: string;
}

/** A table ready to be written: its columns known, its rows in order, its cells of their types. */
export interface CheckedTable {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
  readonly isRestricted: boolean;
  readonly isReadBack: boolean;
}

const DECIMAL = /^-?\d+(?:\.(\d+))?$/;

/** Puts rows in order and holds every cell to what its column says. */
export function checkedTable({ name, columns, rows, isRestricted, isReadBack = false }: TableFile): CheckedTable {
  const known = columns.map((column) => ({ name: column, ...meaningOf(name, column) }));
  const sorted = rows.toSorted(compareRows);
  for (const row of sorted) {
    assert(row.length === columns.length, `a row of ${name} has ${row.length} cells`);
    for (let place = 0; place < row.length; place += 1) holdCell(row[place] ?? null, known[place], name);
  }
  return {
    name,
    columns: known,
    rows: sorted,
    isReadBack,
    isRestricted: isRestricted ?? RESTRICTED_FILES.includes(`${name}.csv`),
  };
}

function meaningOf(table: string, column: string): ColumnMeaning {
  const meaning = COLUMNS[`${table}.${column}`] ?? COLUMNS[column];
  assert(meaning !== undefined, `the column ${column} of ${table} stands in no dictionary`);
  return meaning;
}

function holdCell(cell: Cell, column: TableColumn | undefined, table: string): void {
  if (cell === null || cell === '') return;
  assert(column !== undefined && isOfType(cell, column), `a cell of ${table}.${column?.name} is ${column?.type}`);
}

function isOfType(cell: string | number, { type, digits }: ColumnMeaning): boolean {
  if (type === 'whole') return Number.isSafeInteger(cell);
  if (typeof cell !== 'string') return false;
  if (type === 'decimal') return (DECIMAL.exec(cell)?.[1] ?? '').length <= digits && DECIMAL.test(cell);
  return type === 'text' || parseDay(cell) !== undefined;
}

/** What every column of some tables holds, as a table of its own. */
export function dictionaryOf(tables: readonly CheckedTable[]): CheckedTable {
  const rows = tables.flatMap((table) =>
    table.columns.map(({ name, type, unit, digits, source }, index): Cell[] => {
      return [table.name, index + 1, name, type, unit, type === 'decimal' ? digits : null, source];
    }),
  );
  return checkedTable({ name: 'dictionary', columns: DICTIONARY, rows });
}

const DICTIONARY = ['table', 'place', 'column', 'type', 'unit', 'digits', 'source'] as const;

const NAMES: readonly string[] = ['name', 'fylke_id', 'fylke_name'];

/** A table with the name of each recipient, its fylke and the name of that behind its columns; empty for what is no place. */
export function withPlaceNames(table: TableFile, codeColumn: string, nameOf: NameOf): TableFile {
  const place = table.columns.indexOf(codeColumn);
  const known = new Map<Cell, readonly Cell[]>();
  const namesOf = (cell: Cell): readonly Cell[] => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const names = placeNames(cell, nameOf);
    known.set(cell, names);
    return names;
  };
  const rows = table.rows.map((row) => [...row, ...namesOf(row[place] ?? null)]);
  return { ...table, columns: [...table.columns, ...NAMES], rows };
}

function placeNames(cell: Cell, nameOf: NameOf): readonly Cell[] {
  const code = typeof cell === 'string' ? parseRecipientCode(cell) : undefined;
  if (code === undefined) return ['', '', ''];
  const fylke = fylkeOf(code);
  return [nameOf(code), formatRecipientCode(asRecipientCode(fylke)), nameOf(fylke)];
}
