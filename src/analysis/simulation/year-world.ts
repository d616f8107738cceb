import type { RuleSet } from '../../../rules';
import { type Component, type Day, dayOf, RATE_CLASS, u16, yearOf } from '../../domain';
import { componentOfCell, countedCell } from '../facts/cell-key';
import { planFacts } from '../facts/fact-plan';
import type { FactTable } from '../facts/fact-table';
import { type CountWorld, countWorld } from './count-world';
import { type EntryUnit, entryUnits } from './entry-groups';
import { type EntryHistory, type FactsOf, periodOf } from './entry-history';
import { groupBy } from './group-by';
import { unseenLikes } from './unseen-likes';
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
  const all = entryUnits(facts).flatMap((unit) => {
    const kept = leave(facts, unit);
    return kept === undefined ? [] : [pieces.piece(facts, kept)];
  });
  const byGroup = groupBy(all, ({ group, step }) => `${group} ${step}`);
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
  const plan = planFacts(rules, grantYear, asOf).components.map(({ component }) => component);
  const granted = plan.filter((component) => !excluded.includes(component));
  const counts = countWorld(factsOf, rules, grantYear, asOf, pieces);
  return {
    grantYear,
    pieces,
    known,
    like: likeOf(byGroup, recent, asOf, grantYear, (group, step, rateClass) =>
      unseenLikes({ pieces, granted, known: all, homes: counts.homes }, group, step, rateClass),
    ),
    counts,
    countCellOf: (persons) => {
      const step = persons < 1 ? RATE_CLASS.none : counts.stepOf(persons);
      return COUNT_CLASSES.some((one) => one === step) ? countedCell(step) : undefined;
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
  unseen: (group: number, step: number, rateClass: number | undefined) => readonly Piece[],
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
    const seen = options.map(ofClass).find((list) => list.length >= FEW) ?? longest(options.map(ofClass));
    const chosen = seen.length > 0 ? seen : unseen(group, step, rateClass);
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

/** Classes that grunntilskudd has. */
const COUNT_CLASSES = [RATE_CLASS.low, RATE_CLASS.high];
