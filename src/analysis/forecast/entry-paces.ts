import { Decimal } from 'decimal.js';
import type { Day } from '../../domain';
import { courseShares } from './course-shares';
import { courseKey, type FactUnits, isEntryCell } from './fact-units';
import { type EntryPace, eachScenario, type SeenCourse } from './forecast-types';

/** Days of a quarter of the year before D; four of them are looked at. */
export const QUARTER_DAYS = 91;
const QUARTERS = 4;

/**
 * How fast people have been entering each cell: the four quarters of 91 days before D, those of this year made complete
 * by what was seen last year. Low as in the slowest of them, high as in the busiest, mid as the mean.
 */
export function entryPaces(
  now: FactUnits,
  lastYear: FactUnits,
  asOf: Day,
  courses: ReadonlyMap<number, SeenCourse>,
): Map<number, EntryPace> {
  const cells = [...new Set([...now.keys(), ...lastYear.keys()])].filter(isEntryCell).sort((a, b) => a - b);
  return new Map(
    cells.map((cell) => {
      const counts = (units: FactUnits): number[] => quarterCounts(units.get(cell), asOf);
      const [known, before] = [counts(now), counts(lastYear)];
      const shares = courseShares(courses.get(courseKey(cell)));
      const pace = eachScenario((scenario) => {
        const { kept, late } = shares[scenario];
        const quarters = known.map((count, index) =>
          kept
            .plus(late)
            .times(count)
            .plus(before[index] ?? 0),
        );
        if (scenario === 'low') return Decimal.min(...quarters);
        if (scenario === 'high') return Decimal.max(...quarters);
        return quarters.reduce((sum, one) => sum.plus(one), new Decimal(0)).div(QUARTERS);
      });
      return [cell, { cell, pace }];
    }),
  );
}

function quarterCounts(units: ReadonlyMap<number, number> | undefined, asOf: Day): number[] {
  const counts = Array.from({ length: QUARTERS }, () => 0);
  for (const day of units?.values() ?? []) {
    const quarter = Math.floor((asOf - day) / QUARTER_DAYS);
    const count = counts[quarter];
    if (day <= asOf && count !== undefined) counts[quarter] = count + 1;
  }
  return counts;
}
