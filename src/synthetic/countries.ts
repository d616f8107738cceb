import { at } from '../domain';
import type { Random } from './random';

/** Country backgrounds with their share per mille, both rate classes (rulebook 3); the first takes what is left. */
const SHARES: readonly (readonly [string, number])[] = [
  ['SYR', 240],
  ['ERI', 130],
  ['SOM', 80],
  ['AFG', 75],
  ['THA', 45],
  ['PHL', 45],
  ['ETH', 40],
  ['SDN', 35],
  ['IRQ', 35],
  ['IRN', 30],
  ['COD', 30],
  ['PAK', 25],
  ['TUR', 25],
  ['MMR', 20],
  ['RUS', 20],
  ['UKR', 15],
  ['POL', 12],
  ['BRA', 12],
  ['COL', 10],
  ['CHN', 10],
  ['VNM', 10],
  ['IND', 10],
  ['MAR', 8],
  ['SRB', 6],
  ['CHL', 5],
  ['FJI', 1],
  ['USA', 14],
  ['GBR', 8],
  ['DEU', 6],
  ['ESP', 6],
  ['SWE', 4],
  ['CAN', 4],
  ['AUS', 3],
  ['NZL', 1],
  ['XXA', 14],
  ['XXX', 3],
];

/** States that are no more: outside the region table, so that R is unknown. */
const FORMER_STATES = ['YUG', 'SUN', 'CSK'];

const PER_MILLE: readonly string[] = SHARES.flatMap(([country, share]) => Array.from({ length: share }, () => country));

/** A country background; one in two thousand stands outside the region table. */
export function drawCountry(random: Random): string {
  if (random.below(2000) === 0) return at(FORMER_STATES, random.below(FORMER_STATES.length));
  const draw = random.below(1000);
  return PER_MILLE[draw] ?? 'SYR';
}
