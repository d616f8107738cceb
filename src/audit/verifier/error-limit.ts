/** Ten thousand parts of one: factors are counted in them. */
export const PARTS = 10_000n;
/** Fixed point of the sums below: forty digits, so that what is cut off never reaches a factor. */
const ONE = 10n ** 40n;
/** Errors of a sample for which a limit is told; with more, nothing is left to estimate: all is to be controlled. */
export const LIMITED_ERRORS_MAX = 100;

/**
 * Upper limit of a Poisson number of errors, in ten-thousandths: the least for which no more than `errors` errors are seen
 * with at most the likelihood that the confidence leaves. Whole numbers only, so that everybody gets the same.
 *
 * @param confidencePercent 50 to 99
 * @example errorFactor(0, 95) // 29_958n: 2.9958
 */
export function errorFactor(errors: number, confidencePercent: number): bigint {
  let below = 0n;
  let above = BigInt(errors + 8) * 4n * PARTS;
  while (above - below > 1n) {
    const middle = (below + above) / 2n;
    if (isLikelyAtMost(errors, middle, confidencePercent)) above = middle;
    else below = middle;
  }
  return above;
}

/** Whether at most so many errors are seen with no more likelihood than is left, where `mean` are expected. */
function isLikelyAtMost(errors: number, mean: bigint, confidencePercent: number): boolean {
  let term = ONE;
  let seen = ONE;
  let all = ONE;
  for (let count = 1n; term > 0n; count += 1n) {
    term = (term * mean) / (PARTS * count);
    all += term;
    if (count <= BigInt(errors)) seen += term;
  }
  return seen * 100n <= all * BigInt(100 - confidencePercent);
}

/** Errors of one direction that a sample drawn by amount has shown. */
export interface ErrorsFound {
  /** Kroner of errors in amounts that were in for certain. */
  readonly certainNok: number;
  /** Kroner that each other error stands for: itself by the likelihood of its draw. */
  readonly projectedNok: readonly number[];
  /** The most kroner that a drawn krone stands for in any stratum; 0 where everything was drawn. */
  readonly intervalNok: number;
}

/**
 * Upper limit of the error in the whole run, whole kroner, rounded up: what is known for certain, the factor of no error
 * times the largest interval, and each error found by what it adds to the factor, the largest first (Stringer's bound with
 * Poisson factors). It holds where no item is wrong by more than its own amount. undefined with too many errors.
 */
export function errorLimitNok(found: ErrorsFound, confidencePercent: number): number | undefined {
  const errors = [...found.projectedNok].sort((a, b) => b - a);
  if (errors.length > LIMITED_ERRORS_MAX) return undefined;
  let factor = errorFactor(0, confidencePercent);
  let parts = BigInt(found.certainNok) * PARTS + factor * BigInt(found.intervalNok);
  for (const [place, errorNok] of errors.entries()) {
    const next = errorFactor(place + 1, confidencePercent);
    parts += (next - factor) * BigInt(errorNok);
    factor = next;
  }
  return Number((parts + PARTS - 1n) / PARTS);
}
