import { findCalendar, type RuleSet } from '../../../rules';
import { asDay, type Day, dayOf, type RegisterSource, yearOf } from '../../domain';
import { collectFacts } from '../facts/collect-facts';
import { planFacts } from '../facts/fact-plan';
import type { FactTable } from '../facts/fact-table';
import { ENTRY_GROUPS, type EntryUnit, entryUnits, personOf } from './entry-groups';

/** Days of a period; periods are counted back from D. */
export const PERIOD_DAYS = 91;
/** Periods of entry that are looked back at: four years. */
const PERIODS = 16;
/** Looks back at what was known, one a period: registration that takes longer is not told from none. */
export const LOOKS = 8;

/** The register of D looked at for one year of entry. */
export type FactsOf = (grantYear: number, asOf: Day) => FactTable;

/** Looks at a register under the law of one year, each look taken once. */
export function factsUnder(register: RegisterSource, rules: RuleSet, lawYear: number): FactsOf {
  const known = new Map<string, FactTable>();
  return (grantYear, asOf) => {
    const key = `${grantYear} ${asOf}`;
    const facts = known.get(key) ?? collectFacts(register, planFacts(rules, grantYear, asOf, lawYear));
    known.set(key, facts);
    return facts;
  };
}

/** What a register shows of entries into one group, by periods before D, the latest first. */
export interface EntryHistory {
  /** Entries known at D. */
  readonly known: readonly number[];
  /** Periods of which the calendar has grants, and whole ones since anybody entered: before a grant there is nobody to see. */
  readonly periods: number;
  readonly whole: number;
  /** Entries first known so many periods after the one of entry, and those known by then, of periods that were seen that long. */
  readonly first: readonly number[];
  readonly within: readonly number[];
  /** Person and day of every entry, in days before D: what follows another group is told by its persons. */
  readonly entered: readonly { readonly person: number; readonly daysAgo: number }[];
  /** Entries of the last four periods, with the facts that they stand in. */
  readonly recent: readonly { readonly unit: EntryUnit; readonly facts: FactTable }[];
}

/** Entries of each group as one register shows them at D and showed them before, by the days of registration. */
export function entryHistories(
  factsOf: FactsOf,
  rules: RuleSet,
  asOf: Day,
): { readonly histories: EntryHistory[]; readonly firstYear: number } {
  const histories = ENTRY_GROUPS.map(() => new GroupHistory());
  const firstYear = firstYearOf(rules, yearOf(asOf));
  const periods = Math.min(PERIODS, Math.floor((asOf - dayOf(firstYear, 1, 1) + 1) / PERIOD_DAYS));
  for (let year = yearOf(asOf); year >= firstYear; year -= 1) {
    const facts = factsOf(year, asOf);
    for (const unit of entryUnits(facts)) {
      if (unit.step === 1) histories[unit.group]?.addKnown(unit, facts, asOf);
    }
  }
  const firstLooked = yearOf(asDay(asOf - (LOOKS + 1) * PERIOD_DAYS));
  for (let look = LOOKS; look > 0; look -= 1) {
    const on = asDay(asOf - look * PERIOD_DAYS);
    for (let year = yearOf(on); year >= Math.max(firstYear, firstLooked); year -= 1) {
      for (const unit of entryUnits(factsOf(year, on))) {
        if (unit.step === 1) histories[unit.group]?.addLook(unit, look);
      }
    }
  }
  return { histories: histories.map((history) => history.result(periods)), firstYear };
}

const YEARS_BACK = 5;

function firstYearOf(rules: RuleSet, last: number): number {
  let year = last;
  while (year > last - YEARS_BACK && findCalendar(year - 1, rules.limits) !== undefined) year -= 1;
  return year;
}

/** Period of a day before D; -1 for days after it. */
export function periodOf(day: number, asOf: Day): number {
  return day > asOf ? -1 : Math.floor((asOf - day) / PERIOD_DAYS);
}

/** A decision stands in the middle of its quarter: it may be so many days older. */
const HALF_QUARTER = 45;

const RECENT = 4;

class GroupHistory {
  readonly #known = Array.from({ length: PERIODS }, () => 0);
  /** Whole periods since the first entry. */
  #whole = 1;
  readonly #recent: { unit: EntryUnit; facts: FactTable }[] = [];
  readonly #entered: { person: number; daysAgo: number }[] = [];
  /** Of everybody known now: period of entry, and the fewest periods after it by which they were known. */
  readonly #ages = new Map<number, { readonly period: number; age: number }>();

  addKnown(unit: EntryUnit, facts: FactTable, asOf: Day): void {
    const period = periodOf(unit.day, asOf);
    const begun = unit.share < 0 ? unit.day : unit.day - HALF_QUARTER;
    this.#whole = Math.max(this.#whole, Math.floor((asOf - begun + 1) / PERIOD_DAYS));
    const known = this.#known[period];
    if (known === undefined) return;
    this.#known[period] = known + 1;
    this.#entered.push({ person: personOf(unit.id), daysAgo: asOf - unit.day });
    if (period < RECENT) this.#recent.push({ unit, facts });
    if (period <= LOOKS) this.#ages.set(unit.id, { period, age: period });
  }

  addLook({ id }: EntryUnit, look: number): void {
    const mine = this.#ages.get(id);
    if (mine !== undefined && look <= mine.period) mine.age = Math.min(mine.age, mine.period - look);
  }

  result(periods: number): EntryHistory {
    const first = Array.from({ length: LOOKS + 1 }, () => 0);
    const within = Array.from({ length: LOOKS + 1 }, () => 0);
    const whole = Math.min(periods, this.#whole);
    for (const { period, age } of this.#ages.values()) {
      // Who entered in the part of a period in which a grant began was seen for a shorter time.
      if (period >= whole) continue;
      first[age] = (first[age] ?? 0) + 1;
      // Of one who was known at some age it is seen at every later one, up to that of today, that this was so.
      for (let later = age; later <= period; later += 1) within[later] = (within[later] ?? 0) + 1;
    }
    const seen = { known: this.#known, entered: this.#entered, recent: this.#recent };
    return { ...seen, periods, whole, first, within };
  }
}
