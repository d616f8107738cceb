import type { KommuneRecord, Settlement } from '../domain';
import { encodeParts, partsNeed } from './encode-parts';
import { KOMMUNE_HEAD_WORDS, NARROW_LIMIT_NOK, SHIFT, WIDE } from './format';
import type { WordBuffer } from './word-buffer';

/** Writes one grant year and component of a kommune (FORMAT.md, "Record of a kommune"). */
export function encodeKommune(
  buffer: WordBuffer,
  grantYear: number,
  component: number,
  record: KommuneRecord,
  settlement: Settlement,
): void {
  const start = buffer.position;
  const wide = isWide(record, settlement);
  buffer.reserve(KOMMUNE_HEAD_WORDS + 6 + record.rateIndexes.length + partsNeed(settlement));
  buffer.push((component << SHIFT.component) | (record.rateClass << SHIFT.kommuneRateClass) | (wide ? WIDE : 0));
  buffer.push(grantYear | (record.rateIndexes.length << SHIFT.secondCount));
  buffer.push(record.count);
  buffer.push(settlement.basisRecipients.length | (settlement.wholeHeld << SHIFT.wholeHeld));
  buffer.amount(record.teachingHundredths, true);
  buffer.amount(record.participantHundredths, true);
  buffer.amount(record.annualAmountNok, wide);
  buffer.amount(settlement.cumulativeDueNok, wide);
  buffer.amount(settlement.wholeHeldNok, wide);
  for (const rateIndex of record.rateIndexes) buffer.push(rateIndex);
  encodeParts(buffer, settlement, wide);
  buffer.set(start, buffer.get(start) | (buffer.position - start));
}

function isWide(record: KommuneRecord, settlement: Settlement): boolean {
  if (Math.abs(record.annualAmountNok) > NARROW_LIMIT_NOK) return true;
  return settlement.postedNok.some((postedNok) => Math.abs(postedNok) > NARROW_LIMIT_NOK);
}
