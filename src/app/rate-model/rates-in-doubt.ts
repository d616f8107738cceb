import type { Decimal } from 'decimal.js';
import { type CostUncertainty, type RateModelInput, rateCandidates } from '../../analysis';
import { PARTICIPANT_COMPONENT, type RateTable, rateKeysOf } from '../../domain';

/** A candidate rate with how sure it is, and the rate of the grant year. Whole kroner, but for the errors. */
export interface RateInDoubt {
  readonly yearNumber: number;
  readonly rateClass: 'high' | 'low';
  readonly valueNok: number;
  /** Of the rate before it is rounded: by kommuner drawn again, and by leaving one out at a time. */
  readonly standardErrorNok: Decimal;
  readonly jackknifeErrorNok: Decimal;
  /** The rate at the ends of the middle 95 percent of the draws. */
  readonly fromNok: number;
  readonly toNok: number;
  /** Rate of the grant year; undefined where there is none. */
  readonly todayNok: number | undefined;
}

/**
 * Every candidate with its standard errors: a rate is the cost per hour times what the sample does not move (hours, coverage,
 * growth, ratio), so its error is that of the cost per hour times the same.
 */
export function ratesInDoubt(
  input: RateModelInput,
  { costPerHourNok, standardErrorNok, jackknifeErrorNok, fromNok, toNok }: CostUncertainty,
  rates: RateTable,
  grantYear: number,
): RateInDoubt[] {
  const [from, to] = [fromNok, toNok].map((nok) => rateCandidates({ ...input, costPerHourNok: nok }));
  return rateCandidates(input).flatMap((candidate, place) => {
    const { yearNumber, highExactNok, ratio } = candidate;
    const [key = ''] = rateKeysOf(PARTICIPANT_COMPONENT, yearNumber);
    return (['high', 'low'] as const).map((rateClass) => {
      const perKrone = (rateClass === 'high' ? highExactNok : highExactNok.times(ratio)).div(costPerHourNok);
      const rateOf = (one: typeof candidate | undefined): number =>
        (rateClass === 'high' ? one?.highNok : one?.lowNok) ?? 0;
      return {
        yearNumber,
        rateClass,
        valueNok: rateOf(candidate),
        standardErrorNok: standardErrorNok.times(perKrone),
        jackknifeErrorNok: jackknifeErrorNok.times(perKrone),
        fromNok: rateOf(from?.[place]),
        toNok: rateOf(to?.[place]),
        todayNok: rates.rates[rates.find(key, grantYear, rateClass)]?.valueNok,
      };
    });
  });
}
