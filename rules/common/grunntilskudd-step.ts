import { RATE_CLASS } from '../../src/domain';

/** Step by number of persons on the count date: 1-3 low, 4-150 high, else nothing (rulebook 5.1; S12, S1). */
export function grunntilskuddStep(persons: number): number {
  if (persons === 0 || persons > 150) return RATE_CLASS.none;
  return persons <= 3 ? RATE_CLASS.low : RATE_CLASS.high;
}
