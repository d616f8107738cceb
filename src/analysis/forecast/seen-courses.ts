import { Decimal } from 'decimal.js';
import type { Day } from '../../domain';
import { componentOfCell, yearNumberOfCell } from '../facts/cell-key';
import { courseKey, type FactUnits } from './fact-units';
import type { SeenCourse } from './forecast-types';

/** Persons who must have been known a year ago before what became of them is taken for a rule. */
export const FEW_PERSONS = 20;

/**
 * What became of those known a year ago, by component and year number; where they were few, of all year numbers of the
 * component together; where those were few too, nobody is taken to fall away or to come late.
 */
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
        const [component, yearNumber] = [componentOfCell(key << 2), yearNumberOfCell(key << 2)];
        const ofYear = (cell: number): boolean => courseKey(cell) === key;
        const ofComponent = (cell: number): boolean => componentOfCell(cell) === component;
        const within = enough(looks.lastYearThen, ofYear, ofComponent);
        const over = enough(looks.nowThen, ofYear, ofComponent);
        const course = {
          component,
          yearNumber,
          ...stayedAndLate(looks, within, yearAgo),
          keptOverYear: over === undefined ? ALL : shareKept(looks.nowThen, looks.now, over),
          isOwn: within === ofYear && over === ofYear,
        };
        return [key, course];
      }),
  );
}

type CellFilter = (cell: number) => boolean;
const ALL = new Decimal(1);

/** The narrower of the filters that finds enough persons; undefined where neither does. */
function enough(units: FactUnits, ...filters: readonly CellFilter[]): CellFilter | undefined {
  return filters.find((filter) => pooled(units, filter).size >= FEW_PERSONS);
}

function stayedAndLate(
  { lastYear, lastYearThen }: { readonly lastYear: FactUnits; readonly lastYearThen: FactUnits },
  filter: CellFilter | undefined,
  yearAgo: Day,
): Pick<SeenCourse, 'kept' | 'late'> {
  if (filter === undefined) return { kept: ALL, late: new Decimal(0) };
  const before = pooled(lastYearThen, filter);
  const late = [...pooled(lastYear, filter)].filter(([id, day]) => !before.has(id) && day <= yearAgo).length;
  // Where more came late than were known, what was known says nothing about how many there are.
  return {
    kept: shareKept(lastYearThen, lastYear, filter),
    late: Decimal.min(ALL, new Decimal(late).div(before.size)),
  };
}

function shareKept(before: FactUnits, after: FactUnits, filter: CellFilter): Decimal {
  const [known, still] = [pooled(before, filter), pooled(after, filter)];
  return new Decimal([...known.keys()].filter((id) => still.has(id)).length).div(known.size);
}

function pooled(units: FactUnits, filter: CellFilter): Map<number, number> {
  const all = new Map<number, number>();
  for (const [cell, known] of units) if (filter(cell)) for (const [id, day] of known) all.set(id, day);
  return all;
}
