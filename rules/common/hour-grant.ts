import { Decimal } from 'decimal.js';
import {
  codedTexts,
  type ExplainedKommune,
  type ExplanationStep,
  type GrantYearContext,
  type HourMonth,
  type HourMonths,
  type KommuneRecord,
  kroner,
  type RateKey,
} from '../../src/domain';

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

/** The hours of a kommune and what they come to; hours fall due by their own months (rulebook 5.3). */
export function sayHours(
  { rates }: GrantYearContext,
  record: KommuneRecord,
  term: number,
  months: HourMonths,
): ExplainedKommune {
  const { teachingHundredths, participantHundredths, annualAmountNok: annualNok } = record;
  const read = record.rateIndexes.flatMap((index) => rates.rates[index] ?? []);
  const rateOf = (key: RateKey): number => read.find((rate) => rate.key === key)?.valueNok ?? 0;
  const teachingRateNok = rateOf('timetilskudd.per_teaching_hour');
  const participantRateNok = rateOf('timetilskudd.per_participant_hour');
  const exact = (teachingRateNok * teachingHundredths + participantRateNok * participantHundredths) % 100 === 0;
  const hours = { term, teachingHundredths, participantHundredths };
  const both = { ...hours, teachingRateNok, participantRateNok };
  const one = {
    rateNok: teachingHundredths > 0 ? teachingRateNok : participantRateNok,
    hoursHundredths: teachingHundredths + participantHundredths,
  };
  const [sentence, params] =
    one.hoursHundredths === 0
      ? [SAY.HOUR_AMOUNT_NONE, {}]
      : teachingHundredths > 0 && participantHundredths > 0
        ? [HOUR_AMOUNT, both]
        : [HOUR_AMOUNT_ONE, one];
  const amount: ExplanationStep = {
    id: 'amount',
    ...sentence,
    params: { ...params, annualNok, roundedWord: exact ? 'exact' : 'rounded' },
    sources: [{ step: 'hours' }, ...record.rateIndexes.map((rate) => ({ rate }))],
  };
  const sources = [{ paragraph: 'rulebook 5.3 (S33)' }];
  const sum: ExplanationStep = { id: 'hours', ...SAY.HOURS, params: hours, sources, steps: months().flatMap(sayMonth) };
  return { amount: [sum, amount], due: [], assumptions: ['A13'] };
}

/** The hours of a month that make up the sum; nothing of a month without rows. */
function sayMonth({ month, ...sums }: HourMonth): ExplanationStep[] {
  if (sums.teachingRows + sums.participantRows === 0) return [];
  const sources = [{ extract: 'teaching_hours' }, { extract: 'hours' }] as const;
  return [{ id: `hours/${month}`, ...SAY.HOURS_MONTH, params: { month, ...sums }, sources }];
}

const SAY = codedTexts({
  HOURS: {
    nb: 'Til og med termin {term} er det registrert {teachingHundredths} undervisningstimer og {participantHundredths} deltakertimer.',
    en: 'Up to and including term {term}, {teachingHundredths} teaching hours and {participantHundredths} participant hours are registered.',
  },
  HOURS_MONTH: {
    nb: '{month}: {teachingHundredths} undervisningstimer ({teachingRows}) og {participantHundredths} deltakertimer ({participantRows})',
    en: '{month}: {teachingHundredths} teaching hours ({teachingRows}) and {participantHundredths} participant hours ({participantRows})',
  },
  HOUR_AMOUNT_NONE: { nb: 'Uten timer gis det ikke timetilskudd.', en: 'Without hours there is no hour grant.' },
});
const SUM =
  '{teachingRateNok} × {teachingHundredths} + {participantRateNok} × {participantHundredths} = {annualNok}{roundedWord}.';
const HOUR_AMOUNT = { code: 'HOUR_AMOUNT', text: { nb: SUM, en: SUM } };
const PRODUCT = '{rateNok} × {hoursHundredths} = {annualNok}{roundedWord}.';
const HOUR_AMOUNT_ONE = { code: 'HOUR_AMOUNT_ONE', text: { nb: PRODUCT, en: PRODUCT } };
