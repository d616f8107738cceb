import { grunntilskuddStepOf, type RuleSet, YearLimits } from '../../../rules';
import { asDay, type Day, dayOf, i32, isCounted, isKommune, NO_RECIPIENT, u16, u32, yearOf } from '../../domain';
import { componentOfCell } from '../facts/cell-key';
import type { FactTable } from '../facts/fact-table';
import { COURSE_DAYS, hasYears, type Rate } from './courses';
import { ENTRY_GROUPS, entryUnits, personOf } from './entry-groups';
import type { FactsOf } from './entry-history';
import type { YearPieces } from './year-pieces';

/** Fewest persons whose shares count for themselves. */
const FEW = 20;

/** Grunntilskudd of a grant year. */
export interface CountWorld {
  /** Kommune of each person who counts as known at D. */
  readonly known: readonly number[];
  /** Kommuner that others come to count in: of everybody who counts in the year or that of D. */
  readonly homes: readonly number[];
  /** Kommuner in force without anybody, and the share who come to one of them: as many as stand alone today (Good and Turing). */
  readonly empty: readonly number[];
  readonly emptyShare: number;
  /** Persons who count for each entry into a group, by group. */
  readonly perEntry: readonly number[];
  /** Of those who have entered and are not registered yet: share who do not count yet either, as it was a year ago. */
  readonly lateShare: number;
  /** Of those who counted as known a year ago: who counted elsewhere, and who no longer did. */
  readonly moved: Rate;
  readonly fallen: Rate;
  /** Day of the count. */
  readonly countOn: Day;
  /** RATE_CLASS by number of persons. */
  readonly stepOf: (persons: number) => number;
}

/**
 * How grunntilskudd of a grant year is known at D, and what others who come do to it. The same where it is left out: it takes the same
 * draws, so that nothing else changes.
 */
export function countWorld(
  factsOf: FactsOf,
  rules: RuleSet,
  grantYear: number,
  asOf: Day,
  pieces: YearPieces,
): CountWorld {
  const stepOf = grunntilskuddStepOf(grantYear, rules.limits);
  const countOn = asDay(new YearLimits(rules.limits, grantYear).dayOfYear('grunntilskudd.count_day'));
  const codesOf = (counted: ReadonlyMap<number, number>): number[] =>
    [...counted.values()].map((one) => pieces.codeOf(one)).filter((one) => one !== NO_RECIPIENT);
  const counted = countedIn(factsOf(grantYear, asOf));
  const known = codesOf(counted);
  // Each person once: somebody who counts in both years stands in a kommune alone all the same.
  const homes = codesOf(new Map([...countedIn(factsOf(yearOf(asOf), asOf)), ...counted]));
  return {
    known,
    homes,
    ...emptyKommuner(homes, rules, dayOf(grantYear, 12, 31)),
    perEntry: countedPerEntry(factsOf, asOf),
    ...countCourses(factsOf, asOf, grantYear > yearOf(asOf) ? 1 : 0),
    countOn,
    stepOf,
  };
}

function emptyKommuner(
  homes: readonly number[],
  { places }: RuleSet,
  on: Day,
): Pick<CountWorld, 'empty' | 'emptyShare'> {
  const persons = new Map<number, number>();
  for (const home of homes) persons.set(home, (persons.get(home) ?? 0) + 1);
  const alone = [...persons.values()].filter((count) => count === 1).length;
  const inForce = places.places.filter(
    ({ code, validFrom, validTo }) => isKommune(code) && validFrom <= on && on < validTo,
  );
  const empty = [...new Set(inForce.map(({ code }) => Number(code)))]
    .filter((code) => !persons.has(code))
    .sort((a, b) => a - b);
  return { empty, emptyShare: empty.length === 0 || homes.length === 0 ? 0 : alone / homes.length };
}

/** Kommune in which each person counts. */
function countedIn(facts: FactTable): Map<number, number> {
  const counted = new Map<number, number>();
  for (let person = 0; person < facts.personIds.length; person += 1) {
    for (let entry = u32(facts.entryStart, person); entry < u32(facts.entryStart, person + 1); entry += 1) {
      if (!isCounted(componentOfCell(u16(facts.cell, entry)))) continue;
      counted.set(facts.personIds[person] ?? 0, i32(facts.recipient, u32(facts.shareStart, entry)));
    }
  }
  return counted;
}

/**
 * Persons who count in the year after that of their entry, for each entry into a group in the year before D's: those of the
 * group itself, and with them those who count without having entered any.
 */
function countedPerEntry(factsOf: FactsOf, asOf: Day): number[] {
  const year = yearOf(asOf);
  const [before, now] = [countedIn(factsOf(year - 1, asOf)), countedIn(factsOf(year, asOf))];
  const newly = new Set([...now.keys()].filter((id) => !before.has(id)));
  const units = entryUnits(factsOf(year - 1, asOf)).filter(({ step, share }) => step === 1 && share < 0);
  const groups = ENTRY_GROUPS.map((_, group) => {
    const mine = units.filter((unit) => unit.group === group);
    const counting = mine.filter(({ id }) => now.has(personOf(id)));
    return { entries: mine.length, counting: counting.length };
  });
  const entered = new Set(units.map(({ id }) => personOf(id)));
  const withEntry = [...newly].filter((id) => entered.has(id)).length;
  const more = withEntry === 0 ? 1 : newly.size / withEntry;
  const isUsual = (group: number): number => (hasYears(group) ? 1 : 0);
  return groups.map(({ entries, counting }, group) =>
    entries < FEW ? isUsual(group) : Math.min(2, (counting / entries) * Math.max(1, more)),
  );
}

/** What became of those who counted, as known a year ago, and of those who were not registered then. */
function countCourses(factsOf: FactsOf, asOf: Day, ahead: number): Pick<CountWorld, 'lateShare' | 'moved' | 'fallen'> {
  const then = asDay(asOf - COURSE_DAYS);
  const year = yearOf(then);
  const counted = countedIn(factsOf(year + ahead, then));
  const now = countedIn(factsOf(year + ahead, asOf));
  const moved = { hits: 0, misses: 0 };
  let fallen = 0;
  for (const [id, kommune] of counted) {
    const later = now.get(id);
    if (later === undefined) fallen += 1;
    else if (later === kommune) moved.misses += 1;
    else moved.hits += 1;
  }
  let [late, uncounted] = [0, 0];
  for (const entry of [year - 1, year]) {
    if (entry >= year + ahead) continue;
    const known = new Set(entryUnits(factsOf(entry, then)).map(({ id }) => id));
    for (const { id, day, step, share } of entryUnits(factsOf(entry, asOf))) {
      if (step !== 1 || share >= 0 || day > then || known.has(id) || !now.has(personOf(id))) continue;
      late += 1;
      if (!counted.has(personOf(id))) uncounted += 1;
    }
  }
  return {
    lateShare: late < FEW ? HALF : uncounted / late,
    moved,
    fallen: { hits: fallen, misses: counted.size - fallen },
  };
}

const HALF = 0.5;
