import { assert } from './errors';

/** A calendar day as whole days since 1970-01-01. Never a Date: no time zone can touch it. */
export type Day = number & { readonly __brand: 'Day' };

/** Stands for "no end given" where an empty date means "never": later than every day. */
export const FAR_FUTURE = 2_147_483_647 as Day;
/** Stands for "known from the beginning": earlier than every day. */
export const FAR_PAST = -2_147_483_647 as Day;
/** Stands for an empty date that means neither (permit_granted_on). */
export const NO_DAY = -2_147_483_648 as Day;

/** Brands a number read from a column as a day. */
export function asDay(value: number): Day {
  return value as Day;
}

/** Days of a month, leap years included. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Day of a year, month (1-12) and day of the month; the parts must be a real date. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) as Day;
}

/** 31 December: the last day of a grant year. */
export function lastDayOfYear(year: number): Day {
  return dayOf(year, 12, 31);
}

export interface CalendarDate {
  readonly year: number;
  /** 1-12 */
  readonly month: number;
  /** 1-31 */
  readonly dayOfMonth: number;
}

/** Year, month and day of the month. */
export function calendarDate(day: Day): CalendarDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

export function yearOf(day: Day): number {
  return calendarDate(day).year;
}

/** Calendar quarter, 1-4. */
export function quarterOf(day: Day): number {
  return Math.floor((calendarDate(day).month + 2) / 3);
}

/** Months since year 0: year * 12 + month - 1. Orders and subtracts as months do. */
export function monthIndex(day: Day): number {
  const date = calendarDate(day);
  return date.year * 12 + date.month - 1;
}

/** Completed years on a date; a 29 February birthday counts from 1 March in common years (A1). */
export function ageOn(birth: Day, on: Day): number {
  const born = calendarDate(birth);
  const then = calendarDate(on);
  const before = then.month < born.month || (then.month === born.month && then.dayOfMonth < born.dayOfMonth);
  return then.year - born.year - (before ? 1 : 0);
}

const TWO_DIGITS = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));

/** `YYYY-MM-DD`; the sentinels print as an empty text. */
export function formatDay(day: Day): string {
  if (day === FAR_FUTURE || day === FAR_PAST || day === NO_DAY) return '';
  const date = calendarDate(day);
  return `${String(date.year).padStart(4, '0')}-${TWO_DIGITS[date.month]}-${TWO_DIGITS[date.dayOfMonth]}`;
}

/**
 * Reads `YYYY-MM-DD` or `DD.MM.YYYY`; undefined where the text is no such date (2019-02-30).
 * @example parseDay('2018-03-31') === parseDay('31.03.2018')
 */
export function parseDay(text: string): Day | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const local = iso ? null : /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
  if (!iso && !local) return undefined;
  const year = Number(iso ? iso[1] : local?.[3]);
  const month = Number(iso ? iso[2] : local?.[2]);
  const dayOfMonth = Number(iso ? iso[3] : local?.[1]);
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  return dayOf(year, month, dayOfMonth);
}

/** Like parseDay for text that the program itself holds. */
export function knownDay(text: string): Day {
  const day = parseDay(text);
  assert(day !== undefined, `${text} is not a date`);
  return day;
}
