import {
  type Calendar,
  calendarOf,
  decisionConditionOf,
  limitsOf,
  moduleFor,
  moveWeights,
  type RuleSet,
} from '../../../rules';
import {
  asDay,
  type CaseAct,
  COMPONENTS,
  type CodeTranslation,
  type Component,
  componentOrdinal,
  type Day,
  type Evaluate,
  type GrantYearContext,
  isCounted,
  paysHours,
} from '../../domain';
import { contextOf, pinnedCounts } from '../../engine';
import type { PinnedCountFact } from './fact-table';

/** One component of the grant year, bound to it. */
export interface FactComponent {
  readonly component: Component;
  readonly ordinal: number;
  readonly evaluate: Evaluate;
  /** Identity of the rule module. */
  readonly module: string;
  /** DECISION_KIND that it needs; undefined for none. */
  readonly decisionKind: number | undefined;
}

/** What to work out for everybody in a grant year, whatever the rates. */
export interface FactPlan {
  readonly context: GrantYearContext;
  readonly calendar: Calendar;
  /** Components that persons trigger or count for, in the order of their names. */
  readonly components: readonly FactComponent[];
  /** To the codes in force on the count date of grunntilskudd. */
  readonly onCountDate: CodeTranslation;
  readonly hasHourGrant: boolean;
  /** Steps of grunntilskudd as the limits have them; empty where there is none. */
  readonly countSteps: string;
  /** Shares of the kommuner of a move; empty for half and half. */
  readonly moveWeights: readonly number[];
  /** Acts of cases that say something of facts, persons by the ids that count (rulebook 9a). */
  readonly cases: readonly CaseAct[];
  readonly pinnedCounts: readonly PinnedCountFact[];
}

/**
 * @param rulesYear grant year whose rule modules are used: the year itself, or another one to see what a change of
 * rules does
 * @param cases acts in force, persons by the ids that count; none where the register alone is read
 * @throws NorsktilskuddError NO_CALENDAR, ASSUMPTION_VALUE_UNKNOWN
 */
export function planFacts(
  rules: RuleSet,
  grantYear: number,
  asOf: Day,
  rulesYear = grantYear,
  cases: readonly CaseAct[] = [],
): FactPlan {
  const context = {
    ...contextOf(grantYear, { grantYear, term: 4, asOf, excluded: [] }, rules),
    lawYear: rulesYear,
  };
  const bound = COMPONENTS.flatMap((component): FactComponent[] => {
    const module = moduleFor(component, rulesYear);
    if (module === undefined) return [];
    const decisionKind = decisionConditionOf(module)?.decisionKind;
    const ordinal = componentOrdinal(component);
    return [{ component, ordinal, evaluate: module.prepare(context), module: module.id, decisionKind }];
  });
  const onCountDate = rules.places.translationTo(asDay(limitsOf(context).dayOfYear('grunntilskudd.count_day')));
  const pins = bound.some(({ component }) => isCounted(component))
    ? [...pinnedCounts(cases, grantYear, onCountDate.target)]
    : [];
  return {
    context,
    cases,
    pinnedCounts: pins.map(([kommune, { amount }]) => ({ kommune, persons: amount })),
    calendar: calendarOf(rulesYear, rules.limits),
    components: bound.filter(({ component }) => !paysHours(component)),
    onCountDate,
    countSteps: limitsOf(context).text('grunntilskudd.steps'),
    moveWeights: moveWeights(limitsOf(context).fraction('asylum.move_share')),
    hasHourGrant: bound.some(({ component }) => paysHours(component)),
  };
}
