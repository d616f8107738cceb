import { f64, type Random } from '../../domain';

/*
 * Draws whole numbers from distributions. Weights come from the four operations alone, whose results IEEE 754 fixes: the
 * same random bits give the same number on every machine. No weight ever becomes a krone.
 */

const LEAST_WEIGHT = 1e-10;
const BITS = 4_294_967_296;

/** How much likelier n + 1 is than n. */
type RatioUp = (n: number) => number;

/** A distribution laid out as far as it matters. */
export class CountDistribution {
  readonly #first: number;
  readonly #sums: Float64Array;

  /**
   * @param mode a number near the likeliest
   * @param most none is higher
   */
  constructor(mode: number, ratioUp: RatioUp, most = Number.MAX_SAFE_INTEGER) {
    const below: number[] = [];
    for (let n = mode, weight = 1; n > 0; n -= 1) {
      weight /= ratioUp(n - 1);
      if (!(weight >= LEAST_WEIGHT)) break;
      below.push(weight);
    }
    const weights = [...below.reverse(), 1];
    for (let n = mode, weight = 1; n < most; n += 1) {
      weight *= ratioUp(n);
      if (!(weight >= LEAST_WEIGHT)) break;
      weights.push(weight);
    }
    this.#first = mode - below.length;
    this.#sums = Float64Array.from(weights);
    for (let place = 1; place < this.#sums.length; place += 1) {
      this.#sums[place] = f64(this.#sums, place) + f64(this.#sums, place - 1);
    }
  }

  /** One number; takes one draw of the stream, whatever comes. */
  draw(random: Random): number {
    const sums = this.#sums;
    const wanted = (random.bits() / BITS) * f64(sums, sums.length - 1);
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (f64(sums, middle) > wanted) high = middle;
      else low = middle + 1;
    }
    return this.#first + low;
  }
}

const NONE = new CountDistribution(0, () => 0, 0);

/**
 * Entries where so many are expected, and the expectation itself rests on as much as `shape` entries.
 *
 * @param thinning share of known persons whom it happens to, where they alone can enter: chance leaves the less open
 */
export function entriesExpected(mean: number, shape: number, thinning = 0): CountDistribution {
  if (!(mean > 0) || !(shape > 0)) return NONE;
  if (thinning > 0 && thinning < 1) {
    const among = Math.floor(mean / thinning + 0.5);
    const hits = shape * (1 - thinning);
    return hitsAmong(among, hits, (hits * (1 - thinning)) / thinning);
  }
  const odds = mean / (mean + shape);
  const mode = Math.max(0, Math.floor(((shape - 1) * odds) / (1 - odds)));
  return new CountDistribution(mode, (n) => ((n + shape) / (n + 1)) * odds);
}

/** How many of `all` it happens to, where it happened to `hits` of `hits + misses` (not whole where shrunk). */
export function hitsAmong(all: number, hits: number, misses: number): CountDistribution {
  if (all === 0 || !(hits > 0)) return NONE;
  const mode = Math.min(all, Math.floor((all * hits) / (hits + misses)));
  const ratioUp: RatioUp = (n) => ((all - n) * (n + hits)) / ((n + 1) * (all - n - 1 + misses));
  return new CountDistribution(mode, ratioUp, all);
}

/** Scale of shares. */
export const MILLION = 1_000_000;

/** A share in whole millionths. */
export function millionths(share: number): number {
  return Math.floor(share * MILLION + 0.5);
}
