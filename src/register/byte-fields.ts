import { OSLO } from '../domain';
import { dayOfBytes, digits, monthOfBytes, NO_NUMBER } from './byte-dates';
import type { HeldCodes } from './parse-field';
import type { FieldSpec } from './table-spec';

/**
 * Reads the bytes of one trimmed field that is not empty; false where they are not plainly what the field holds. Then
 * the plain reading (parse-field.ts) decides.
 */
export type ReadBytes = (bytes: Uint8Array, start: number, end: number, values: Float64Array, index: number) => boolean;

const FYLKE_OSLO = 3;

/** The reader of a field. It accepts nothing that the plain reading rejects, and gives the same value. */
export function bytesReader(field: FieldSpec, held: HeldCodes): ReadBytes {
  switch (field.kind) {
    case 'person':
      return readPerson;
    case 'text':
    case 'unused':
    case 'national_id':
      return readNothing;
    case 'day':
      return (bytes, start, end, values, index) => store(values, index, dayOfBytes(bytes, start, end));
    case 'month':
      return (bytes, start, end, values, index) => store(values, index, monthOfBytes(bytes, start, end));
    case 'year':
      return (bytes, start, end, values, index) =>
        end - start === 4 && store(values, index, digits(bytes, start, 4)) && values[index] !== 0;
    case 'kommune':
      return (bytes, start, end, values, index) => {
        const code = end - start === 4 ? digits(bytes, start, 4) * 10 + 1 : NO_NUMBER;
        return code > 0 && held[code] === 1 && store(values, index, code);
      };
    case 'fylke':
      return (bytes, start, end, values, index) => {
        const number = end - start === 2 ? digits(bytes, start, 2) : NO_NUMBER;
        if (number < 0 || held[number * 1000] !== 1) return false;
        return store(values, index, number === FYLKE_OSLO ? OSLO : number * 1000);
      };
    case 'country':
      return readCountry;
    case 'code':
      return codeReader(field);
    case 'hundredths':
      return (bytes, start, end, values, index) => {
        const value = hundredthsOf(bytes, start, end);
        return value <= field.maximum && store(values, index, value);
      };
  }
}

function store(values: Float64Array, index: number, value: number): boolean {
  values[index] = value;
  return value !== NO_NUMBER;
}

function readNothing(_bytes: Uint8Array, _start: number, _end: number, values: Float64Array, index: number): boolean {
  values[index] = 0;
  return true;
}

function readPerson(bytes: Uint8Array, start: number, end: number, values: Float64Array, index: number): boolean {
  if (end - start !== 12) return false;
  const high = digits(bytes, start, 6);
  const low = digits(bytes, start + 6, 6);
  if (high < 0 || low < 0) return false;
  const person = high * 1_000_000 + low;
  values[index] = person;
  return person > 0;
}

function readCountry(bytes: Uint8Array, start: number, end: number, values: Float64Array, index: number): boolean {
  if (end - start !== 3) return false;
  let packed = 0;
  for (let place = start; place < end; place += 1) {
    const letter = (bytes[place] ?? 0) - 0x41;
    if (letter < 0 || letter > 25) return false;
    packed = packed * 26 + letter;
  }
  return store(values, index, packed);
}

/** Longest number that is read from bytes: beyond it the plain reading decides. */
const NUMBER_BYTES_MAXIMUM = 9;

/** Hundredths of `12`, `12.5` or `12,25`, NO_NUMBER for anything else. */
function hundredthsOf(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > NUMBER_BYTES_MAXIMUM) return NO_NUMBER;
  let point = start;
  while (point < end && bytes[point] !== 0x2e && bytes[point] !== 0x2c) point += 1;
  const decimals = end - point - 1;
  const whole = digits(bytes, start, point - start);
  if (whole < 0 || point === start) return NO_NUMBER;
  if (point === end) return whole * 100;
  if (decimals < 1 || decimals > 2) return NO_NUMBER;
  const part = digits(bytes, point + 1, decimals);
  return part < 0 ? NO_NUMBER : whole * 100 + (decimals === 1 ? part * 10 : part);
}

/** Finds a code by its length and bytes, without making a text of it. */
function codeReader(field: FieldSpec): ReadBytes {
  const names = field.codes.flatMap((code, ordinal) => code.map((name) => ({ bytes: Buffer.from(name), ordinal })));
  const known = names.filter(({ bytes }) => bytes.length > 0);
  return (bytes, start, end, values, index) => {
    for (let entry = 0; entry < known.length; entry += 1) {
      const name = known[entry];
      if (name === undefined || name.bytes.length !== end - start) continue;
      let place = 0;
      while (place < name.bytes.length && name.bytes[place] === bytes[start + place]) place += 1;
      if (place === name.bytes.length) return store(values, index, name.ordinal);
    }
    return false;
  };
}
