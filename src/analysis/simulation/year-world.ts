import { grunntilskuddStepOf, type RuleSet, YearLimits } from '../../../rules';
import {
  asDay,
  COUNT_COMPONENT,
  type Component,
  componentOrdinal,
  type Day,
  dayOf,
  i32,
  isCounted,
  isKommune,
  NO_RECIPIENT,
  RATE_CLASS,
  u16,
  u32,
  yearOf,
} from '../../domain';
import { cellKey, componentOfCell } from '../facts/cell-key';
import type { FactTable } from '../facts/fact-table';
import { COURSE_DAYS, hasYears, type Rate } from './courses';
import { ENTRY_GROUPS, type EntryUnit, entryUnits } from './entry-groups';
import { type EntryHistory, type FactsOf, periodOf } from './entry-history';
import { type Piece, YearPieces } from './year-pieces';

/** Fewest persons of whom those who are not known yet are taken to be like. */
const FEW = 20;

/** A grant year as it is known at D, and who those are like that nobody knows yet. */
export interface YearWorld {
  readonly grantYear: number;
  readonly pieces: YearPieces;
  /** Ways in known at D, by group and year number, in the order of persons. */
  readonly known: readonly { readonly group: number; readonly step: number; readonly pieces: readonly Piece[] }[];
  /** Ways in that others are like: who entered in a year and stands in a year number. */
  readonly like: (group: number, step: number, rateClass: number | undefined, isAfterAsOf: boolean) => readonly Piece[];
  readonly counts: CountWorld;
  /** Cell of grunntilskudd for a number of persons; undefined where it gives nothing. */
  readonly countCellOf: (persons: number) => number | undefined;
}

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

/** Builds the world of a grant year from what is known of it at D. */
export function yearWorld(
  factsOf: FactsOf,
  rules: RuleSet,
  grantYear: number,
  asOf: Day,
  histories: readonly EntryHistory[],
  excluded: readonly Component[],
): YearWorld {
  const pieces = new YearPieces(grantYear, rules);
  const facts = factsOf(grantYear, asOf);
  const leave = excludedFrom(excluded);
  const byGroup = new Map<string, Piece[]>();
  for (const unit of entryUnits(facts)) {
    const kept = leave(facts, unit);
    if (kept === undefined) continue;
    const key = `${unit.group} ${unit.step}`;
    byGroup.set(key, [...(byGroup.get(key) ?? []), pieces.piece(facts, kept)]);
  }
  const known = [...byGroup].map(([key, list]) => {
    const [group = 0, step = 0] = key.split(' ').map(Number);
    return { group, step, pieces: list };
  });
  known.sort((a, b) => a.group - b.group || a.step - b.step);
  const recent = histories.map(
    ({ recent: entries }) =>
      (step: number): Piece[] =>
        entries.flatMap(({ unit, facts: table }) => {
          const kept = leave(table, unit);
          return kept === undefined ? [] : [pieces.piece(table, kept, step)];
        }),
  );
  const counts = countWorld(factsOf, rules, grantYear, asOf, pieces, excluded);
  return {
    grantYear,
    pieces,
    known,
    like: likeOf(byGroup, recent, asOf, grantYear),
    counts,
    countCellOf: (persons) => {
      const step = persons < 1 ? RATE_CLASS.none : counts.stepOf(persons);
      return COUNT_CLASSES.some((one) => one === step) ? cellKey(COUNTED, 0, step) : undefined;
    },
  };
}

type Leave = (facts: FactTable, unit: EntryUnit) => EntryUnit | undefined;

/** A way in without entries of components that are left out; undefined where nothing is left. */
function excludedFrom(excluded: readonly Component[]): Leave {
  if (excluded.length === 0) return (_facts, unit) => unit;
  return (facts, unit) => {
    const entries = unit.entries.filter((entry) => !excluded.includes(componentOfCell(u16(facts.cell, entry))));
    return entries.length === 0 ? undefined : { ...unit, entries };
  };
}

