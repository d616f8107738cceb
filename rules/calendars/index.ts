import { NorsktilskuddError } from '../../src/domain';
import type { Calendar } from './calendar';
import { fourTermsCalendar } from './four-terms';
import { legacyCalendar } from './legacy';

export type { Calendar } from './calendar';

/** The hour grant of 2004 is due by its own months; the calendar only says that the year can be run. */
const hourGrantCalendar: Calendar = { ...legacyCalendar, firstGrantYear: 2004, lastGrantYear: 2004, assumptions: [] };

const CALENDARS: readonly Calendar[] = [hourGrantCalendar, legacyCalendar, fourTermsCalendar];

/** Calendar of a grant year; stops (exit 4) for years that have none: 2004 and 2016 onwards have one (rulebook 1.1). */
export function calendarOf(grantYear: number): Calendar {
  const calendar = findCalendar(grantYear);
  if (!calendar) throw new NorsktilskuddError('rule', 'NO_CALENDAR', { year: grantYear });
  return calendar;
}

/** Calendar of a grant year, undefined where it has none. */
export function findCalendar(grantYear: number): Calendar | undefined {
  return CALENDARS.find(
    (calendar) => calendar.firstGrantYear <= grantYear && grantYear <= (calendar.lastGrantYear ?? grantYear),
  );
}
