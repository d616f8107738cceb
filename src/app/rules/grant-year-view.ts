import { findCalendar, moduleFor, type RuleSet } from '../../../rules';
import {
  COMPONENTS,
  type Component,
  LIMIT_KEYS,
  type Limit,
  RATE_KEYS,
  type Rate,
  type RateClass,
  type RateKey,
  rateCell,
} from '../../domain';

/** A rate cell that a component needs in a grant year; `rate` is undefined where the figure is missing. */
export interface CellView {
  readonly cell: string;
  readonly key: RateKey;
  readonly rateClass: RateClass;
  readonly rate: Rate | undefined;
}

/** What holds in one grant year. */
export interface GrantYearView {
  readonly year: number;
  /** undefined where the year cannot be run. */
  readonly calendar: string | undefined;
  readonly components: readonly {
    readonly component: Component;
    readonly module: string;
    readonly cells: readonly CellView[];
  }[];
  /** Limits that hold, in the order of their keys; none for a year that cannot be run. */
  readonly limits: readonly Limit[];
}

/** Calendar, limits, rule modules and rates of a grant year, with the cells that are missing. */
export function grantYearView(rules: RuleSet, year: number): GrantYearView {
  const calendar = findCalendar(year, rules.limits)?.id;
  const { limits } = rules.limits;
  return {
    year,
    calendar,
    limits: calendar === undefined ? [] : LIMIT_KEYS.flatMap((key) => limits[rules.limits.find(key, year)] ?? []),
    components: COMPONENTS.flatMap((component) => {
      const module = moduleFor(component, year);
      return module ? [{ component, module: module.id, cells: cellsOf(component, year, rules) }] : [];
    }),
  };
}

function cellsOf(component: Component, year: number, rules: RuleSet): CellView[] {
  const keys = RATE_KEYS.filter((key) => key === component || key.startsWith(`${component}.`));
  return keys.flatMap((key) =>
    rateClassesOf(component).map((rateClass) => {
      const rate = rules.rates.rates[rules.rates.find(key, year, rateClass)];
      return { cell: rateCell(key, year, rateClass), key, rateClass, rate };
    }),
  );
}

/** Rate classes of a component's cells (data contract 3). */
function rateClassesOf(component: Component): readonly RateClass[] {
  return component === 'persontilskudd' || component === 'grunntilskudd' ? ['low', 'high'] : ['single'];
}
