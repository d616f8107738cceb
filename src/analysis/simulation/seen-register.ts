import type { RuleSet } from '../../../rules';
import { at, type Day, type RegisterSource } from '../../domain';
import { planFacts } from '../facts/fact-plan';
import { lastEntryOf } from '../forecast/last-entry';
import { type Courses, coursesSeen, fallenPlace, NOBODY, shareOf } from './courses';
import { type Delay, delaysOf, knownShares, lateShares } from './delays';
import { ENTRY_GROUPS } from './entry-groups';
import { type EntryHistory, entryHistories, type FactsOf, factsUnder, PERIOD_DAYS } from './entry-history';
import { entriesAhead, type Pace, type PaceOfAll, paceOf, paceOfAll, type SeenGroup, varianceAhead } from './pace';
import { type Followed, sourceOf } from './pace-source';

/** What is seen of a register under the law of one year. */
export interface SeenRegister {
  readonly factsOf: FactsOf;
  readonly histories: readonly EntryHistory[];
  readonly delays: readonly Delay[];
  readonly paces: readonly Pace[];
  readonly courses: Courses;
}

/**
 * Looks at a register under the law of a year; years of the same law share what is seen.
 *
 * @param earlier an extract of a year before: it shows who has been edited or deleted since
 */
export function registerSeen(
  register: RegisterSource,
  earlier: RegisterSource,
  asOf: Day,
): (rules: RuleSet, lawYear: number) => SeenRegister {
  const bySignature = new Map<string, SeenRegister>();
  return (rules, lawYear) => {
    const signature = signatureOf(rules, lawYear, asOf);
    const seen = bySignature.get(signature) ?? see(register, rules, lawYear, asOf, earlier);
    bySignature.set(signature, seen);
    return seen;
  };
}

/** What of the law decides who enters. */
function signatureOf(rules: RuleSet, year: number, asOf: Day): string {
  const plan = planFacts(rules, year, asOf);
  const values = [...new Set(rules.limits.limits.map(({ key }) => key))].map(
    (key) => rules.limits.limits[rules.limits.find(key, year)]?.value ?? '',
  );
  return JSON.stringify([plan.components.map(({ module }) => module), values, rules.regions.rateClass.join('')]);
}

function see(
  register: RegisterSource,
  rules: RuleSet,
  lawYear: number,
  asOf: Day,
  earlier: RegisterSource,
): SeenRegister {
  const factsOf = factsUnder(register, rules, lawYear);
  const factsThen = earlier === register ? factsOf : factsUnder(earlier, rules, lawYear);
  const { histories, firstYear } = entryHistories(factsOf, rules, asOf);
  const delays = delaysOf(histories);
  const groups = histories.map((history, group) => ({ history, shares: sharesOf(delays[group]) }));
  const all = paceOfAll(groups.filter((_, group) => ENTRY_GROUPS[group]?.follows === undefined));
  const courses = coursesSeen(factsOf, factsThen, asOf, firstYear);
  const paces = groups.map(({ history, shares }, group) => {
    const followed = groups[ENTRY_GROUPS.findIndex(({ name }) => name === ENTRY_GROUPS[group]?.follows)];
    if (followed === undefined) return paceOf(history, shares, all);
    const fallen = shareOf(courses.fallen[fallenPlace(groups.indexOf(followed), 1)] ?? NOBODY);
    const lastEntry = lastEntryOf(at(at(ENTRY_GROUPS, groups.indexOf(followed)).components, 0), rules, lawYear);
    const daysOpen = lastEntry === undefined ? Number.POSITIVE_INFINITY : lastEntry - asOf;
    return paceOf(history, shares, all, sourceOf(history, shares, followedBy(followed, all, fallen, daysOpen)));
  });
  return { factsOf, histories, delays, paces, courses };
}

function sharesOf(delay: Delay | undefined): number[] {
  return delay === undefined ? [] : knownShares(lateShares(delay));
}

/** @param daysOpen days after D on which people still enter the group */
function followedBy(group: SeenGroup, all: PaceOfAll, fallen: number, daysOpen: number): Followed {
  const pace = paceOf(group.history, group.shares, all);
  return {
    ...group,
    fallen,
    ahead: (ahead, periods) => (ahead * PERIOD_DAYS < daysOpen ? entriesAhead(pace, ahead, periods) : 0),
    varianceAhead: (ahead) => varianceAhead(pace, ahead),
  };
}
