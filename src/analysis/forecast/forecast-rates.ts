import type { RateTable } from '../../domain';
import { rateOfCell } from '../facts/cell-key';
import type { MissingPrice } from '../facts/missing-prices';

/** Rate of a cell, and the grant year that it is of. */
export interface ForecastRate {
  readonly rateNok: number;
  readonly rateYear: number;
}

/**
 * The rate of the first of some years that has one: the year itself, else those before it, since next year's are often not known.
 * Missing ones are gathered, those of cells that nobody is expected in left out.
 */
export function forecastRate(
  cell: number,
  years: readonly number[],
  rates: RateTable,
  persons: number,
  missing: MissingPrice[],
): ForecastRate {
  const name = rateOfCell(cell);
  const [first = 0] = years;
  if (name === undefined) return { rateNok: 0, rateYear: first };
  for (const rateYear of years) {
    const rate = rates.rates[rates.find(name.key, rateYear, name.rateClass)];
    if (rate !== undefined) return { rateNok: rate.valueNok, rateYear };
  }
  if (persons > 0) missing.push({ ...name, grantYear: first, count: persons });
  return { rateNok: 0, rateYear: first };
}
