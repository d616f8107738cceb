import { Decimal } from 'decimal.js';
import type { ByScenario, SeenCourse } from './forecast-types';

const NONE = new Decimal(0);
const ALL = new Decimal(1);
const TWICE = 2;

/** Shares of those known now who stay, who come late, and who move on to the next year. */
export interface CourseShares {
  readonly kept: Decimal;
  readonly late: Decimal;
  readonly keptOverYear: Decimal;
}

/**
 * Low: as many fall away as a year ago and nobody is registered late. Mid: as seen. High: nobody falls away and twice as
 * many are registered late.
 */
export function courseShares(
  course: Pick<SeenCourse, 'kept' | 'late' | 'keptOverYear'> | undefined,
): ByScenario<CourseShares> {
  const { kept, late, keptOverYear } = course ?? { kept: ALL, late: NONE, keptOverYear: ALL };
  return {
    low: { kept, late: NONE, keptOverYear },
    mid: { kept, late, keptOverYear },
    high: { kept: ALL, late: late.times(TWICE), keptOverYear: ALL },
  };
}
