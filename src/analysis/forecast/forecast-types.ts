import type { Decimal } from 'decimal.js';
import type { Component } from '../../domain';

/** What is assumed about what nobody knows yet. */
export const FORECAST_LEVELS = ['low', 'mid', 'high'] as const;
export type ForecastLevel = (typeof FORECAST_LEVELS)[number];
export type ByScenario<T> = Readonly<Record<ForecastLevel, T>>;

/** What was seen a year ago for one component and year number, pooled over classes. */
export interface SeenCourse {
  readonly component: Component;
  /** 0 for none. */
  readonly yearNumber: number;
  /** Share of those known a year ago who still trigger. */
  readonly kept: Decimal;
  /** Persons who had entered a year ago and were registered later, as a share of those known then. */
  readonly late: Decimal;
  /** Share of those who were known a year ago to trigger this year, and do. */
  readonly keptOverYear: Decimal;
  /** False where too few were known a year ago for a share of their own. */
  readonly isOwn: boolean;
}

/** Entries in one cell: persons in 91 days. */
export interface EntryPace {
  readonly cell: number;
  readonly pace: ByScenario<Decimal>;
}

/** Expected persons of one cell in one year; decisions for 43g. */
export interface ForecastCell {
  readonly grantYear: number;
  /** cellKey() */
  readonly cell: number;
  /** Known at D to trigger. */
  readonly known: number;
  readonly persons: ByScenario<number>;
  readonly rateNok: number;
  /** Grant year that the rate is of: the year before where the next one has none yet. */
  readonly rateYear: number;
  readonly amountNok: ByScenario<number>;
}

/** What a recipient can expect. */
export interface ForecastRecipient {
  readonly grantYear: number;
  /** RecipientCode; NO_RECIPIENT for what will be held. */
  readonly recipient: number;
  readonly component: Component;
  readonly amountNok: ByScenario<number>;
}

/** An estimate for the rest of a grant year and for the next one, with what it rests on. */
export interface Forecast {
  /** The first of the years from whose persons the estimate is made: not after D's own. */
  readonly grantYear: number;
  /** Years of which there are cells, ascending. */
  readonly years: readonly number[];
  readonly cells: readonly ForecastCell[];
  readonly recipients: readonly ForecastRecipient[];
  readonly courses: readonly SeenCourse[];
  readonly paces: readonly EntryPace[];
  /** Days of the grant year after D. */
  readonly daysLeft: number;
  /** Whether other rules hold in the next year: entries are then counted by those. */
  readonly rulesChange: boolean;
  /** Whether an extract of a year ago was at hand. */
  readonly hasEarlier: boolean;
}

/** A value for each scenario. */
export function eachScenario<T>(value: (scenario: ForecastLevel) => T): ByScenario<T> {
  return { low: value('low'), mid: value('mid'), high: value('high') };
}
