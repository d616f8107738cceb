import type { RuleSet } from '../../../rules';
import type { Component, Day, RegisterSource, SizingRow } from '../../domain';
import { collectFacts } from '../facts/collect-facts';
import { planFacts } from '../facts/fact-plan';
import type { FactTable } from '../facts/fact-table';
import { stopIfMissing } from '../facts/missing-prices';
import { priceListOf } from '../facts/price-list';
import { Repricer } from '../facts/reprice';

/** Annual size of a grant year with the facts that it rests on. */
export interface SizedRegister {
  readonly facts: FactTable;
  /** As in sizing.csv (rulebook 8.1). */
  readonly rows: readonly SizingRow[];
  /** Persons left out because their country stands outside the region table. */
  readonly unknownCountryPersons: number;
}

/**
 * Sizes a grant year at D: what every triggering person's annual amount comes to, independent of terms and of what has
 * been posted (rulebook 8.1).
 *
 * @throws NorsktilskuddError NO_CALENDAR, PARAMETERS_MISSING (all cells at once)
 */
export function sizeRegister(
  register: RegisterSource,
  rules: RuleSet,
  grantYear: number,
  asOf: Day,
  excluded: readonly Component[],
): SizedRegister {
  const facts = collectFacts(register, planFacts(rules, grantYear, asOf));
  const basis = rules.assumptions.value('A10') === 'by_months' ? ('by_months' as const) : ('by_days' as const);
  const priced = new Repricer(facts).price(priceListOf(rules.rates, grantYear), { basis, excluded });
  stopIfMissing(priced.missing, rules.rates);
  return { facts, rows: priced.rows, unknownCountryPersons: priced.unknownCountryPersons };
}
