/*
 * The naive calculator's own calendar: days are texts `YYYY-MM-DD`, which compare as they should, and time passes one
 * day after the other. Nothing here is shared with the program.
 */

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: string): number {
  return Number(day.slice(5, 7));
}

export function quarterOf(day: string): number {
  return Math.ceil(monthOf(day) / 3);
}

function isLeapYear(year: number): boolean {
  if (year % 400 === 0) return true;
  if (year % 100 === 0) return false;
  return year % 4 === 0;
}

/** Days in a month (1-12). */
export function monthLength(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  return MONTH_LENGTHS[month - 1] ?? 0;
}

/** Text of a date. */
export function dayText(year: number, month: number, dayOfMonth: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

export function nextDay(day: string): string {
  const year = yearOf(day);
  const month = monthOf(day);
  const dayOfMonth = Number(day.slice(8, 10));
  if (dayOfMonth < monthLength(year, month)) return dayText(year, month, dayOfMonth + 1);
  return month < 12 ? dayText(year, month + 1, 1) : dayText(year + 1, 1, 1);
}

/** So many days later. */
export function dayAfter(day: string, count: number): string {
  let later = day;
  for (let step = 0; step < count; step += 1) later = nextDay(later);
  return later;
}

export function previousDay(day: string): string {
  const year = yearOf(day);
  const month = monthOf(day);
  const dayOfMonth = Number(day.slice(8, 10));
  if (dayOfMonth > 1) return dayText(year, month, dayOfMonth - 1);
  return month > 1 ? dayText(year, month - 1, monthLength(year, month - 1)) : dayText(year - 1, 12, 31);
}

/** Every day from one to another, both included. */
export function eachDay(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = nextDay(day)) days.push(day);
  return days;
}

export function earliest(...days: readonly string[]): string {
  return [...days].sort()[0] ?? '';
}

export function latest(...days: readonly string[]): string {
  return [...days].sort().at(-1) ?? '';
}

/** Completed years. A birthday on 29 February compares after the 28th, so it counts from 1 March in common years. */
export function ageOn(birth: string, day: string): number {
  const birthdayPassed = day.slice(5) >= birth.slice(5);
  return yearOf(day) - yearOf(birth) - (birthdayPassed ? 0 : 1);
}

/** `YYYY-MM-DD` of `YYYY-MM-DD` or `DD.MM.YYYY`; empty for anything that is no real date. */
export function readDate(text: string): string {
  const local = /^(\d\d)\.(\d\d)\.(\d\d\d\d)$/.exec(text);
  const day = local ? `${local[3]}-${local[2]}-${local[1]}` : text;
  if (!/^\d\d\d\d-\d\d-\d\d$/.test(day)) return '';
  const dayOfMonth = Number(day.slice(8, 10));
  const month = monthOf(day);
  if (yearOf(day) < 1 || month < 1 || month > 12) return '';
  return dayOfMonth >= 1 && dayOfMonth <= monthLength(yearOf(day), month) ? day : '';
}

/** Last day of a term (rulebook 6). */
export function cutOff(year: number, term: number): string {
  return dayText(year, term * 3, monthLength(year, term * 3));
}

/** A month `YYYY-MM` so many months later. */
export function monthsLater(month: string, count: number): string {
  let year = Number(month.slice(0, 4));
  let number = Number(month.slice(5, 7));
  for (let step = 0; step < count; step += 1) {
    number += 1;
    if (number > 12) {
      number = 1;
      year += 1;
    }
  }
  return `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}`;
}
