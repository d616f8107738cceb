import { readCsv } from './csv';

/** Amount of a cell in whole kroner. */
export type Rates = (key: string, year: number, rateClass: string) => number;

/** A figure that a run needs and nobody gave (rulebook 1). */
export class MissingRate extends Error {}

export function readRates(path: string): Rates {
  const cells = new Map(
    readCsv(path).map((row) => [
      `${row.text('key')}/${row.text('grant_year')}/${row.text('rate_class')}`,
      Number(row.text('value')),
    ]),
  );
  return (key, year, rateClass) => {
    const value = cells.get(`${key}/${year}/${rateClass}`);
    if (value === undefined) throw new MissingRate(`${key}/${year}/${rateClass}`);
    return value;
  };
}
