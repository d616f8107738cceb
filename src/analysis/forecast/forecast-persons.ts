import { Decimal } from 'decimal.js';
import type { RuleSet } from '../../../rules';
import { type Component, dayOf, lastDayOfYear, PARTICIPANT_COMPONENT } from '../../domain';
import { cellOfLaterYear, componentOfCell } from '../facts/cell-key';
import { type CourseShares, courseShares } from './course-shares';
import { entryPaces, QUARTER_DAYS } from './entry-paces';
import { courseKey, type FactUnits, factUnits, isEntryCell, isFirstYear } from './fact-units';
import type { ForecastLooks } from './forecast-looks';
import { type ByScenario, type EntryPace, eachScenario, type ForecastLevel, type SeenCourse } from './forecast-types';
import { lastEntryOf } from './last-entry';
import { seenCourses } from './seen-courses';

/** Expected persons of a cell in a year. */
export interface ExpectedCell {
  readonly grantYear: number;
  readonly cell: number;
  readonly known: number;
  readonly persons: ByScenario<number>;
}

/** Persons expected in every cell but grunntilskudd, and what they were worked out from. */
export interface ExpectedPersons {
  readonly cells: readonly ExpectedCell[];
  readonly courses: ReadonlyMap<number, SeenCourse>;
  readonly paces: ReadonlyMap<number, EntryPace>;
  readonly daysLeft: number;
  /** Persons of persontilskudd year 1 who are not known yet and move on: they count for grunntilskudd too. */
  readonly newcomers: ByScenario<number>;
}

/**
 * Moves the cohorts on: who is known stays or falls away as a year ago, who has entered and is not registered comes as
 * a year ago, people go on entering at the pace seen, and next year everybody is a year further.
 */
export function expectPersons(looks: ForecastLooks, rules: RuleSet): ExpectedPersons {
  return new Expectation(looks, rules).all();
}

class Expectation {
  readonly #looks: ForecastLooks;
  readonly #rules: RuleSet;
  readonly #courses: ReadonlyMap<number, SeenCourse>;
  readonly #now: FactUnits;
  readonly #next: FactUnits;
  readonly #byNextRules: FactUnits;
  readonly #paces: ReadonlyMap<number, EntryPace>;
  readonly #pacesNext: ReadonlyMap<number, EntryPace>;

  constructor(looks: ForecastLooks, rules: RuleSet) {
    const { asOf, yearAgo } = looks;
    this.#looks = looks;
    this.#rules = rules;
    this.#now = factUnits(looks.now);
    this.#next = factUnits(looks.next);
    this.#byNextRules = looks.rulesChange ? factUnits(looks.nowByNextRules) : this.#now;
    const lastYear = factUnits(looks.lastYear);
    const [nowThen, lastYearThen] = [factUnits(looks.nowThen), factUnits(looks.lastYearThen)];
    this.#courses = seenCourses({ now: this.#now, nowThen, lastYear, lastYearThen }, yearAgo);
    this.#paces = entryPaces(this.#now, lastYear, asOf, this.#courses);
    this.#pacesNext = looks.rulesChange
      ? entryPaces(this.#byNextRules, factUnits(looks.lastYearByNextRules), asOf, this.#courses)
      : this.#paces;
  }

  all(): ExpectedPersons {
    const { grantYear } = this.#looks.now;
    const cells = cellsOf(this.#now, this.#paces).map((cell) => this.#thisYear(grantYear, cell));
    const nextCells = cellsOf(this.#next, this.#pacesNext, this.#cohortsOfNewcomers());
    const exists = new Set<Component>(this.#looks.nextPlan.components.map(({ component }) => component));
    const next = nextCells
      .filter((cell) => exists.has(componentOfCell(cell)))
      .map((cell) => this.#nextYear(grantYear + 1, cell));
    const firstYear = [...this.#byNextRules.keys(), ...this.#pacesNext.keys()].filter(isFirstYear);
    return {
      cells: [...cells, ...next],
      courses: this.#courses,
      paces: this.#paces,
      daysLeft: this.#daysOf(PARTICIPANT_COMPONENT, grantYear),
      newcomers: eachScenario((scenario) =>
        whole([...new Set(firstYear)].reduce((sum, cell) => sum.plus(this.#newly(cell, scenario)), new Decimal(0))),
      ),
    };
  }

  #thisYear(grantYear: number, cell: number): ExpectedCell {
    const known = this.#now.get(cell)?.size ?? 0;
    const persons = eachScenario((scenario) => {
      const { kept, late } = this.#shares(cell, scenario);
      const stay = kept.plus(late).times(known);
      return whole(isEntryCell(cell) ? stay.plus(this.#entries(this.#paces, cell, grantYear, scenario)) : stay);
    });
    return { grantYear, cell, known, persons };
  }

  #nextYear(grantYear: number, cell: number): ExpectedCell {
    const known = this.#next.get(cell)?.size ?? 0;
    const persons = eachScenario((scenario) => {
      if (isEntryCell(cell)) return whole(this.#entries(this.#pacesNext, cell, grantYear, scenario));
      const newly = this.#newly(cellOfLaterYear(cell, -1), scenario);
      return whole(newly.plus(known).times(this.#shares(cell, scenario).keptOverYear));
    });
    return { grantYear, cell, known, persons };
  }

  /** Persons of this year's cell who are not known yet. */
  #newly(cell: number, scenario: ForecastLevel): Decimal {
    const known = this.#byNextRules.get(cell)?.size ?? 0;
    const late = this.#shares(cell, scenario).late.times(known);
    if (!isEntryCell(cell)) return late;
    return late.plus(this.#entries(this.#pacesNext, cell, this.#looks.now.grantYear, scenario));
  }

  #entries(paces: ReadonlyMap<number, EntryPace>, cell: number, grantYear: number, scenario: ForecastLevel): Decimal {
    const pace = paces.get(cell)?.pace[scenario] ?? new Decimal(0);
    return pace.times(this.#daysOf(componentOfCell(cell), grantYear)).div(QUARTER_DAYS);
  }

  /** Days after D on which people can enter in a grant year. */
  #daysOf(component: Component, grantYear: number): number {
    const before = Math.max(this.#looks.asOf, dayOf(grantYear, 1, 1) - 1);
    const last = lastDayOfYear(grantYear);
    const end = lastEntryOf(component, this.#rules, grantYear) ?? last;
    return Math.max(0, Math.min(last, end) - before);
  }

  #shares(cell: number, scenario: ForecastLevel): CourseShares {
    return courseShares(this.#courses.get(courseKey(cell)))[scenario];
  }

  /** Cells that newcomers come to next year though nobody is known in them yet. */
  #cohortsOfNewcomers(): Map<number, unknown> {
    return new Map(
      [...this.#byNextRules.keys()].filter(isFirstYear).map((cell) => [cellOfLaterYear(cell, 1), undefined]),
    );
  }
}

function cellsOf(...maps: readonly ReadonlyMap<number, unknown>[]): number[] {
  return [...new Set(maps.flatMap((map) => [...map.keys()]))].sort((a, b) => a - b);
}

function whole(value: Decimal): number {
  return value.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
}
