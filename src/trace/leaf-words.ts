import { i32 } from '../domain';
import { CODE_MASK, LEAF_HEADER_WORDS, LEAF_KIND, LONG, partWords, RECORD_HEAD_WORDS, SHIFT, WIDE } from './format';

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
  if (kind === LEAF_KIND.kommune || kind === LEAF_KIND.adjustment) return i32(words, record + 3) & 0xff_ff;
  if ((i32(words, record) & LONG) === 0) return 0;
  const candidates = i32(words, record + 3) & 0xff_ff;
  return i32(words, record + RECORD_HEAD_WORDS + candidates * 2 + 7) & 0xff_ff;
}

/** Words of each part of a record. */
export function partLength(words: Int32Array, record: number): number {
  return partWords((i32(words, record) & WIDE) !== 0);
}

/** The second word of a part's entry: grant year, and component in the high half. */
function yearAndComponent(words: Int32Array, record: number): number {
  const component = (i32(words, record) >>> SHIFT.component) & 0xf;
  return (i32(words, record + 1) & 0xff_ff) | (component << 16);
}

/** A part of a leaf by its words; the same object for each. */
export interface PartInWork {
  leaf: number;
  /** Number of its record within the leaf. */
  record: number;
  yearAndComponent: number;
  /** RecipientCode, without what is packed above it. */
  basisRecipient: number;
  /** RecipientCode of who has that area on the cut-off date. */
  recipient: number;
  /** Word of the leaf's array at which it begins. */
  from: number;
  wide: boolean;
}

const inWork: PartInWork = {
  leaf: 0,
  record: 0,
  yearAndComponent: 0,
  basisRecipient: 0,
  recipient: 0,
  from: 0,
  wide: false,
};

/**
 * Calls back with each part of a leaf in order. Returns how many there are.
 * @param leaf word at which the leaf begins
 */
export function forEachPart(words: Int32Array, leaf: number, take: (part: PartInWork) => void): number {
  const kind = leafKind(words, leaf);
  const end = leaf + leafLength(words, leaf);
  let count = 0;
  inWork.leaf = i32(words, leaf + 1) >>> 0; // Also where a trace that somebody has changed is hashed.
  inWork.record = 0;
  for (let record = firstRecord(leaf); record < end; record += recordLength(words, record)) {
    const after = record + recordLength(words, record);
    const length = partLength(words, record);
    inWork.wide = (i32(words, record) & WIDE) !== 0;
    inWork.yearAndComponent = yearAndComponent(words, record);
    for (let from = partsStart(words, record, kind); from < after; from += length) {
      inWork.from = from;
      inWork.basisRecipient = i32(words, from) & CODE_MASK;
      inWork.recipient = i32(words, from + 1) >>> 0;
      take(inWork);
      count += 1;
    }
    inWork.record += 1;
  }
  return count;
}

/** Word at which the parts of a record begin; they are its last words. */
function partsStart(words: Int32Array, record: number, kind: number): number {
  return record + recordLength(words, record) - partCount(words, record, kind) * partLength(words, record);
}
