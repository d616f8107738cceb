import { type Calendar, calendarOf, expectAssumptions, findCalendar, moduleFor, type RuleSet } from '../../rules';
import {
  type AssumptionTable,
  asDay,
  type CaseAct,
  COMPONENTS,
  type Component,
  componentOrdinal,
  dayOf,
  type Evaluate,
  type GrantYearContext,
  hasParticipants,
  isCounted,
  isPerKommune,
  LineTable,
  lastDayOfYear,
  type PostedState,
  paysHours,
  type RuleModule,
  type RunRequest,
} from '../domain';
import { blockedAtFreeze } from './frozen-grants';
import { hasPinnedCounts } from './pinned-counts';

/** One grant year and component that a run works out. */
export interface ComponentPlan {
  readonly grantYear: number;
  readonly component: Component;
  readonly ordinal: number;
  readonly module: RuleModule;
  readonly evaluate: Evaluate;
  readonly calendar: Calendar;
  readonly context: GrantYearContext;
  /** Term whose cumulative due counts: the run's for its own grant year, 4 for the year before. */
  readonly dueTerm: number;
  readonly isCurrentYear: boolean;
  /** False where the component is excluded and worked out for the hours basis alone. */
  readonly pays: boolean;
  readonly lines: LineTable;
}

/** What a run computes, in the order of its lines: grant year, then component. */
export interface RunPlan {
  /** Components with a line per person. */
  readonly perPerson: readonly ComponentPlan[];
  /** Grunntilskudd of the run's year, for its count; undefined where excluded or not in force. */
  readonly counted: ComponentPlan | undefined;
  /** Grunntilskudd of the year before, where a case has pinned a count of it; only those kommuner are worked out. */
  readonly countedBefore: ComponentPlan | undefined;
  /** The hour grant of the run's year. */
  readonly hourly: ComponentPlan | undefined;
  /** Persontilskudd of the run's year, also where it is excluded: the hours basis asks who triggers. */
  readonly participation: ComponentPlan | undefined;
  readonly context: GrantYearContext;
  readonly calendar: Calendar;
}

/** What the run computes (rulebook 5 and 6, arrears). Stops for years without a calendar. */
export function planRun(
  request: RunRequest,
  rules: RuleSet,
  posted: PostedState,
  cases: readonly CaseAct[] = [],
): RunPlan {
  const { grantYear } = request;
  const calendar = calendarOf(grantYear, rules.limits);
  expectEngineAssumptions(rules.assumptions);
  const context = contextOf(grantYear, request, rules);
  const current = COMPONENTS.flatMap((component) => planComponent(component, context, calendar, request, true) ?? []);
  const covered = coveredLastYear(grantYear - 1, posted);
  const lastCalendar = findCalendar(grantYear - 1, rules.limits);
  const lastContext = contextOf(grantYear - 1, request, rules);
  const isPinned = hasPinnedCounts(cases, grantYear - 1) || blockedAtFreeze(posted, grantYear - 1).length > 0;
  const isTruedUp = (component: Component): boolean => !isPerKommune(component) || (isPinned && isCounted(component));
  const previous = lastCalendar
    ? COMPONENTS.filter((component) => covered.has(component) && isTruedUp(component)).flatMap(
        (component) => planComponent(component, lastContext, lastCalendar, request, false) ?? [],
      )
    : [];
  const paying = (plan: ComponentPlan): boolean => plan.pays;
  return {
    perPerson: [...previous, ...current].filter((plan) => paying(plan) && !isPerKommune(plan.component)),
    countedBefore: previous.find((plan) => isCounted(plan.component) && paying(plan)),
    counted: current.find((plan) => isCounted(plan.component) && paying(plan)),
    hourly: current.find((plan) => paysHours(plan.component) && paying(plan)),
    participation: current.find((plan) => hasParticipants(plan.component)),
    context,
    calendar,
  };
}

/** What is the same for everybody in a grant year of this run. */
export function contextOf(grantYear: number, request: RunRequest, rules: RuleSet): GrantYearContext {
  return {
    grantYear,
    firstDay: dayOf(grantYear, 1, 1),
    lastDay: lastDayOfYear(grantYear),
    asOf: asDay(request.asOf),
    translation: rules.places.translationTo(lastDayOfYear(grantYear)),
    places: rules.places,
    regions: rules.regions,
    rates: rules.rates,
    assumptions: rules.assumptions,
    limits: rules.limits,
    lawYear: grantYear,
  };
}

/** Term whose cumulative due counts: the run's for its own grant year; of the year before all is due (A17). */
export function dueTermOf(grantYear: number, request: RunRequest): number {
  return grantYear === request.grantYear ? request.term : LAST_TERM;
}

const LAST_TERM = 4;

function planComponent(
  component: Component,
  context: GrantYearContext,
  calendar: Calendar,
  request: RunRequest,
  isCurrentYear: boolean,
): ComponentPlan | undefined {
  const module = moduleFor(component, context.grantYear);
  const excluded = request.excluded.includes(component);
  if (!module || (excluded && !(isCurrentYear && hasParticipants(component)))) return undefined;
  return {
    grantYear: context.grantYear,
    component,
    ordinal: componentOrdinal(component),
    module,
    evaluate: module.prepare(context),
    calendar,
    context,
    dueTerm: dueTermOf(context.grantYear, request),
    isCurrentYear,
    pays: !excluded,
    lines: new LineTable(),
  };
}

/** Components of a grant year that a posted batch computed or of which the opening batch holds postings. */
function coveredLastYear(grantYear: number, posted: PostedState): ReadonlySet<Component> {
  return new Set(
    [...posted.coverage, ...posted.openingCoverage]
      .filter((row) => row.grantYear === grantYear)
      .map((row) => row.component),
  );
}

/** What the engine itself reads the assumptions as; the rule modules tell their own. */
const EXPECTED = {
  A12: 'frozen_once_posted',
  A14: 'quarter_ends',
  A17: 'previous_year_once',
  A18: 'by_component_group',
};

/**
 * Stops a run under an assumption that says something else than the code does: the frozen count, cut-offs, arrears, netting.
 *
 * @throws NorsktilskuddError kind `rule`: ASSUMPTION_VALUE_UNKNOWN
 */
function expectEngineAssumptions(assumptions: AssumptionTable): void {
  expectAssumptions(assumptions, EXPECTED);
}
