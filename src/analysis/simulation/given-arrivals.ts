import type { Random } from '../../domain';

/** Persons who enter a group in a year, as somebody foresees it: 10, 50 and 90 percent of the cases are no higher. */
export interface GivenArrivals {
  readonly grantYear: number;
  /** Place in ENTRY_GROUPS. */
  readonly group: number;
  /** RATE_CLASS; undefined for all classes, which are then as seen. */
  readonly rateClass: number | undefined;
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

const TEN_THOUSAND = 10_000;
const LOW = 1_000;
const MID = 5_000;
const HIGH = 9_000;

/** One number in the band: on straight lines through low, mid and high, which go on as far beyond them. Whole. */
export function drawGiven({ low, mid, high }: GivenArrivals, random: Random): number {
  const place = random.below(TEN_THOUSAND);
  const [from, at, to, end] = place < MID ? [low, LOW, mid, MID] : [mid, MID, high, HIGH];
  const part = (to - from) * (place - at);
  return Math.max(0, from + Math.floor((2 * part + (end - at)) / (2 * (end - at))));
}
