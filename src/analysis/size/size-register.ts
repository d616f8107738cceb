import type { RuleSet } from '../../../rules';
import {
  type CaseAct,
  type Component,
  componentOrdinal,
  type Day,
  NO_RECIPIENT,
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

/** National sum of one component, year number and class. */
interface NationalCell {
  readonly component: Component;
  /** 0 for none. */
  readonly yearNumber: number;
  /** RATE_CLASS */
  readonly rateClass: number;
  /** Sum over recipients: who has two of them counts at both; of grunntilskudd the persons counted. */
  readonly personsAtRecipients: number;
  readonly rateNok: number | null;
  readonly amountNok: number;
}

/** Annual size of a grant year: the whole country and what is held of it. */
export interface NationalSize {
  readonly cells: readonly NationalCell[];
  readonly totalNok: number;
  /** Part without a recipient that can be paid. */
  readonly heldNok: number;
}

/** Sums the rows of sizing.csv nationally. */
export function nationalSize(rows: readonly SizingRow[]): NationalSize {
  const cells = new Map<number, { -readonly [Name in keyof NationalCell]: NationalCell[Name] }>();
  let [totalNok, heldNok] = [0, 0];
  for (const { recipient, component, yearNumber, rateClass, persons, rateNok, annualAmountNok } of rows) {
    totalNok += annualAmountNok;
    if (recipient === NO_RECIPIENT) heldNok += annualAmountNok;
    const key = componentOrdinal(component) * 16 + yearNumber * 4 + rateClass;
    const cell = cells.get(key) ?? { component, yearNumber, rateClass, personsAtRecipients: 0, rateNok, amountNok: 0 };
    cell.personsAtRecipients += persons;
    cell.amountNok += annualAmountNok;
    cells.set(key, cell);
  }
  const sorted = [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell);
  return { cells: sorted, totalNok, heldNok };
}

/**
 * How much of the size an appropriation covers, in hundredths of a percent, rounded half up; undefined for a size of 0.
 * @example coverageHundredths(815_000_000, 812_400_000) === 10_032 // 100.32 percent
 */
export function coverageHundredths(appropriationNok: number, sizeNok: number): number | undefined {
  if (sizeNok <= 0) return undefined;
  const [size, doubled] = [BigInt(sizeNok), BigInt(appropriationNok) * 20_000n];
  return Number((doubled + size) / (2n * size));
}
