import type { RuleSet } from '../../../rules';
import type { Day, RegisterSource } from '../../domain';
import { planFacts } from '../facts/fact-plan';
import { type Courses, coursesSeen } from './courses';
import { type Delay, delaysOf, knownShares, lateShares } from './delays';
import { ENTRY_GROUPS } from './entry-groups';
import { type EntryHistory, entryHistories, type FactsOf, factsUnder } from './entry-history';
import { growthSeen, type Pace, paceOf } from './pace';
import { sourceOf } from './pace-source';

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
  const growth = growthSeen(groups.filter((_, group) => ENTRY_GROUPS[group]?.follows === undefined));
  const paces = groups.map(({ history, shares }, group) => {
    const followed = groups[ENTRY_GROUPS.findIndex(({ name }) => name === ENTRY_GROUPS[group]?.follows)];
    return paceOf(history, shares, growth, followed && sourceOf(followed.history, followed.shares));
  });
  return { factsOf, histories, delays, paces, courses: coursesSeen(factsOf, factsThen, asOf, firstYear) };
}

function sharesOf(delay: Delay | undefined): number[] {
  return delay === undefined ? [] : knownShares(lateShares(delay));
}
