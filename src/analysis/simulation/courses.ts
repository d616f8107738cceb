import { asDay, type Day, dayOf, hasParticipants, i32, u32, yearOf } from '../../domain';
import type { FactTable } from '../facts/fact-table';
import { STEADY_PERSONS } from './delays';
import { ENTRY_GROUPS, type EntryUnit, entryUnits } from './entry-groups';
import type { FactsOf } from './entry-history';

/** Days of the year that courses are seen over. */
export const COURSE_DAYS = 364;

/** How many something happened to; not whole where few persons were drawn towards all. */
export interface Rate {
  readonly hits: number;
  readonly misses: number;
}

export const NOBODY: Rate = { hits: 0, misses: 0 };

/** Share of hits among all; 0 of nobody. */
export function shareOf({ hits, misses }: Rate): number {
  return hits > 0 ? hits / (hits + misses) : 0;
}

/** What becomes of those who are known, as seen over the year before D. */
export interface Courses {
  /** By fallenPlace(): known for a grant year, and no longer so a year later. */
  readonly fallen: readonly (Rate & { readonly seen: number })[];
  /** Left between one grant year and the next, by person and day. */
  readonly leftPerDay: Rate;
  /** Main recipient for the same grant year was another a year later: for the year then, and for the one after it. */
  readonly moved: readonly Rate[];
}

/**
 * @param factsOf looks at the register of D
 * @param factsThen looks at what was known a year before: the same register by its days of registration, or an extract of then
 */
export function coursesSeen(factsOf: FactsOf, factsThen: FactsOf, asOf: Day, firstYear: number): Courses {
  const then = asDay(asOf - COURSE_DAYS);
  const year = yearOf(then);
  const known = ENTRY_GROUPS.flatMap(() => [
    { hits: 0, misses: 0 },
    { hits: 0, misses: 0 },
  ]);
  const moved = [0, 1].map((ahead) => {
    const rate = { hits: 0, misses: 0 };
    if (year + ahead < firstYear || year + ahead > yearOf(asOf)) return rate;
    const [before, after] = [factsThen(year + ahead, then), factsOf(year + ahead, asOf)];
    const later = new Map(entryUnits(after).map((unit) => [keyOf(unit), unit]));
    for (const unit of entryUnits(before)) {
      const still = later.get(keyOf(unit));
      const mine = known[fallenPlace(unit.group, unit.step)];
      if (ahead === 0 && mine !== undefined) count(mine, still === undefined);
      if (still !== undefined && unit.share < 0) count(rate, homeOf(before, unit) !== homeOf(after, still));
    }
    return rate;
  });
  return { fallen: shrunk(known), leftPerDay: leftPerDay(factsOf, asOf, firstYear), moved };
}

function count(rate: { hits: number; misses: number }, isHit: boolean): void {
  if (isHit) rate.hits += 1;
  else rate.misses += 1;
}

/** Place of a group among the shares who fall away: those of the year of entry, and those of later years. */
export function fallenPlace(group: number, step: number): number {
  return group * 2 + (step > 1 ? 1 : 0);
}

function keyOf({ id, group }: EntryUnit): string {
  return `${group} ${id}`;
}

/** Drawn towards all groups together, those of the year of entry and those of later years apart. */
function shrunk(known: readonly Rate[]): (Rate & { readonly seen: number })[] {
  const shares = [0, 1].map((later) => {
    const some = known.filter((_, place) => place % 2 === later);
    const seen = some.reduce((sum, one) => sum + one.hits + one.misses, 0);
    return seen === 0 ? 0 : some.reduce((sum, one) => sum + one.hits, 0) / seen;
  });
  return known.map((one, place) => {
    const share = shares[place % 2] ?? 0;
    return {
      hits: one.hits + STEADY_PERSONS * share,
      misses: one.misses + STEADY_PERSONS * (1 - share),
      seen: one.hits + one.misses,
    };
  });
}

/** Who had a grant for the next grant year to come, lived a year and had none: by days between. */
function leftPerDay(factsOf: FactsOf, asOf: Day, firstYear: number): Rate {
  const rate = { hits: 0, misses: 0 };
  for (const year of [yearOf(asOf) - 2, yearOf(asOf) - 1]) {
    if (year < firstYear) continue;
    const units = entryUnits(factsOf(year + 1, asOf));
    const next = new Set(units.map((unit) => `${keyOf(unit)} ${unit.step}`));
    const most = units.reduce((highest, { step }) => Math.max(highest, step), 1);
    for (const unit of entryUnits(factsOf(year, asOf))) {
      if (unit.step >= most || !hasYears(unit.group)) continue;
      rate.misses += dayOf(year + 1, 1, 1) - Math.max(unit.day, dayOf(year, 1, 1));
      if (!next.has(`${keyOf(unit)} ${unit.step + 1}`)) rate.hits += 1;
    }
  }
  return rate;
}

/** Whether a group's grants go on for years. */
export function hasYears(group: number): boolean {
  return YEARS[group] ?? false;
}

const YEARS = ENTRY_GROUPS.map(({ components }) => components.some(hasParticipants));

/** Recipient with most days of an entry; -1 for none. */
export function homeOf(facts: FactTable, unit: EntryUnit): number {
  const [entry = 0] = unit.entries;
  let [home, most] = [-1, -1];
  for (let share = u32(facts.shareStart, entry); share < u32(facts.shareStart, entry + 1); share += 1) {
    if (unit.share >= 0 && share !== unit.share) continue;
    if (i32(facts.days, share) <= most) continue;
    [home, most] = [i32(facts.recipient, share), i32(facts.days, share)];
  }
  return home;
}
