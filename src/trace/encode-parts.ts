import { assert, type Settlement, whole } from '../domain';
import { partWords, SHIFT } from './format';
import { putAmount } from './word-buffer';

/** Upper bound of the words that the parts of a settlement take. */
export function partsNeed(settlement: Settlement): number {
  return settlement.basisRecipients.length * partWords(true);
}

/**
 * Writes one part per basis recipient (FORMAT.md, "Part"): the last words of a record, each part a unit of its own in
 * the tree. The difference is not written: it is due minus posted. Returns the next place.
 */
export function encodeParts(words: Int32Array, from: number, settlement: Settlement, wide: boolean): number {
  let place = from;
  const count = settlement.basisRecipients.length;
  for (let index = 0; index < count; index += 1) {
    const numerator = whole(settlement.shareNumerators, index);
    const denominator = whole(settlement.shareDenominators, index);
    assert(numerator < 65_536 && denominator < 65_536, 'a share is counted in days of one year');
    words[place] = whole(settlement.basisRecipients, index) | (whole(settlement.differenceHeld, index) << SHIFT.held);
    words[place + 1] = whole(settlement.recipients, index);
    words[place + 2] = numerator | (denominator << SHIFT.shareDenominator);
    place = putAmount(words, place + 3, whole(settlement.dueNok, index), wide);
    place = putAmount(words, place, whole(settlement.heldDueNok, index), wide);
    place = putAmount(words, place, whole(settlement.postedNok, index), wide);
  }
  return place;
}
