import { Decimal } from 'decimal.js';
import { type RateModelInput, rateCandidates } from './rate-model';
import { nationalSum, type PersonCount } from './sensitivity';

/** Steps that a coverage is found in: millionths of a percent, as `--coverage` takes it. */
const STEPS = 100_000_000;
/** 999.999999 percent, the largest coverage that can be given. */
const STEPS_MAX = 10 * STEPS - 1;

/** The largest coverage at which all persons at the candidate rates do not come to more than a sum. @example coverageOfSum(input, persons, 0) // 0 or what still rounds to 0 kr */
export function coverageOfSum(
  input: Omit<RateModelInput, 'coverage'>,
  persons: readonly PersonCount[],
  sumNok: number,
): Decimal {
  const share = (steps: number): Decimal => new Decimal(steps).div(STEPS);
  const fits = (steps: number): boolean =>
    nationalSum(rateCandidates({ ...input, coverage: share(steps) }), persons) <= sumNok;
  let [low, high] = [0, STEPS_MAX];
  // Rates never fall as the coverage rises, nor does their sum.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return share(low);
}
