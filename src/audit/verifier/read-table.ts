import { CsvRecords } from './csv';
import { type Files, type HashedFile, hashFile, pathIn } from './files';
import type { Findings } from './findings';
import type { TableSpec } from './tables';
import { codeOf } from './vocabulary';

/** A row whose every field has its shape. The object is the same for each row of a table. */
export class TableRow {
  /** Line in the file; the header is line 1. */
  line = 0;
  fields: readonly string[] = [];
  /** False once a cell has been refused. */
  isGood = true;
  readonly #places: ReadonlyMap<string, number>;

  constructor(
    readonly file: string,
    columns: readonly string[],
    readonly findings: Findings,
  ) {
    this.#places = new Map(columns.map((column, place) => [column, place]));
  }

  begin(fields: readonly string[], line: number): void {
    this.fields = fields;
    this.line = line;
    this.isGood = true;
  }

  text(column: string): string {
    return this.fields[this.#places.get(column) ?? -1] ?? '';
  }

  /** A whole number; an empty one counts as 0. */
  whole(column: string): number {
    return Number(this.text(column));
  }

  /** A whole number; null where it is empty. */
  wholeOrNull(column: string): number | null {
    return this.text(column) === '' ? null : this.whole(column);
  }

  /** Number of a name in a list of names; one that is none is reported. */
  place(column: string, names: readonly string[]): number {
    const place = names.indexOf(this.text(column));
    return place < 0 ? this.#refuse(column, names.join(' | ')) : place;
  }

  recipient(column: string): number {
    return codeOf(this.text(column)) || this.#refuse(column, '0301 | 15');
  }

  /** A text of the given form. */
  form(column: string, pattern: RegExp): string {
    const text = this.text(column);
    if (!pattern.test(text)) this.#refuse(column, pattern.source);
    return text;
  }

  /** Tells a cell that says something else than it must. */
  compare(column: string, expected: string | number, found: string | number = this.text(column)): void {
    this.findings.compare('VERIFY_CELL', this.file, expected, found, { line: this.line, column });
  }

  #refuse(column: string, expected: string): 0 {
    this.isGood = false;
    this.compare(column, expected);
    return 0;
  }
}

const WHOLE = /^(0|-?[1-9]\d{0,15})$/;

/**
 * Reads a table once, hashing it, and checks header, number of fields, whole numbers and order. Rows that have their
 * shape are handed on.
 */
export function readTable(
  files: Files,
  folder: string,
  spec: TableSpec,
  findings: Findings,
  take: (row: TableRow) => void,
): HashedFile & { readonly rows: number } {
  const { file, columns } = spec;
  const row = new TableRow(file, columns, findings);
  const order = new RowOrder(spec);
  let rows = -1;
  const records = new CsvRecords((fields, line) => {
    rows += 1;
    if (rows === 0) findings.compare('VERIFY_HEADER', file, columns.join(','), (fields ?? []).join(','), { line });
    else if (!fields || fields.length !== columns.length)
      findings.add('VERIFY_ROW_SHAPE', file, { line, expected: columns.length });
    else {
      row.begin(fields, line);
      if (!hasWholes(row, spec)) return;
      order.check(row);
      take(row);
    }
  });
  const hashed = hashFile(files, pathIn(folder, file), (text) => records.add(text));
  if (!records.end()) findings.add('VERIFY_CUT_OFF', file, { line: rows + 2 });
  if (rows < 0) findings.add('VERIFY_HEADER', file, { line: 1, expected: columns.join(','), found: '' });
  return { ...hashed, rows: Math.max(rows, 0) };
}

function hasWholes(row: TableRow, { wholes, optional, file }: TableSpec): boolean {
  let isGood = true;
  for (const column of wholes) {
    const text = row.text(column);
    if (text === '' ? optional.includes(column) : WHOLE.test(text) && Number.isSafeInteger(Number(text))) continue;
    row.findings.add('VERIFY_NOT_WHOLE', file, { line: row.line, column, found: text });
    isGood = false;
  }
  return isGood;
}

/** Watches that rows stand in order: whole numbers by value, an empty one first, texts character by character. */
class RowOrder {
  readonly #spec: TableSpec;
  #before: (string | number)[] | undefined;

  constructor(spec: TableSpec) {
    this.#spec = spec;
  }

  check(row: TableRow): void {
    const { order, wholes, key, file, again } = this.#spec;
    const cells = order.map((column) => {
      const text = row.text(column);
      if (!wholes.includes(column)) return text;
      return text === '' ? Number.NEGATIVE_INFINITY : Number(text);
    });
    const before = this.#before;
    this.#before = cells;
    if (!before) return;
    const place = cells.findIndex((cell, index) => cell !== before[index]);
    const [left = '', right = ''] = [before[place], cells[place]];
    if (place >= 0 && left > right) row.findings.add('VERIFY_ROW_ORDER', file, { line: row.line });
    if (key === 0 || (place >= 0 && place < key) || (again && row.text(again[0]) === again[1])) return;
    row.findings.add('VERIFY_ROW_DOUBLED', file, { line: row.line, column: order.slice(0, key).join(', ') });
  }
}
