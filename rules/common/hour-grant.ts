import { Decimal } from 'decimal.js';
import { kroner } from '../../src/domain';

/**
 * Kroner of the hour grant: teaching hours and participant hours at their rates, rounded half up once on the
 * cumulative sum (rulebook 5.3, A13). Hours are hundredths.
 * @example hourGrantNok(100, 413, 1000, 22) // 633: one group of 10 for one hour
 */
export function hourGrantNok(
  teachingHundredths: number,
  perTeachingHourNok: number,
  participantHundredths: number,
  perParticipantHourNok: number,
): number {
  const teaching = new Decimal(teachingHundredths).times(perTeachingHourNok);
  const participants = new Decimal(participantHundredths).times(perParticipantHourNok);
  return kroner(teaching.plus(participants).dividedBy(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber());
}
