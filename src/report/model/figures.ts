/*
 * What a report shows, worked out beforehand: the pages calculate nothing. A figure that is not shown, because few persons
 * stand behind it or behind what it could be worked out from, is undefined.
 */

/** Whole kroner or a count; undefined where it is not shown. */
export type Shown = number | undefined;

/** A run beside those before it. */
export interface RunFigures {
  readonly runId: string;
  readonly grantYear: number;
  readonly term: number;
  readonly persons: Shown;
  readonly lines: Shown;
  readonly grossNok: Shown;
  readonly correctionsNok: Shown;
  readonly netNok: Shown;
  readonly paidNok: Shown;
  readonly heldNok: Shown;
}

/** annual = postedBefore + lines + dueLater + held, to the krone. */
export interface ComponentSum {
  readonly grantYear: number;
  /** Component; `various` for several together. */
  readonly component: string;
  readonly annualNok: Shown;
  readonly postedBeforeNok: Shown;
  readonly linesNok: Shown;
  readonly dueLaterNok: Shown;
  readonly heldNok: Shown;
}

/** A term of the grant year that was posted, or this one. */
export interface TermPoint {
  readonly label: string;
  readonly paidNok: Shown;
}

/** Payments that have come equally far. */
export interface StageSum {
  readonly stage: string;
  readonly payments: number;
  readonly amountNok: Shown;
}

export interface CountedSum {
  readonly name: string;
  /** Severity of a finding; empty for held amounts. */
  readonly severity: string;
  readonly count: Shown;
  readonly amountNok: Shown;
}

/** Persons and kroner of a year of a component. */
export interface Cohort {
  readonly component: string;
  /** Empty where the component has no years. */
  readonly yearNumber: string;
  readonly rateClass: string;
  readonly persons: Shown;
  readonly annualNok: Shown;
}
