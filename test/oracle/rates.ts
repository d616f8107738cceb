import { join } from 'node:path';
import { readCsv } from './csv';

const SHIPPED = join(__dirname, '..', '..', 'rules', 'data', 'rates.csv');

/** Amount of a cell in whole kroner, asked for on behalf of a person or kommune. */
export type Rates = (key: string, year: number, rateClass: string, who: string) => number;

/** Figures of a run, and those that somebody needs and nobody gave (rulebook 1). */
export class RateBook {
  private readonly missing = new Map<string, Set<string>>();

  constructor(private readonly cells: ReadonlyMap<string, number>) {}

  /** 0 stands in for a missing figure so that the others that are missing come to light too. */
  readonly amount: Rates = (key, year, rateClass, who) => {
    const cell = `${key}/${year}/${rateClass}`;
    const value = this.cells.get(cell);
    if (value === undefined) this.missing.set(cell, (this.missing.get(cell) ?? new Set()).add(who));
    return value ?? 0;
  };

  /** Missing cells with the number of persons or kommuner that need each, as texts in their order. */
  missingCells(): string[] {
    return [...this.missing].map(([cell, needing]) => `${cell} ${needing.size}`).sort();
  }
}

/** The shipped figures with those of a file on top. */
export function readRates(path: string): RateBook {
  const cells = [SHIPPED, path].flatMap((file) =>
    readCsv(file).map((row): [string, number] => [
      `${row.text('key')}/${row.text('grant_year')}/${row.text('rate_class')}`,
      Number(row.text('value')),
    ]),
  );
  return new RateBook(new Map(cells));
}
