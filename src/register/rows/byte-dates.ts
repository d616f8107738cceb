import { dayOf } from '../../domain/day';

/** First day of each month of the years 1 to 9999, indexed by monthIndex(), and of the month after. */
const MONTH_STARTS = monthStarts();

function monthStarts(): Int32Array {
  const starts = new Int32Array(10_000 * 12 + 1);
  for (let month = 12; month < starts.length; month += 1) {
    starts[month] = dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
  }
  return starts;
}

/** Below every number that a field may hold: stands for bytes that are no such number. */
export const NO_NUMBER = -2_147_483_646;
/** What a byte that is no digit counts as: too little for the others to make up for. */
const NO_DIGIT = -1_000_000;

const ZERO = 0x30;
const DASH = 0x2d;
const DOT = 0x2e;

/** Value of two digits; far below 0 where one of the bytes is no digit. */
export function twoDigits(bytes: Uint8Array, place: number): number {
  const tens = (bytes[place] ?? 0) - ZERO;
  const ones = (bytes[place + 1] ?? 0) - ZERO;
  return tens >>> 0 < 10 && ones >>> 0 < 10 ? tens * 10 + ones : NO_DIGIT;
}

/** Value of four digits; below 0 where one of the bytes is no digit. */
export function fourDigits(bytes: Uint8Array, place: number): number {
  return twoDigits(bytes, place) * 100 + twoDigits(bytes, place + 2);
}

/** Value of so many digits; NO_NUMBER where one of the bytes is no digit. */
export function digits(bytes: Uint8Array, start: number, count: number): number {
  let value = 0;
  for (let place = start; place < start + count; place += 1) {
    const digit = (bytes[place] ?? 0) - ZERO;
    if (digit >>> 0 > 9) return NO_NUMBER;
    value = value * 10 + digit;
  }
  return value;
}

/** Day of `YYYY-MM-DD` or `DD.MM.YYYY`, NO_NUMBER for anything else. */
export function dayOfBytes(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 10) return NO_NUMBER;
  if (bytes[start + 4] === DASH && bytes[start + 7] === DASH) {
    return dayOfParts(fourDigits(bytes, start), twoDigits(bytes, start + 5), twoDigits(bytes, start + 8));
  }
  if (bytes[start + 2] !== DOT || bytes[start + 5] !== DOT) return NO_NUMBER;
  return dayOfParts(fourDigits(bytes, start + 6), twoDigits(bytes, start + 3), twoDigits(bytes, start));
}

function dayOfParts(year: number, month: number, day: number): number {
  if (year < 1 || month < 1 || month > 12 || day < 1) return NO_NUMBER;
  const index = year * 12 + month - 1;
  const first = MONTH_STARTS[index] ?? 0;
  if (day > 28 && day > (MONTH_STARTS[index + 1] ?? first + 31) - first) return NO_NUMBER;
  return first + day - 1;
}

/** monthIndex() of `YYYY-MM`, NO_NUMBER for anything else. */
export function monthOfBytes(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 7 || bytes[start + 4] !== DASH) return NO_NUMBER;
  const year = fourDigits(bytes, start);
  const month = twoDigits(bytes, start + 5);
  return year < 1 || month < 1 || month > 12 ? NO_NUMBER : year * 12 + month - 1;
}
