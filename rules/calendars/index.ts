import type { LimitTable } from '../../src/domain';
import { YearLimits } from '../parameters/limit-values';
import type { Calendar } from './calendar';
import { fourTermsCalendar } from './four-terms';
import { legacyCalendar } from './legacy';

export { type Calendar, sayArrears, sayDecisionsDue, sayWhole } from './calendar';

const CALENDARS: Readonly<Record<Calendar['id'], Calendar>> = {
  legacy: legacyCalendar,
  four_terms: fourTermsCalendar,
};

/** Calendar of a grant year as its limits name it (terms.shares), undefined where it has none. */
export function limitsCalendar(grantYear: number, limits: LimitTable): Calendar | undefined {
  if (limits.find('terms.shares', grantYear) < 0) return undefined;
  return CALENDARS[new YearLimits(limits, grantYear).oneOf('terms.shares', ['legacy', 'four_terms'])];
}

/** Term from which grunntilskudd of a grant year is due (A15). */
export function grunntilskuddTermOf(grantYear: number, limits: LimitTable): number {
  return new YearLimits(limits, grantYear).whole('grunntilskudd.due_term');
}