function likeOf(
  byGroup: ReadonlyMap<string, readonly Piece[]>,
  recent: readonly ((step: number) => Piece[])[],
  asOf: Day,
  grantYear: number,
): YearWorld['like'] {
  const lists = new Map<string, readonly Piece[]>();
  const entered = new Map<string, readonly Piece[]>();
  return (group, step, rateClass, isAfterAsOf) => {
    const key = `${group} ${step} ${rateClass ?? '-'} ${isAfterAsOf}`;
    const before = lists.get(key);
    if (before !== undefined) return before;
    const known = byGroup.get(`${group} ${step}`) ?? [];
    const own = `${group} ${step}`;
    const newcomers = entered.get(own) ?? recent[group]?.(step) ?? [];
    entered.set(own, newcomers);
    const ofClass = (list: readonly Piece[]): readonly Piece[] =>
      rateClass === undefined ? list : list.filter((piece) => piece.rateClass === rateClass);
    const season = isAfterAsOf && yearOf(asOf) === grantYear ? newcomers.filter(isLaterInYear(asOf)) : newcomers;
    const options = step > 1 ? [known, newcomers] : [season, newcomers, known];
    const chosen = options.map(ofClass).find((list) => list.length >= FEW) ?? longest(options.map(ofClass));
    lists.set(key, chosen);
    return chosen;
  };
}

function longest(lists: readonly (readonly Piece[])[]): readonly Piece[] {
  return lists.reduce((most, list) => (list.length > most.length ? list : most), []);
}

/** Whether somebody entered later in the year than D is: of the year before, those who are like them that are to come. */
function isLaterInYear(asOf: Day): (piece: Piece) => boolean {
  const dayOfYear = (day: number, year: number): number => day - dayOf(year, 1, 1);
  const limit = dayOfYear(asOf, yearOf(asOf));
  return ({ day }) =>
    periodOf(day, asOf) >= 0 && day - dayOf(yearOf(asOf) - 1, 1, 1) > limit && day < dayOf(yearOf(asOf), 1, 1);
}

function countWorld(
  factsOf: FactsOf,
  rules: RuleSet,
  grantYear: number,
  asOf: Day,
  pieces: YearPieces,
  excluded: readonly Component[],
): CountWorld {
  const stepOf = grunntilskuddStepOf(grantYear, rules.limits);
  const countOn = asDay(new YearLimits(rules.limits, grantYear).dayOfYear('grunntilskudd.count_day'));
  if (excluded.some(isCounted))
    return {
      known: [],
      homes: [],
      empty: [],
      emptyShare: 0,
      perEntry: [],
      lateShare: 0,
      moved: NOBODY,
      fallen: NOBODY,
      countOn,
      stepOf,
    };
  const codesOf = (year: number): number[] =>
    [...countedIn(factsOf(year, asOf)).values()].map((one) => pieces.codeOf(one)).filter((one) => one !== NO_RECIPIENT);
  const known = codesOf(grantYear);
  const homes = [...known, ...(grantYear === yearOf(asOf) ? [] : codesOf(yearOf(asOf)))];
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
    const counting = mine.filter(({ id }) => now.has(idOfPerson(id)));
    return { entries: mine.length, counting: counting.length };
  });
  const entered = new Set(units.map(({ id }) => idOfPerson(id)));
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
      if (step !== 1 || share >= 0 || day > then || known.has(id) || !now.has(idOfPerson(id))) continue;
      late += 1;
      if (!counted.has(idOfPerson(id))) uncounted += 1;
    }
  }
  return {
    lateShare: late < FEW ? HALF : uncounted / late,
    moved,
    fallen: { hits: fallen, misses: counted.size - fallen },
  };
}

const NOBODY: Rate = { hits: 0, misses: 0 };
const HALF = 0.5;
const IDS = 64;
function idOfPerson(id: number): number {
  return Math.floor(id / IDS);
}

/** Classes that grunntilskudd has. */
const COUNT_CLASSES = [RATE_CLASS.low, RATE_CLASS.high];
const COUNTED = componentOrdinal(COUNT_COMPONENT);
