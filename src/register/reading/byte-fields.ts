import { dayOf, OSLO } from '../../domain';
import type { HeldCodes } from './parse-field';

/*
 * Values of fields straight from bytes, which are trimmed and not empty. NO_NUMBER where they are not plainly what the
 * field holds: then the plain reading (parse-field.ts) decides. Nothing is accepted here that it rejects, and the
 * values are the same.
 */

/** Below every number that a field may hold: stands for bytes that are no such number. */
export const NO_NUMBER = -2_147_483_646;
/** What a byte that is no digit counts as: too little for the others to make up for. */
const NO_DIGIT = -1_000_000;

const ZERO = 0x30;
const COMMA = 0x2c;
const DASH = 0x2d;
const DOT = 0x2e;
const BLANK = 0x20;
const TAB = 0x09;
const RETURN = 0x0d;
const DELETE = 0x7f;
/** First bytes of U+0080 to U+00BF and of U+02C0 to U+02FF; second bytes of U+00A0 and U+00AD. */
const SIGNS_LEAD = 0xc2;
const LATIN_LEAD_LAST = 0xcb;
const NO_BREAK_BLANK = 0xa0;
const SOFT_HYPHEN = 0xad;
const FYLKE_OSLO = 3;
/** Longest number that is read from bytes: beyond it the plain reading decides. */
const NUMBER_BYTES_MAXIMUM = 9;

/** Blanks that the plain reading trims as well. */
export function isBlank(byte: number): boolean {
  return byte <= BLANK && (byte === BLANK || (byte >= TAB && byte <= RETURN));
}

/**
 * True where no byte begins a character that is invisible, a control character or a blank beyond ASCII: letters of
 * Latin and signs as `§` are plain, everything further off is given to the plain reading.
 */
export function isPlainText(bytes: Uint8Array, start: number, end: number): boolean {
  for (let place = start; place < end; place += 1) {
    const byte = bytes[place] ?? 0;
    if (byte >= BLANK && byte < DELETE) continue;
    if (byte < SIGNS_LEAD || byte > LATIN_LEAD_LAST) return false;
    const next = bytes[place + 1] ?? 0;
    if (byte === SIGNS_LEAD && (next <= NO_BREAK_BLANK || next === SOFT_HYPHEN)) return false;
    place += 1;
  }
  return true;
}

/** Value of two digits; far below 0 where one of the bytes is no digit. */
function twoDigits(bytes: Uint8Array, place: number): number {
  const tens = (bytes[place] ?? 0) - ZERO;
  const ones = (bytes[place + 1] ?? 0) - ZERO;
  return tens >>> 0 < 10 && ones >>> 0 < 10 ? tens * 10 + ones : NO_DIGIT;
}

/** Value of four digits; below 0 where one of the bytes is no digit. */
function fourDigits(bytes: Uint8Array, place: number): number {
  return twoDigits(bytes, place) * 100 + twoDigits(bytes, place + 2);
}

/** First day of each month of the years 1 to 9999, indexed by monthIndex(), and of the month after. */
const MONTH_STARTS = monthStarts();

function monthStarts(): Int32Array {
  const starts = new Int32Array(10_000 * 12 + 1);
  for (let month = 12; month < starts.length; month += 1) {
    starts[month] = dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
  }
  return starts;
}

/** Day of `YYYY-MM-DD` or `DD.MM.YYYY`. */
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

/** monthIndex() of `YYYY-MM`. */
export function monthOfBytes(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 7 || bytes[start + 4] !== DASH) return NO_NUMBER;
  const year = fourDigits(bytes, start);
  const month = twoDigits(bytes, start + 5);
  return year < 1 || month < 1 || month > 12 ? NO_NUMBER : year * 12 + month - 1;
}

/** A year from 1 to 9999. */
export function yearOfBytes(bytes: Uint8Array, start: number, end: number): number {
  const year = end - start === 4 ? fourDigits(bytes, start) : NO_NUMBER;
  return year > 0 ? year : NO_NUMBER;
}

