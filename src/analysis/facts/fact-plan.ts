import { type Calendar, calendarOf, countDateOf, moduleFor, type RuleSet } from '../../../rules';
import {
  asDay,
  COMPONENTS,
  type CodeTranslation,
  type Component,
  componentOrdinal,
  type Day,
  type Evaluate,
  type GrantYearContext,
} from '../../domain';
import { contextOf } from '../../engine';

/** One component of the grant year, bound to it. */
export interface FactComponent {
  readonly component: Component;
  readonly ordinal: number;
  readonly evaluate: Evaluate;
  /** Identity of the rule module. */
  readonly module: string;
}

/** What to work out for everybody in a grant year, whatever the rates. */
export interface FactPlan {
  readonly context: GrantYearContext;
  readonly calendar: Calendar;
  /** Components that persons trigger or count for, in the order of their names. */
  readonly components: readonly FactComponent[];
  readonly grunntilskudd: FactComponent | undefined;
  /** To the codes in force on the count date of grunntilskudd. */
  readonly onCountDate: CodeTranslation;
  readonly hasHourGrant: boolean;
}

/**
 * @param rulesYear grant year whose rule modules are used: the year itself, or another one to see what a change of
 * rules does
 * @throws NorsktilskuddError NO_CALENDAR, ASSUMPTION_VALUE_UNKNOWN
 */
export function planFacts(rules: RuleSet, grantYear: number, asOf: Day, rulesYear = grantYear): FactPlan {
  const context = contextOf(grantYear, { grantYear, term: 4, asOf, excluded: [] }, rules);
  const bound = COMPONENTS.flatMap((component): FactComponent[] => {
    const module = moduleFor(component, rulesYear);
    if (module === undefined) return [];
    return [{ component, ordinal: componentOrdinal(component), evaluate: module.prepare(context), module: module.id }];
  });
  return {
    context,
    calendar: calendarOf(rulesYear),
    components: bound.filter(({ component }) => component !== 'timetilskudd'),
    grunntilskudd: bound.find(({ component }) => component === 'grunntilskudd'),
    onCountDate: rules.places.translationTo(asDay(countDateOf(grantYear))),
    hasHourGrant: bound.some(({ component }) => component === 'timetilskudd'),
  };
}
