import { assert, at, type Settlement } from '../domain';
import { partWords, SHIFT } from './format';
import type { WordBuffer } from './word-buffer';

/** Upper bound of the words that the parts of a settlement take. */
export function partsNeed(settlement: Settlement): number {
  return settlement.basisRecipients.length * partWords(true);
}

/**
 * Writes one part per basis recipient (FORMAT.md, "Part"): the last words of a record, each part a unit of its own in
 * the tree. The difference is not written: it is due minus posted.
 */
export function encodeParts(buffer: WordBuffer, settlement: Settlement, wide: boolean): void {
  for (let index = 0; index < settlement.basisRecipients.length; index += 1) {
    const numerator = at(settlement.shareNumerators, index);
    const denominator = at(settlement.shareDenominators, index);
    assert(numerator < 65_536 && denominator < 65_536, 'a share is counted in days of one year');
    buffer.push(at(settlement.basisRecipients, index) | (at(settlement.differenceHeld, index) << SHIFT.held));
    buffer.push(at(settlement.recipients, index));
    buffer.push(numerator | (denominator << SHIFT.shareDenominator));
    buffer.amount(at(settlement.dueNok, index), wide);
    buffer.amount(at(settlement.heldDueNok, index), wide);
    buffer.amount(at(settlement.postedNok, index), wide);
  }
}
