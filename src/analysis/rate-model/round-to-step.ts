import { Decimal } from 'decimal.js';
import { assert, kroner } from '../../domain';

/** Digits beyond those of any product of hours, costs and percentages, so that nothing is rounded before the end. */
const Exact = Decimal.clone({ precision: 200, rounding: Decimal.ROUND_HALF_UP });

/**
 * The fraction rounded half up to a multiple of a step, exact: only whole quotients are formed, so a tie is a tie.
 *
 * @param numerator not negative; @param denominator above 0
 * @example roundToStep(new Decimal(125), new Decimal(1), 50) // 150
 */
export function roundToStep(numerator: Decimal, denominator: Decimal, step: number): number {
  assert(!numerator.isNegative() && denominator.greaterThan(0), 'rounding needs a fraction that is not negative');
  const half = new Exact(denominator).times(step);
  const steps = new Exact(numerator).times(2).plus(half).divToInt(half.times(2));
  return kroner(steps.toNumber() * step);
}
