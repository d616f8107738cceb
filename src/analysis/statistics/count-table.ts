/** Persons and hours of one cell, exact. */
export interface CellFigures {
  persons: number;
  hoursHundredths: number;
}

/** Exact figures in rows and columns, each person once. Rows ascend by key. */
export class CountTable {
  readonly columns: number;
  readonly #rows = new Map<number, CellFigures[]>();

  constructor(columns: number) {
    this.columns = columns;
  }

  add(row: number, column: number, hoursHundredths: number): void {
    const cells =
      this.#rows.get(row) ?? Array.from({ length: this.columns }, () => ({ persons: 0, hoursHundredths: 0 }));
    this.#rows.set(row, cells);
    const cell = cells[column];
    if (cell === undefined) throw new RangeError(`a table of ${this.columns} columns has no column ${column}`);
    cell.persons += 1;
    cell.hoursHundredths += hoursHundredths;
  }

  /** Makes a row of nobody, where there is no such row yet. */
  ensure(row: number): void {
    if (this.#rows.has(row)) return;
    this.#rows.set(
      row,
      Array.from({ length: this.columns }, () => ({ persons: 0, hoursHundredths: 0 })),
    );
  }

  /** Keys of the rows, ascending. */
  rowKeys(): number[] {
    return [...this.#rows.keys()].sort((a, b) => a - b);
  }

  row(key: number): readonly CellFigures[] {
    return this.#rows.get(key) ?? [];
  }
}

/** Sum of figures. */
export function sumFigures(cells: Iterable<CellFigures>): CellFigures {
  const sum = { persons: 0, hoursHundredths: 0 };
  for (const cell of cells) {
    sum.persons += cell.persons;
    sum.hoursHundredths += cell.hoursHundredths;
  }
  return sum;
}
