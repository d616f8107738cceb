import { at } from '../../domain';

/** A table as a reader sees it: exact figures, which of them are hidden, and which column totals are. */
export interface HiddenTable {
  readonly values: readonly (readonly number[])[];
  readonly hidden: readonly (readonly boolean[])[];
  readonly totalHidden: readonly boolean[];
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * How far a hidden cell can go down and up with everything that is shown as it is: row totals, column totals that are not
 * hidden, and no figure below zero. Looked for only as far as is asked.
 *
 * Seen as a net with rows and columns as points, a hidden cell is a pipe from its row to its column: one more in it must
 * go back from the column to the row through other hidden cells, forwards where they grow and backwards where they
 * shrink, which they can to zero. Columns without a shown total may exchange freely. Whole figures stay whole, so the
 * most that can flow is the exact bound.
 */
export function canMove(table: HiddenTable, place: Place, down: number, up: number): { down: number; up: number } {
  return { down: mostFlow(table, place, 'down', down), up: mostFlow(table, place, 'up', up) };
}

/** The same of a hidden column total, which may be as small as a group. */
export function canTotalMove(
  table: HiddenTable,
  column: number,
  down: number,
  up: number,
): { down: number; up: number } {
  return { down: mostFlow(table, { column }, 'down', down), up: mostFlow(table, { column }, 'up', up) };
}

/** A cell, or without a row a column total. */
type Wanted = { readonly row?: number; readonly column: number };

function mostFlow(table: HiddenTable, place: Wanted, way: 'down' | 'up', wanted: number): number {
  const net = new Net(table, place);
  let flowed = 0;
  while (flowed < wanted) {
    const pushed = net.push(way, wanted - flowed);
    if (pushed === 0) break;
    flowed += pushed;
  }
  return flowed;
}

/** Points: rows from 0, then columns, then the exchange between columns without a shown total. */
class Net {
  readonly #rows: number;
  readonly #columns: number;
  readonly #free: readonly boolean[];
  readonly #cells: Int32Array;
  readonly #isOpen: Uint8Array;
  readonly #from: number;
  readonly #to: number;

  constructor({ values, hidden, totalHidden }: HiddenTable, { row, column }: Wanted) {
    this.#rows = values.length;
    this.#columns = totalHidden.length;
    this.#free = row === undefined ? totalHidden.with(column, false) : totalHidden;
    this.#cells = Int32Array.from(values.flat());
    this.#isOpen = Uint8Array.from(hidden.flat(), (isHidden) => (isHidden ? 1 : 0));
    // A total that shrinks gives what its column held to the columns that it is exchanged with.
    if (row === undefined) [this.#from, this.#to] = [this.#rows + column, this.#rows + this.#columns];
    else {
      this.#isOpen[row * this.#columns + column] = 0;
      [this.#from, this.#to] = [row, this.#rows + column];
    }
  }

  /** Moves as much as one path takes: up goes back from the column to the row, down from the row to the column. */
  push(way: 'down' | 'up', wanted: number): number {
    const [start, end] = way === 'up' ? [this.#to, this.#from] : [this.#from, this.#to];
    const before = this.#search(start, end);
    if (!before) return 0;
    let amount = wanted;
    for (let point = end; point !== start; point = at(before, point)) {
      amount = Math.min(amount, this.#capacity(at(before, point), point));
    }
    for (let point = end; point !== start; point = at(before, point)) this.#move(at(before, point), point, amount);
    return amount;
  }

  #search(start: number, end: number): number[] | undefined {
    const before: number[] = Array.from({ length: this.#rows + this.#columns + 1 }, () => -1);
    before[start] = start;
    const queue = [start];
    for (let next = 0; next < queue.length; next += 1) {
      const point = at(queue, next);
      if (point === end) return before;
      for (const other of this.#neighbours(point)) {
        if (at(before, other) >= 0 || this.#capacity(point, other) <= 0) continue;
        before[other] = point;
        queue.push(other);
      }
    }
    return undefined;
  }

  #neighbours(point: number): number[] {
    const exchange = this.#rows + this.#columns;
    if (point === exchange) return this.#free.flatMap((isFree, column) => (isFree ? [this.#rows + column] : []));
    if (point < this.#rows) return Array.from({ length: this.#columns }, (_, column) => this.#rows + column);
    const rows = Array.from({ length: this.#rows }, (_, row) => row);
    return this.#free[point - this.#rows] ? [...rows, exchange] : rows;
  }

  /** From a row to a column a cell grows, without end; from a column to a row it shrinks, to zero. */
  #capacity(from: number, to: number): number {
    const exchange = this.#rows + this.#columns;
    if (from === exchange || to === exchange) return Number.POSITIVE_INFINITY;
    const isForward = from < this.#rows;
    const [row, column] = isForward ? [from, to - this.#rows] : [to, from - this.#rows];
    const cell = row * this.#columns + column;
    if (this.#isOpen[cell] !== 1) return 0;
    return isForward ? Number.POSITIVE_INFINITY : (this.#cells[cell] ?? 0);
  }

  #move(from: number, to: number, amount: number): void {
    const exchange = this.#rows + this.#columns;
    if (from === exchange || to === exchange) return;
    const isForward = from < this.#rows;
    const [row, column] = isForward ? [from, to - this.#rows] : [to, from - this.#rows];
    const cell = row * this.#columns + column;
    this.#cells[cell] = (this.#cells[cell] ?? 0) + (isForward ? amount : -amount);
  }
}
