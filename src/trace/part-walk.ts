import { i32 } from '../domain';
import { CODE_MASK, WIDE } from './format';
import { firstRecord, leafKind, leafLength, partCount, partLength, recordLength, yearAndComponent } from './leaf-words';

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
export function partsStart(words: Int32Array, record: number, kind: number): number {
  return record + recordLength(words, record) - partCount(words, record, kind) * partLength(words, record);
}
