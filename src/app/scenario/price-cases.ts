import { changedLimits } from '../../../rules';
import { amountsOf, NO_FILTER, type Repricer, stopIfMissing } from '../../analysis';
import { NorsktilskuddError } from '../../domain';
import type { FactShelf } from '../facts/fact-shelf';
import type { SizeCase } from '../facts/size-case';
import { priceOnThreads } from './price-on-threads';
import type { PricedCase } from './scenario-side';

/** Cases priced, those with the same register, year, day and law over one set of facts and on both cores. */
export function pricedCases(cases: readonly SizeCase[], shelf: FactShelf): PricedCase[] {
  const groups = new Map<string, number[]>();
  const classes = new Map<Uint8Array, string>();
  for (const [index, { place, grantYear, asOf, term, rules }] of cases.entries()) {
    const limits = changedLimits(rules, grantYear).map(({ key, value }) => [key, value]);
    const choices = rules.assumptions.assumptions.map(({ value }) => value);
    const { rateClass } = rules.regions;
    const countries = classes.get(rateClass) ?? rateClass.join('');
    classes.set(rateClass, countries);
    const key = JSON.stringify([place, grantYear, asOf, term, limits, choices, countries]);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  const priced: PricedCase[] = [];
  for (const indexes of groups.values()) {
    const group = indexes.flatMap((index) => cases[index] ?? []);
    for (const [place, one] of pricedGroup(group, shelf).entries()) priced[indexes[place] ?? 0] = one;
  }
  return priced;
}

function pricedGroup(cases: readonly SizeCase[], shelf: FactShelf): PricedCase[] {
  const [first] = cases;
  if (first === undefined) return [];
  const facts = shelf.factsOf(first);
  const scenarios = cases.map(({ label: name, prices, basis, excluded }) => ({
    ...{ name, prices, basis, excluded },
    filter: NO_FILTER,
  }));
  const { work, repricer } = priceOnThreads(facts, scenarios, shelf.repricerOf(first));
  return cases.map((size, index) => ({
    ...{ size, facts, repricer },
    amountNok: amountsOf(work, index, repricer.slots.length),
  }));
}

/** One case priced. */
export function pricedCase(size: SizeCase, shelf: FactShelf): PricedCase {
  const repricer = shelf.repricerOf(size);
  return { size, facts: shelf.factsOf(size), repricer, amountNok: amountsAt(repricer, size) };
}

/** Amounts of a case by slot. */
export function amountsAt(repricer: Repricer, { prices, basis }: Pick<SizeCase, 'prices' | 'basis'>): Float64Array {
  return repricer.amounts(prices, basis, new Float64Array(repricer.slots.length));
}

/** True where nobody lacks a rate. */
export function isComplete({ repricer, size }: PricedCase): boolean {
  return repricer.missing(size.prices, size).length === 0;
}

/** @throws NorsktilskuddError rule SCENARIO_RATES_MISSING, naming the cells */
export function stopWithName({ repricer, size }: PricedCase): void {
  const missing = repricer.missing(size.prices, size);
  try {
    stopIfMissing(missing, size.rates);
  } catch (cause) {
    if (!(cause instanceof NorsktilskuddError)) throw cause;
    const params = { scenario: size.label, cells: missing.length, year: size.grantYear };
    throw new NorsktilskuddError('rule', 'SCENARIO_RATES_MISSING', params, cause.details);
  }
}
