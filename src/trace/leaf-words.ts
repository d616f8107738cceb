import { i32 } from '../domain';
import { LEAF_HEADER_WORDS, LEAF_KIND, LONG, partWords, RECORD_HEAD_WORDS, SHIFT, WIDE } from './format';

/** Words of the leaf that begins at a place. */
export function leafLength(words: Int32Array, leaf: number): number {
  return i32(words, leaf) & 0xff_ff_ff;
}

/** LEAF_KIND of the leaf that begins at a place. */
export function leafKind(words: Int32Array, leaf: number): number {
  return i32(words, leaf) >>> SHIFT.leafKind;
}

/** Place of a leaf's first record. */
export function firstRecord(leaf: number): number {
  return leaf + LEAF_HEADER_WORDS;
}

/** Words of the record that begins at a place. */
export function recordLength(words: Int32Array, record: number): number {
  return i32(words, record) & 0xff_ff;
}

/** Number of parts of a record; they are its last words. */
export function partCount(words: Int32Array, record: number, kind: number): number {
  if (kind === LEAF_KIND.kommune) return i32(words, record + 3) & 0xff_ff;
  if ((i32(words, record) & LONG) === 0) return 0;
  const candidates = i32(words, record + 3) & 0xff_ff;
  return i32(words, record + RECORD_HEAD_WORDS + candidates * 2 + 7) & 0xff_ff;
}

/** Words of each part of a record. */
export function partLength(words: Int32Array, record: number): number {
  return partWords((i32(words, record) & WIDE) !== 0);
}

/** The second word of a part's entry: grant year, and component in the high half. */
export function yearAndComponent(words: Int32Array, record: number): number {
  const component = (i32(words, record) >>> SHIFT.component) & 0xf;
  return (i32(words, record + 1) & 0xff_ff) | (component << 16);
}
