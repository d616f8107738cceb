import { type LimitTable, NorsktilskuddError } from '../src/domain';
import { type Calendar, limitsCalendar } from './calendars';
import { rulesOf } from './registry';

/**
 * Calendar of a grant year, with the dues of the rules that have their own.
 *
 * @throws NorsktilskuddError rule NO_CALENDAR for years that have none: 2004 and 2016 onwards have one (rulebook 1.1)
 */
export function calendarOf(grantYear: number, limits: LimitTable): Calendar {
  const calendar = findCalendar(grantYear, limits);
  if (!calendar) throw new NorsktilskuddError('rule', 'NO_CALENDAR', { year: grantYear });
  return calendar;
}

/** Calendar of a grant year, undefined where it has none. */
export function findCalendar(grantYear: number, limits: LimitTable): Calendar | undefined {
  const calendar = limitsCalendar(grantYear, limits);
  const own = new Map(rulesOf(grantYear).flatMap(({ component, dues }) => (dues ? [[component, dues]] : [])));
  if (calendar === undefined || own.size === 0) return calendar;
  return {
    ...calendar,
    firstTerm: (component, yearNumber, quarter) =>
      own.get(component)?.firstTerm(yearNumber, quarter) ?? calendar.firstTerm(component, yearNumber, quarter),
    cumulativeDue: (component, amountNok, firstTerm, term) =>
      own.get(component)?.cumulativeDue(amountNok, firstTerm, term) ??
      calendar.cumulativeDue(component, amountNok, firstTerm, term),
    say: (component, due) => own.get(component)?.say(due) ?? calendar.say(component, due),
  };
}
