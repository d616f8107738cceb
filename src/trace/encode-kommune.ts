import { assert, codeOfOrdinal, type KommuneRecord, type Settlement, whole } from '../domain';
import { KOMMUNE_HEAD_WORDS, NARROW_LIMIT_NOK, partWords, SHIFT, WIDE } from './format';
import { putAmount, type WordBuffer } from './word-buffer';

/** Writes one grant year and component of a kommune (FORMAT.md, "Record of a kommune"). */
export function encodeKommune(
  buffer: WordBuffer,
  grantYear: number,
  component: number,
  record: Omit<KommuneRecord, 'kommune'>,
  settlement: Settlement,
): void {
  const wide = isWide(record, settlement);
  buffer.reserve(KOMMUNE_HEAD_WORDS + 6 + record.rateIndexes.length + partsNeed(settlement));
  const { words, position } = buffer;
  words[position + 1] = grantYear | (record.rateIndexes.length << SHIFT.secondCount);
  words[position + 2] = record.count;
  words[position + 3] = settlement.basisRecipients.length | (settlement.wholeHeld << SHIFT.wholeHeld);
  let place = putAmount(words, position + 4, record.teachingHundredths, true);
  place = putAmount(words, place, record.participantHundredths, true);
  place = putAmount(words, place, record.annualAmountNok, wide);
  place = putAmount(words, place, settlement.cumulativeDueNok, wide);
  place = putAmount(words, place, settlement.wholeHeldNok, wide);
  for (const rateIndex of record.rateIndexes) {
    words[place] = rateIndex;
    place += 1;
  }
  buffer.position = encodeParts(words, place, settlement, wide);
  words[position] =
    (buffer.position - position) |
    (codeOfOrdinal(component) << SHIFT.component) |
    (record.rateClass << SHIFT.kommuneRateClass) |
    (wide ? WIDE : 0);
}

function isWide(record: Pick<KommuneRecord, 'annualAmountNok'>, settlement: Settlement): boolean {
  const { annualAmountNok } = record;
  if ([annualAmountNok, settlement.cumulativeDueNok].some((nok) => Math.abs(nok) > NARROW_LIMIT_NOK)) return true;
  return settlement.postedNok.some((postedNok) => Math.abs(postedNok) > NARROW_LIMIT_NOK);
}

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

/** Nothing was counted: an adjustment rests on its case alone. */
export const OF_A_CASE: Omit<KommuneRecord, 'kommune'> = {
  count: 0,
  teachingHundredths: 0,
  participantHundredths: 0,
  rateIndexes: [],
  rateClass: 0,
  annualAmountNok: 0,
};
