import { findCalendar, moduleFor, type RuleSet } from '../../../rules';
import {
  COMPONENTS,
  type Component,
  type Limit,
  type Rate,
  type RateClass,
  type RateKey,
  rateCell,
  traitsOf,
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
    limits: calendar === undefined ? [] : limits.filter(({ key }, place) => rules.limits.find(key, year) === place),
    components: COMPONENTS.flatMap((component) => {
      const module = moduleFor(component, year);
      return module ? [{ component, module: module.id, cells: cellsOf(component, year, rules) }] : [];
    }),
  };
}

function cellsOf(component: Component, year: number, rules: RuleSet): CellView[] {
  const { rates, rateClasses } = traitsOf(component);
  return rates.flatMap(({ key }) =>
    rateClasses.map((rateClass) => {
      const rate = rules.rates.rates[rules.rates.find(key, year, rateClass)];
      return { cell: rateCell(key, year, rateClass), key, rateClass, rate };
    }),
  );
}
