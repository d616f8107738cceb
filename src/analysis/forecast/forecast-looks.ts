import type { RuleSet } from '../../../rules';
import { calendarDate, type Day, dayOf, daysInMonth, type RegisterSource } from '../../domain';
import { collectFacts } from '../facts/collect-facts';
import { type FactPlan, planFacts } from '../facts/fact-plan';
import type { FactTable } from '../facts/fact-table';

/**
 * The same register looked at several times: for this year, the last and the next, as known today and as known a year
 * ago. From one extract that is known by the days of registration alone: a death, a departure or a deletion that came
 * since is seen as if it had been known then. An extract of a year ago shows it as it was.
 */
export interface ForecastLooks {
  readonly asOf: Day;
  /** D of a year ago. */
  readonly yearAgo: Day;
  /** Grant year Y and Y + 1 as known at D. */
  readonly now: FactTable;
  readonly next: FactTable;
  /** Y - 1 as known at D, and as it was known a year ago. */
  readonly lastYear: FactTable;
  readonly lastYearThen: FactTable;
  /** Y as it was foreseen a year ago. */
  readonly nowThen: FactTable;
  /** Y and Y - 1 at D by the rules of Y + 1; the same tables where no rule changes. */
  readonly nowByNextRules: FactTable;
  readonly lastYearByNextRules: FactTable;
  readonly rulesChange: boolean;
  /** Plan of Y + 1: which components there are. */
  readonly nextPlan: FactPlan;
}

/**
 * @param earlier an extract of a year ago: what has been edited or deleted since is then seen as it was
 * @throws NorsktilskuddError NO_CALENDAR where the year before has none: nothing was seen then
 */
export function lookAt(
  register: RegisterSource,
  rules: RuleSet,
  grantYear: number,
  asOf: Day,
  earlier: RegisterSource = register,
): ForecastLooks {
  const yearAgo = aYearBefore(asOf);
  const look = (year: number, on: Day, rulesYear = year): FactTable =>
    collectFacts(on === yearAgo ? earlier : register, planFacts(rules, year, on, rulesYear));
  const nextPlan = planFacts(rules, grantYear + 1, asOf);
  const rulesChange = modulesOf(planFacts(rules, grantYear, asOf)) !== modulesOf(nextPlan);
  const now = look(grantYear, asOf);
  const lastYear = look(grantYear - 1, asOf);
  return {
    asOf,
    yearAgo,
    now,
    next: collectFacts(register, nextPlan),
    lastYear,
    lastYearThen: look(grantYear - 1, yearAgo),
    nowThen: look(grantYear, yearAgo),
    nowByNextRules: rulesChange ? look(grantYear, asOf, grantYear + 1) : now,
    lastYearByNextRules: rulesChange ? look(grantYear - 1, asOf, grantYear + 1) : lastYear,
    rulesChange,
    nextPlan,
  };
}

function modulesOf(plan: FactPlan): string {
  return plan.components.map(({ module }) => module).join(' ');
}

/** The same day a year before; 29 February becomes 28. */
export function aYearBefore(day: Day): Day {
  const { year, month, dayOfMonth } = calendarDate(day);
  return dayOf(year - 1, month, Math.min(dayOfMonth, daysInMonth(year - 1, month)));
}
