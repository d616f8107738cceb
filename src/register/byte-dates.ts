import { dayOf, i32 } from '../domain';

/** First day of each month of the years 1 to 9999, indexed by monthIndex(), and of the month after. */
export const MONTH_STARTS = monthStarts();

function monthStarts(): Int32Array {
  const starts = new Int32Array(10_000 * 12 + 1);
  for (let month = 12; month < starts.length; month += 1) {
    starts[month] = dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
  }
  return starts;
}

/** No day and no other small number: stands for bytes that are none. */
export const NO_NUMBER = -2_147_483_646;

const ZERO = 0x30;
const DASH = 0x2d;
const DOT = 0x2e;

/** Value of so many digits from a place, NO_NUMBER where one of the bytes is no digit. */
export function digits(bytes: Uint8Array, start: number, count: number): number {
  let value = 0;
  for (let place = start; place < start + count; place += 1) {
    const digit = (bytes[place] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return NO_NUMBER;
    value = value * 10 + digit;
  }
  return value;
}

/** Day of `YYYY-MM-DD` or `DD.MM.YYYY`, NO_NUMBER for anything else. */
export function dayOfBytes(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 10) return NO_NUMBER;
  const iso = bytes[start + 4] === DASH && bytes[start + 7] === DASH;
  if (!iso && (bytes[start + 2] !== DOT || bytes[start + 5] !== DOT)) return NO_NUMBER;
  const year = digits(bytes, iso ? start : start + 6, 4);
  const month = digits(bytes, iso ? start + 5 : start + 3, 2);
  const day = digits(bytes, iso ? start + 8 : start, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1) return NO_NUMBER;
  const index = year * 12 + month - 1;
  const first = i32(MONTH_STARTS, index);
  if (day > 28 && day > daysOf(index)) return NO_NUMBER;
  return first + day - 1;
}

function daysOf(month: number): number {
  return month === MONTH_STARTS.length - 1 ? 31 : i32(MONTH_STARTS, month + 1) - i32(MONTH_STARTS, month);
}

/** monthIndex() of `YYYY-MM`, NO_NUMBER for anything else. */
export function monthOfBytes(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 7 || bytes[start + 4] !== DASH) return NO_NUMBER;
  const year = digits(bytes, start, 4);
  const month = digits(bytes, start + 5, 2);
  return year < 1 || month < 1 || month > 12 ? NO_NUMBER : year * 12 + month - 1;
}
