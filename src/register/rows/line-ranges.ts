import { GrowingColumn } from '../spill/growing-column';

/** Lines of a text over which one value is spread, from the quote that opens it to the one that closes it. */
export interface LineRange {
  /** First byte of the first line and the one behind the last, counted from the first row. */
  readonly start: number;
  readonly end: number;
}

/** Ranges of lines in the order of the text, kept in columns: a text may hold a million of them. */
export class LineRanges {
  readonly #starts = new GrowingColumn();
  readonly #ends = new GrowingColumn();

  get length(): number {
    return this.#starts.length;
  }

  add(start: number, end: number): void {
    this.#starts.push(start);
    this.#ends.push(end);
  }

  /** The range of that number; undefined behind the last. */
  at(index: number): LineRange | undefined {
    return index < this.length ? { start: this.#starts.get(index), end: this.#ends.get(index) } : undefined;
  }
}
