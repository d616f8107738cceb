import { type Rate, type RateTable, rateCell } from '../../src/domain';

/**
 * Rates of a run: the shipped ones overlaid cell by cell by those given with --rates, later files last (data
 * contract 3). Sorted by cell, so that an index depends on the cells alone.
 */
export function buildRateTable(layers: readonly (readonly Rate[])[]): RateTable {
  const cells = new Map<string, Rate>();
  for (const layer of layers) {
    for (const rate of layer) cells.set(rateCell(rate.key, rate.grantYear, rate.rateClass), rate);
  }
  const names = [...cells.keys()].sort();
  const rates = names.flatMap((name) => cells.get(name) ?? []);
  // By key, year and class in turn: a thousand scenarios ask for every cell, and no text is put together for it.
  const indexes = new Map<string, Map<number, Map<string, number>>>();
  for (const [index, { key, grantYear, rateClass }] of rates.entries()) {
    const byYear = indexes.get(key) ?? new Map<number, Map<string, number>>();
    const byClass = byYear.get(grantYear) ?? new Map<string, number>();
    byClass.set(rateClass, index);
    indexes.set(key, byYear.set(grantYear, byClass));
  }
  return {
    rates,
    find: (key, grantYear, rateClass) => indexes.get(key)?.get(grantYear)?.get(rateClass) ?? -1,
  };
}
