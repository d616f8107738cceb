import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { at, csvRows, errorDetail, NorsktilskuddError } from '../domain';
import { type FileReader, openReader } from '../effects';

/** A row of payout_lines.csv with its place in the file's order, from 1. */
export interface PayoutLineRow {
  readonly ordinal: number;
  readonly cell: (column: string) => string;
}

/** Bytes read at a time; several rows. */
const PAGE_BYTES = 4096;
/** Longest row (data contract 1, limits); no row of a run comes near. */
const LONGEST_ROW_BYTES = 1 << 20;
const LINE_END = 10;

/**
 * Finds rows of payout_lines.csv without reading the file: its rows ascend by their number and by grant year,
 * component, person and basis recipient, so a place is found by halving.
 */
export class PayoutLineFile {
  readonly #reader: FileReader;
  readonly #header: readonly string[];
  readonly #first: number;
  readonly #folder: string;
  readonly #path: string;
  /** The bytes read last, from `#pageStart`: a step of the search asks for neighbouring rows. */
  #page: Buffer = Buffer.alloc(0);
  #pageStart = 0;

  constructor(folder: string) {
    this.#folder = folder;
    this.#path = join(folder, 'payout_lines.csv');
    this.#reader = openReader(this.#path);
    this.#first = this.#nextStart(0);
    this.#header = csvRows(this.#text(0, this.#first))[0] ?? [];
  }

  /** Row of a number; undefined beyond the last. */
  row(ordinal: number): PayoutLineRow | undefined {
    const start = this.#search((row) => row.ordinal >= ordinal);
    const found = this.#rowAt(start)?.row;
    return found?.ordinal === ordinal ? found : undefined;
  }

  /** Rows of a person (12 digits; empty for none) in a grant year and component. */
  rowsOf(grantYear: number, component: string, personRef: string): PayoutLineRow[] {
    const key = [String(grantYear), component, personRef];
    const keyOf = (row: PayoutLineRow): string[] => ['grant_year', 'component', 'person_ref'].map(row.cell);
    let place = this.#search((row) => compareKeys(keyOf(row), key) >= 0);
    const rows: PayoutLineRow[] = [];
    for (let next = this.#rowAt(place); next && compareKeys(keyOf(next.row), key) === 0; next = this.#rowAt(place)) {
      rows.push(next.row);
      place = next.end;
    }
    return rows;
  }

  /**
   * Every row, front to back.
   *
   * @param sealed hash that the manifest has of the file
   * @throws NorsktilskuddError verification RUN_FOLDER_CHANGED, at the latest behind the last row
   */
  *rows(sealed: string | undefined): Generator<PayoutLineRow> {
    const hash = createHash('sha256').update(this.#bytes(0, this.#first));
    let from = this.#first;
    while (from < this.#reader.size) {
      const text = this.#bytes(from, LONGEST_ROW_BYTES);
      const end = from + text.length === this.#reader.size ? text.length : text.lastIndexOf(LINE_END) + 1;
      if (end === 0) throw this.#changed();
      hash.update(text.subarray(0, end));
      for (const cells of csvRows(text.toString('utf8', 0, end))) yield this.#rowOf(cells);
      from += end;
    }
    if (hash.digest('hex') !== sealed) throw this.#changed();
  }

  close(): void {
    this.#reader.close();
  }

  /** Where the first row begins of which the test holds; the end of the file where there is none. */
  #search(holds: (row: PayoutLineRow) => boolean): number {
    let low = this.#first;
    let high = this.#reader.size;
    // The answer begins at `low` or behind it, and not behind `high`; both are always beginnings of rows.
    while (low < high) {
      const middle = low + Math.floor((high - low) / 2);
      const later = this.#nextStart(middle);
      const start = later < high ? later : low;
      const found = this.#rowAt(start);
      if (!found) return low;
      if (!holds(found.row)) low = found.end;
      else if (start === low) return low;
      else high = start;
    }
    return low;
  }

  #rowAt(start: number): { readonly row: PayoutLineRow; readonly end: number } | undefined {
    if (start >= this.#reader.size) return undefined;
    const end = this.#nextStart(start);
    return { row: this.#rowOf(csvRows(this.#text(start, end))[0] ?? []), end };
  }

  #rowOf(cells: readonly string[]): PayoutLineRow {
    const cell = (column: string): string => cells[this.#header.indexOf(column)] ?? '';
    return { ordinal: Number(cell('line_id').split('-').at(-1)), cell };
  }

  /** Where the row after the one that holds a byte begins. */
  #nextStart(from: number): number {
    let place = from;
    while (place < this.#reader.size) {
      this.#turnTo(place);
      const end = this.#page.indexOf(LINE_END, place - this.#pageStart);
      if (end >= 0) return this.#pageStart + end + 1;
      place = this.#pageStart + this.#page.length;
    }
    return this.#reader.size;
  }

  /** Reads the page that begins at a byte, unless the byte stands in the last one. */
  #turnTo(place: number): void {
    if (place >= this.#pageStart && place < this.#pageStart + this.#page.length) return;
    this.#page = this.#bytes(place, PAGE_BYTES);
    this.#pageStart = place;
  }

  #text(from: number, to: number): string {
    this.#turnTo(from);
    const start = from - this.#pageStart;
    if (to - from > LONGEST_ROW_BYTES) throw this.#changed();
    const bytes = to - this.#pageStart <= this.#page.length ? this.#page : this.#bytes(from, to - from);
    return bytes === this.#page ? bytes.toString('utf8', start, start + to - from) : bytes.toString('utf8');
  }

  /** A row that is longer than any: somebody or something has changed the file. */
  #changed(): NorsktilskuddError {
    return new NorsktilskuddError('verification', 'RUN_FOLDER_CHANGED', { folder: this.#folder }, [
      errorDetail('RUN_FILE_CHANGED', { file: this.#path }),
    ]);
  }

  #bytes(from: number, length: number): Buffer {
    const bytes = Buffer.alloc(Math.min(length, this.#reader.size - from));
    this.#reader.read(bytes, from);
    return bytes;
  }
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  if (place < 0) return 0;
  return at(a, place) < at(b, place) ? -1 : 1;
}
