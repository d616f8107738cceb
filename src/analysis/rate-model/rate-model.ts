import { Decimal } from 'decimal.js';
import { assert, kroner, PARTICIPANT_COMPONENT, type Rate, type RateClass, rateKeysOf } from '../../domain';

/** Hours of one year number nationally: the sum of norwegian and social studies, and who had any. */
export interface YearHours {
  /** k, 1-3 */
  readonly yearNumber: number;
  readonly hoursHundredths: number;
  readonly participants: number;
}

/** low/high of the base year for one k. */
export interface RateRatio {
  readonly yearNumber: number;
  readonly lowNok: number;
  readonly highNok: number;
}

/** What the rate model reads (rulebook 8.3). Decimals are exact. */
export interface RateModelInput {
  readonly hours: readonly YearHours[];
  /** Cost and participant hours of the sample kommuner together. */
  readonly sample: { readonly costNok: number; readonly hoursHundredths: number };
  /** Share of the cost that the grant is to cover: 0.7 is 70 percent. */
  readonly coverage: Decimal;
  /** Price growth to the year of the rates: 0.031 is 3.1 percent. */
  readonly index: Decimal;
  readonly ratios: readonly RateRatio[];
  /** In the place of cost over hours of the sample: another mean. */
  readonly costPerHourNok?: Decimal;
  /** What cost per hour and hours per participant are multiplied with; without it 1. For sensitivity. */
  readonly costFactor?: Decimal;
  readonly hoursFactor?: Decimal;
}

/** A candidate for one k, with the steps that led to it. */
export interface RateCandidate {
  readonly yearNumber: number;
  readonly averageHours: Decimal;
  readonly costPerHourNok: Decimal;
  /** Before rounding. */
  readonly highExactNok: Decimal;
  readonly highNok: number;
  readonly ratio: Decimal;
  readonly lowExactNok: Decimal;
  readonly lowNok: number;
}

/** Candidates are rounded half up to this many kroner. */
const RATE_STEP_NOK = 50;

/** Enough digits that no product of the model is cut; quotients are compared as fractions before they are rounded. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/**
 * Candidate rates for the next grant year (rulebook 8.3): average hours of k, times cost per participant hour of the
 * sample, times coverage, times price growth, rounded half up to 50 kroner; the low rate from the rounded high one by
 * the ratio of the base year. Every amount is rounded from a whole fraction, so no decimal that was cut can tip it.
 *
 * @example one hour costs 500 kr, 100 hours each, 70 percent, no growth: 35 000 kr
 */
export function rateCandidates(input: RateModelInput): RateCandidate[] {
  const { sample, coverage, index } = input;
  assert(sample.hoursHundredths > 0, 'the sample has hours');
  const growth = new Exact(coverage).times(new Exact(index).plus(1));
  const cost = input.costPerHourNok ?? new Exact(sample.costNok);
  const sampleHundredths = input.costPerHourNok === undefined ? sample.hoursHundredths : 100;
  const costNok = new Exact(cost).times(input.costFactor ?? 1);
  return input.hours.map((year) => {
    const ratio = input.ratios.find((candidate) => candidate.yearNumber === year.yearNumber);
    assert(ratio !== undefined && ratio.highNok > 0 && year.participants > 0, 'every k has participants and a ratio');
    const hoursHundredths = new Exact(year.hoursHundredths).times(input.hoursFactor ?? 1);
    const numerator = hoursHundredths.times(costNok).times(growth);
    const denominator = new Exact(year.participants).times(sampleHundredths);
    const highNok = roundToStep(numerator, denominator, RATE_STEP_NOK);
    const lowNumerator = new Exact(highNok).times(ratio.lowNok);
    return {
      yearNumber: year.yearNumber,
      averageHours: hoursHundredths.div(year.participants).div(100),
      costPerHourNok: costNok.times(100).div(sampleHundredths),
      highExactNok: numerator.div(denominator),
      highNok,
      ratio: new Exact(ratio.lowNok).div(ratio.highNok),
      lowExactNok: lowNumerator.div(ratio.highNok),
      lowNok: roundToStep(lowNumerator, new Exact(ratio.highNok), RATE_STEP_NOK),
    };
  });
}

/** Digits beyond those of any product of hours, costs and percentages, so that nothing is rounded before the end. */
const Wide = Decimal.clone({ precision: 200, rounding: Decimal.ROUND_HALF_UP });

/**
 * The fraction rounded half up to a multiple of a step, exact: only whole quotients are formed, so a tie is a tie.
 *
 * @param numerator not negative; @param denominator above 0
 * @example roundToStep(new Decimal(125), new Decimal(1), 50) // 150
 */
export function roundToStep(numerator: Decimal, denominator: Decimal, step: number): number {
  assert(!numerator.isNegative() && denominator.greaterThan(0), 'rounding needs a fraction that is not negative');
  const half = new Wide(denominator).times(step);
  const steps = new Wide(numerator).times(2).plus(half).divToInt(half.times(2));
  return kroner(steps.toNumber() * step);
}

/** Candidates as rates of a grant year with status `derived`: never payable, fit for a scenario (rulebook 1, 8.3). */
export function derivedRates(candidates: readonly RateCandidate[], input: RateModelInput, grantYear: number): Rate[] {
  return candidates.flatMap((candidate) => {
    const { yearNumber } = candidate;
    const key = rateKeysOf(PARTICIPANT_COMPONENT, yearNumber)[0];
    const rate = (rateClass: RateClass, valueNok: number, note: string): Rate[] =>
      key === undefined
        ? []
        : [
            {
              key,
              grantYear,
              rateClass,
              valueNok,
              status: 'derived',
              source: 'norsktilskudd rate-model',
              note,
              file: '',
              line: 0,
            },
          ];
    return [
      ...rate('high', candidate.highNok, highNote(candidate, input)),
      ...rate('low', candidate.lowNok, `${candidate.highNok} x ratio ${candidate.ratio.toFixed(6)}`),
    ];
  });
}

/** The product in figures: hours x cost per hour x coverage x growth. */
function highNote(candidate: RateCandidate, input: RateModelInput): string {
  const { averageHours, costPerHourNok, highExactNok } = candidate;
  const factors = [averageHours.toFixed(4), costPerHourNok.toFixed(4), input.coverage, input.index.plus(1)];
  return `${factors.map(String).join(' x ')} = ${highExactNok.toFixed(4)}`;
}
