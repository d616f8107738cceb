import { at } from '../../domain';
import { type Cell, compareRows } from '../../payout';
import { CsvRecords } from './csv-records';
import type { Problems } from './problems';
import { type HashedFile, readHashed } from './read-hashed';
import type { TableSpec } from './table-specs';

/** A row whose every field has its shape. */
export class TableRow {
  /** Line in the file; the header is line 1. */
  line = 0;
  fields: readonly string[] = [];
  readonly #places: ReadonlyMap<string, number>;

  constructor(columns: readonly string[]) {
    this.#places = new Map(columns.map((column, place) => [column, place]));
  }

  text(column: string): string {
    return at(this.fields, this.#places.get(column) ?? -1);
  }

  /** A whole number; an empty one counts as 0. */
  whole(column: string): number {
    return Number(this.text(column));
  }
}

/** A table as read: what its bytes and rows come to. */
export interface ReadTable extends HashedFile {
  readonly rows: number;
}

const WHOLE = /^(0|-?[1-9]\d{0,15})$/;

/**
 * Reads a table once, hashing it, and checks header, number of fields, whole numbers and order. Rows that have their
 * shape are handed on; the row object is the same each time.
 */
export function readTable(path: string, spec: TableSpec, problems: Problems, take: (row: TableRow) => void): ReadTable {
  const row = new TableRow(spec.columns);
  const order = new RowOrder(spec);
  let rows = -1;
  const records = new CsvRecords((fields, line) => {
    rows += 1;
    if (rows === 0) {
      problems.compare('VERIFY_HEADER', spec.file, spec.columns.join(','), (fields ?? []).join(','), { line });
      return;
    }
    if (!fields || fields.length !== spec.columns.length) {
      problems.add('VERIFY_ROW_SHAPE', spec.file, { line, expected: spec.columns.length });
      return;
    }
    row.line = line;
    row.fields = fields;
    if (!hasWholes(row, spec, problems)) return;
    order.check(row, problems);
    take(row);
  });
  const hashed = readHashed(path, (text) => records.add(text));
  if (!records.end()) problems.add('VERIFY_CUT_OFF', spec.file, { line: rows + 2 });
  if (rows < 0) problems.add('VERIFY_HEADER', spec.file, { line: 1, expected: spec.columns.join(','), found: '' });
  return { ...hashed, rows: Math.max(rows, 0) };
}

function hasWholes(row: TableRow, spec: TableSpec, problems: Problems): boolean {
  let good = true;
  for (const column of spec.wholes) {
    const text = row.text(column);
    if (text === '' ? spec.optional.includes(column) : WHOLE.test(text) && Number.isSafeInteger(Number(text))) continue;
    problems.add('VERIFY_NOT_WHOLE', spec.file, { line: row.line, column, found: text });
    good = false;
  }
  return good;
}

/** Watches that rows stand in the order of the data contract. */
class RowOrder {
  readonly #spec: TableSpec;
  #before: Cell[] | undefined;

  constructor(spec: TableSpec) {
    this.#spec = spec;
  }

  check(row: TableRow, problems: Problems): void {
    const { order, wholes, key, file } = this.#spec;
    const cells = order.map((column): Cell => {
      const text = row.text(column);
      if (!wholes.includes(column)) return text;
      return text === '' ? null : Number(text);
    });
    const before = this.#before;
    this.#before = cells;
    if (!before) return;
    if (compareRows(before, cells) > 0) problems.add('VERIFY_ROW_ORDER', file, { line: row.line });
    const isSame = key > 0 && cells.slice(0, key).every((cell, place) => cell === before[place]);
    if (isSame) problems.add('VERIFY_ROW_DOUBLED', file, { line: row.line, column: order.slice(0, key).join(', ') });
  }
}
