import { asDay, calendarDate, type Day, dayOf } from './day';

/** Days after Easter Sunday on which Norwegian banks are closed: Maundy Thursday, Good Friday, Easter Monday, Ascension, Whit Monday. */
const AFTER_EASTER: readonly number[] = [-3, -2, 1, 39, 50];
/** Month and day of the month. 24 and 31 December are bank days. */
const FIXED: readonly (readonly [number, number])[] = [
  [1, 1],
  [5, 1],
  [5, 17],
  [12, 25],
  [12, 26],
];
/** 1 January 1970 was a Thursday. */
const THURSDAY = 4;

/**
 * Easter Sunday of a year by the Gregorian rule (Meeus, Jones and Butcher).
 *
 * @example formatDay(easterSunday(2018)) // 2018-04-01
 */
export function easterSunday(year: number): Day {
  const whole = (a: number, b: number): number => Math.floor(a / b);
  const [golden, century, rest] = [year % 19, whole(year, 100), year % 100];
  const correction = century - whole(century, 4) - whole(century - whole(century + 8, 25) + 1, 3);
  const epact = (19 * golden + correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * whole(rest, 4) - epact - (rest % 4)) % 7;
  const shift = epact + weekday - 7 * whole(golden + 11 * epact + 22 * weekday, 451) + 114;
  return dayOf(year, whole(shift, 31), (shift % 31) + 1);
}

/**
 * Whether Norwegian banks carry out payments on a day: Monday to Friday and no public holiday.
 *
 * @param closed further days on which the bank is closed
 */
export function isBankDay(day: Day, closed: readonly Day[] = []): boolean {
  const weekday = (((day + THURSDAY) % 7) + 7) % 7;
  const { year, month, dayOfMonth } = calendarDate(day);
  const easter = easterSunday(year);
  return (
    weekday !== 0 &&
    weekday !== 6 &&
    !AFTER_EASTER.includes(day - easter) &&
    !FIXED.some(([m, d]) => m === month && d === dayOfMonth) &&
    !closed.includes(day)
  );
}

/** The day itself where it is a bank day, else the next one. */
export function nextBankDay(day: Day, closed: readonly Day[] = []): Day {
  return isBankDay(day, closed) ? day : nextBankDay(asDay(day + 1), closed);
}

/** The bank day that comes a number of bank days after a day; of 0 that of nextBankDay(). */
export function bankDaysAfter(day: Day, count: number, closed: readonly Day[] = []): Day {
  let found = nextBankDay(day, closed);
  for (let left = count; left > 0; left -= 1) found = nextBankDay(asDay(found + 1), closed);
  return found;
}
