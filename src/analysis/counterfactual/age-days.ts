import { calendarDate, type Day, dayOf, daysInMonth } from '../../domain';

/** First day on which somebody has completed so many years; after 29 February that is 1 March in common years (A1). */
export function firstDayOfAge(birth: Day, years: number): Day {
  const { year, month, dayOfMonth } = calendarDate(birth);
  const then = year + years;
  return dayOfMonth > daysInMonth(then, month) ? dayOf(then, month + 1, 1) : dayOf(then, month, dayOfMonth);
}

/** Last day of birth with which somebody has completed so many years on a day. */
export function lastBirthOfAge(on: Day, years: number): Day {
  const { year, month, dayOfMonth } = calendarDate(on);
  const then = year - years;
  return dayOf(then, month, Math.min(dayOfMonth, daysInMonth(then, month)));
}
