import { Decimal } from 'decimal.js';
import { assert, at, Random } from '../../domain';
import type { SampleKommune } from './rate-model-data';

/** Digits that square roots and means are worked out in; amounts are rounded from them once, at the end. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** Samples that are drawn again. */
export const BOOTSTRAP_DRAWS = 1000;
/** Draws of kommuner have a stream of their own. */
const TOPIC = 0x72_61_74_65;
/** Of a hundred kommuner, how many fall away at either end of a trimmed mean. */
export const TRIMMED_PERCENT = 10;
/** Decimals of a mean that is no fraction of two sums. */
const MEAN_DECIMALS = 10;

/** Cost per hour of a sample, what it hangs on, and other means of it. Kroner an hour. */
export interface CostUncertainty {
  readonly costPerHourNok: Decimal;
  /** Of as many kommuner drawn again with replacement, BOOTSTRAP_DRAWS times. */
  readonly standardErrorNok: Decimal;
  /** Ends of the middle 95 percent of those draws. */
  readonly fromNok: Decimal;
  readonly toNok: Decimal;
  /** From leaving out one kommune at a time; 0 for a sample of one. */
  readonly jackknifeErrorNok: Decimal;
  readonly without: readonly LeftOutKommune[];
  readonly means: readonly CostMean[];
}

/** The sample without one kommune; undefined where nobody has hours then. */
export interface LeftOutKommune extends SampleKommune {
  readonly costPerHourNok: Decimal | undefined;
}

/** A mean of what an hour costs in the kommuner that have hours. */
export interface CostMean {
  /**
   * `weighted` is that of the rulebook: all cost over all hours. `plain` counts every kommune alike; the trimmed ones leave the dearest
   * and the cheapest tenth of the kommuner out; `median` is the kommune in the middle, or the mean of the two there.
   */
  readonly mean: 'weighted' | 'plain' | 'trimmed_weighted' | 'trimmed' | 'median';
  readonly kommuner: number;
  readonly costPerHourNok: Decimal;
}

/**
 * How sure the cost per hour of a sample is (rulebook 8.3 takes it as given).
 *
 * @param seed whole number below 2^32; the same one draws the same samples on every machine
 */
export function costUncertainty(sample: readonly SampleKommune[], seed: number): CostUncertainty {
  const draws = drawnAgain(sample, seed);
  const without = sample.map((one) => ({ ...one, costPerHourNok: perHour(sample.filter((other) => other !== one)) }));
  const rest = without.flatMap(({ costPerHourNok }) => costPerHourNok ?? []);
  const tail = Math.floor(draws.length / 40);
  return {
    costPerHourNok: sure(perHour(sample)),
    standardErrorNok: squares(draws)
      .div(draws.length - 1)
      .sqrt(),
    fromNok: at(draws, tail),
    toNok: at(draws, draws.length - 1 - tail),
    jackknifeErrorNok:
      rest.length < 2
        ? new Exact(0)
        : squares(rest)
            .times(rest.length - 1)
            .div(rest.length)
            .sqrt(),
    without,
    means: meansOf(sample),
  };
}

/** All cost over all hours; undefined without hours. */
function perHour(sample: readonly SampleKommune[]): Decimal | undefined {
  let [costNok, hundredths] = [0, 0];
  for (const one of sample) {
    costNok += one.costNok;
    hundredths += one.hoursHundredths;
  }
  return hundredths === 0 ? undefined : new Exact(costNok).times(100).div(hundredths);
}

/** Cost per hour of as many kommuner drawn with replacement, lowest first. Draws without hours are drawn anew. */
function drawnAgain(sample: readonly SampleKommune[], seed: number): Decimal[] {
  assert(
    sample.some(({ hoursHundredths }) => hoursHundredths > 0),
    'the sample has hours',
  );
  const draws: Decimal[] = [];
  const random = new Random();
  for (let ordinal = 0; draws.length < BOOTSTRAP_DRAWS; ordinal += 1) {
    random.start(seed, ordinal, TOPIC);
    const drawn = perHour(sample.map(() => at(sample, random.below(sample.length))));
    if (drawn !== undefined) draws.push(drawn);
  }
  return draws.sort((a, b) => a.comparedTo(b));
}

/** Sum of the squares of what each is off the mean of all. */
function squares(values: readonly Decimal[]): Decimal {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum.plus(new Exact(value).minus(mean).pow(2)), new Exact(0));
}

function meanOf(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), new Exact(0)).div(values.length);
}

function meansOf(sample: readonly SampleKommune[]): CostMean[] {
  const sorted = sample
    .filter(({ hoursHundredths }) => hoursHundredths > 0)
    .map((one) => ({ one, nok: sure(perHour([one])) }))
    .sort((a, b) => a.nok.comparedTo(b.nok) || a.one.kommune - b.one.kommune);
  const cut = Math.floor((sorted.length * TRIMMED_PERCENT) / 100);
  const inner = sorted.slice(cut, sorted.length - cut);
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  const plain = (rows: typeof sorted): Decimal =>
    meanOf(rows.map(({ nok }) => nok)).toDecimalPlaces(MEAN_DECIMALS, Decimal.ROUND_HALF_UP);
  return [
    { mean: 'weighted', kommuner: sample.length, costPerHourNok: sure(perHour(sample)) },
    { mean: 'plain', kommuner: sorted.length, costPerHourNok: plain(sorted) },
    {
      mean: 'trimmed_weighted',
      kommuner: inner.length,
      costPerHourNok: sure(perHour(inner.map(({ one }) => one))),
    },
    { mean: 'trimmed', kommuner: inner.length, costPerHourNok: plain(inner) },
    { mean: 'median', kommuner: middle.length, costPerHourNok: plain(middle) },
  ];
}

function sure(value: Decimal | undefined): Decimal {
  assert(value !== undefined, 'the sample has hours');
  return value;
}