/** Person id; NO_NUMBER for anything but 12 digits that are not all zeros. */
export function personOfBytes(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 12) return NO_NUMBER;
  const high = fourDigits(bytes, start) * 100 + twoDigits(bytes, start + 4);
  const low = fourDigits(bytes, start + 6) * 100 + twoDigits(bytes, start + 10);
  const person = high * 1_000_000 + low;
  return high < 0 || low < 0 || person === 0 ? NO_NUMBER : person;
}

/** RecipientCode of a kommune that the register has held. */
export function kommuneOfBytes(bytes: Uint8Array, start: number, end: number, held: HeldCodes): number {
  if (end - start !== 4) return NO_NUMBER;
  const code = fourDigits(bytes, start) * 10 + 1;
  return code > 0 && held[code] === 1 ? code : NO_NUMBER;
}

/** RecipientCode of a fylke that the register has held; 03 is 0301. */
export function fylkeOfBytes(bytes: Uint8Array, start: number, end: number, held: HeldCodes): number {
  const number = end - start === 2 ? twoDigits(bytes, start) : NO_NUMBER;
  if (number < 0 || held[number * 1000] !== 1) return NO_NUMBER;
  return number === FYLKE_OSLO ? OSLO : number * 1000;
}

/** packCountry() of three capital letters. */
export function countryOfBytes(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 3) return NO_NUMBER;
  let packed = 0;
  for (let place = start; place < end; place += 1) {
    const letter = (bytes[place] ?? 0) - 0x41;
    if (letter >>> 0 > 25) return NO_NUMBER;
    packed = packed * 26 + letter;
  }
  return packed;
}

/** Hundredths of `12`, `12.5` or `12,25`. */
export function hundredthsOfBytes(bytes: Uint8Array, start: number, end: number, maximum: number): number {
  if (end - start > NUMBER_BYTES_MAXIMUM) return NO_NUMBER;
  let value = 0;
  let point = end;
  for (let place = start; place < end; place += 1) {
    const byte = bytes[place] ?? 0;
    const digit = byte - ZERO;
    if (digit >>> 0 < 10) value = value * 10 + digit;
    else if ((byte === DOT || byte === COMMA) && point === end && place > start) point = place;
    else return NO_NUMBER;
  }
  const decimals = end - point - 1;
  if (decimals < 0) value *= 100;
  else if (decimals === 1) value *= 10;
  else if (decimals !== 2) return NO_NUMBER;
  return value > maximum ? NO_NUMBER : value;
}

/** Names of coded values as bytes, one behind the other, with their ordinals. */
export interface CodeBytes {
  readonly bytes: Uint8Array;
  /** First byte of each name, and the end of the last. */
  readonly starts: Int32Array;
  readonly ordinals: Int32Array;
}

/** Names of codes by their bytes; each must say something. */
export function codeBytes(names: readonly (readonly [name: string, ordinal: number])[]): CodeBytes {
  const bytes = names.map(([name]) => Buffer.from(name));
  const starts = [0];
  for (const { length } of bytes) starts.push((starts.at(-1) ?? 0) + length);
  return {
    bytes: Uint8Array.from(Buffer.concat(bytes)),
    starts: Int32Array.from(starts),
    ordinals: Int32Array.from(names, ([, ordinal]) => ordinal),
  };
}

/** Ordinal of the code that the bytes spell. */
export function codeOfBytes(bytes: Uint8Array, start: number, end: number, codes: CodeBytes): number {
  const { bytes: names, starts, ordinals } = codes;
  const length = end - start;
  const first = bytes[start] ?? 0;
  for (let entry = 0; entry < ordinals.length; entry += 1) {
    const from = starts[entry] ?? 0;
    if ((starts[entry + 1] ?? 0) - from !== length || names[from] !== first) continue;
    let place = 1;
    while (place < length && names[from + place] === bytes[start + place]) place += 1;
    if (place === length) return ordinals[entry] ?? NO_NUMBER;
  }
  return NO_NUMBER;
}
