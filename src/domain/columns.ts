import { InvariantError } from './errors';

/*
 * Reads of typed columns that stop on an index outside the column. One function a type, so that each stays
 * monomorphic in the optimiser: a shared generic reader costs several times as much in the inner loops.
 */

function outside(index: number, length: number): never {
  throw new InvariantError(`column index ${index} outside 0..${length - 1}`);
}

export function i32(column: Int32Array, index: number): number {
  const value = column[index];
  return value === undefined ? outside(index, column.length) : value;
}

export function u32(column: Uint32Array, index: number): number {
  const value = column[index];
  return value === undefined ? outside(index, column.length) : value;
}

export function u16(column: Uint16Array, index: number): number {
  const value = column[index];
  return value === undefined ? outside(index, column.length) : value;
}

export function u8(column: Uint8Array, index: number): number {
  const value = column[index];
  return value === undefined ? outside(index, column.length) : value;
}

export function f64(column: Float64Array, index: number): number {
  const value = column[index];
  return value === undefined ? outside(index, column.length) : value;
}

/** Element of a plain list; stops on an index outside it. */
export function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) outside(index, list.length);
  return value;
}

/** Number of a plain list of numbers; apart from `at` for the same reason as the columns: lists of one kind only. */
export function whole(list: readonly number[], index: number): number {
  const value = list[index];
  return value === undefined ? outside(index, list.length) : value;
}

/**
 * Takes everything out of a list that is filled again at once. Setting its length to 0 would give its memory back, and
 * the next push would have to ask for it anew: in the inner loops that costs more than the work.
 */
export function emptyList(list: unknown[]): void {
  while (list.length > 0) list.pop();
}

/** Puts a value into a list at a place, mostly its end: that way is far cheaper than a splice. */
export function insertAt(list: number[], place: number, value: number): void {
  if (place === list.length) list.push(value);
  else list.splice(place, 0, value);
}
