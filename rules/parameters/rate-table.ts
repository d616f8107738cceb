import { type Rate, type RateClass, type RateKey, type RateTable, rateCell } from '../../src/domain';

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
  const indexes = new Map(names.map((name, index) => [name, index]));
  return {
    rates,
    find: (key: RateKey, grantYear: number, rateClass: RateClass) =>
      indexes.get(rateCell(key, grantYear, rateClass)) ?? -1,
  };
}
