import { Decimal } from 'decimal.js';
import type { Day } from '../../domain';
import { componentOfCell, yearNumberOfCell } from '../facts/cell-key';
import { courseKey, type FactUnits } from './fact-units';
import type { SeenCourse } from './forecast-types';

/** What became of those known a year ago, by component and year number. */
export function seenCourses(
  looks: {
    readonly now: FactUnits;
    readonly nowThen: FactUnits;
    readonly lastYear: FactUnits;
    readonly lastYearThen: FactUnits;
  },
  yearAgo: Day,
): Map<number, SeenCourse> {
  const keys = new Set([...looks.now.keys(), ...looks.nowThen.keys(), ...looks.lastYear.keys()].map(courseKey));
  return new Map(
    [...keys]
      .sort((a, b) => a - b)
      .map((key) => {
        const before = pooled(looks.lastYearThen, key);
        const after = pooled(looks.lastYear, key);
        const foreseen = pooled(looks.nowThen, key);
        const came = pooled(looks.now, key);
        const late = [...after].filter(([id, day]) => !before.has(id) && day <= yearAgo).length;
        const course = {
          component: componentOfCell(key << 2),
          yearNumber: yearNumberOfCell(key << 2),
          kept: share([...before.keys()].filter((id) => after.has(id)).length, before.size, 1),
          late: share(late, before.size, 0),
          keptOverYear: share([...foreseen.keys()].filter((id) => came.has(id)).length, foreseen.size, 1),
        };
        return [key, course];
      }),
  );
}

function pooled(units: FactUnits, key: number): Map<number, number> {
  const all = new Map<number, number>();
  for (const [cell, known] of units) if (courseKey(cell) === key) for (const [id, day] of known) all.set(id, day);
  return all;
}

/** @param otherwise where nothing was known a year ago */
function share(part: number, whole: number, otherwise: number): Decimal {
  return whole === 0 ? new Decimal(otherwise) : new Decimal(part).div(whole);
}
