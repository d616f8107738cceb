import { codeOfOrdinal, type KommuneRecord, type Settlement } from '../domain';
import { encodeParts, partsNeed } from './encode-parts';
import { KOMMUNE_HEAD_WORDS, NARROW_LIMIT_NOK, SHIFT, WIDE } from './format';
import { putAmount, type WordBuffer } from './word-buffer';

/** Writes one grant year and component of a kommune (FORMAT.md, "Record of a kommune"). */
export function encodeKommune(
  buffer: WordBuffer,
  grantYear: number,
  component: number,
  record: KommuneRecord,
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

function isWide(record: KommuneRecord, settlement: Settlement): boolean {
  if (Math.abs(record.annualAmountNok) > NARROW_LIMIT_NOK) return true;
  return settlement.postedNok.some((postedNok) => Math.abs(postedNok) > NARROW_LIMIT_NOK);
}
