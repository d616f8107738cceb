import type { RuleSet } from '../../../rules';
import {
  type CaseAct,
  type Component,
  componentOrdinal,
  type Day,
  type RegisterSource,
  type SizingRow,
} from '../../domain';
import { collectFacts } from '../facts/collect-facts';
import { planFacts } from '../facts/fact-plan';
import type { FactTable } from '../facts/fact-table';
import { stopIfMissing } from '../facts/missing-prices';
import { priceListOf } from '../facts/price-list';
import { Repricer } from '../facts/reprice';
import { distinctPersons } from '../scenario/distinct-persons';
import { countedSlots, NO_FILTER } from '../scenario/scenario';

/** Annual size of a grant year with the facts that it rests on. */
export interface SizedRegister {
  readonly facts: FactTable;
  /** Distinct persons of all rows, and by cellKey(). */
  readonly persons: number;
  readonly personsByCell: ReadonlyMap<number, number>;
  /** As in sizing.csv (rulebook 8.1). */
  readonly rows: readonly SizingRow[];
  /** Persons left out because their country stands outside the region table. */
  readonly unknownCountryPersons: number;
}

/**
 * Sizes a grant year at D: what every triggering person's annual amount comes to, independent of terms and of what has
 * been posted (rulebook 8.1).
 *
 * @param cases acts in force, persons by the ids that count: pinned facts stand in the register's place (rulebook 9a)
 * @throws NorsktilskuddError NO_CALENDAR, PARAMETERS_MISSING (all cells at once)
 */
export function sizeRegister(
  register: RegisterSource,
  rules: RuleSet,
  grantYear: number,
  asOf: Day,
  excluded: readonly Component[],
  cases: readonly CaseAct[] = [],
): SizedRegister {
  const facts = collectFacts(register, planFacts(rules, grantYear, asOf, grantYear, cases));
  const basis = rules.assumptions.value('A10') === 'by_months' ? ('by_months' as const) : ('by_days' as const);
  const repricer = new Repricer(facts);
  const priced = repricer.price(priceListOf(rules.rates, grantYear), { basis, excluded });
  stopIfMissing(priced.missing, rules.rates);
  const { slots } = repricer;
  const counted = countedSlots(slots, new Set(excluded.map(componentOrdinal)), NO_FILTER);
  const [all, byCell] = distinctPersons(facts, slots, counted, [() => 0, (_recipient, cell) => cell]);
  return {
    facts,
    persons: all?.get(0) ?? 0,
    personsByCell: byCell ?? new Map(),
    rows: priced.rows,
    unknownCountryPersons: priced.unknownCountryPersons,
  };
}
