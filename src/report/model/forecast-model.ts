import type { Shown } from './figures';
import type { LawChangeShown, Words } from './words';

/** What is expected: one of ten comes below the first, half below the second, nine of ten below the third. */
export interface Quantiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** A grant year in all. */
export interface ForecastYear {
  readonly grantYear: number;
  readonly amountNok: Quantiles;
  /** Middle of what it is held against; undefined for nothing. */
  readonly baselineNok: number | undefined;
  /** Undefined where nobody said it. */
  readonly appropriationNok: number | undefined;
}

/** A component of a grant year, or one of its year numbers and classes. */
export interface ForecastRow {
  readonly grantYear: number;
  readonly component: string;
  /** Both empty where it is of the whole component. */
  readonly yearNumber: string;
  readonly rateClass: string;
  readonly known: Shown;
  readonly persons: Quantiles | undefined;
  readonly amountNok: Quantiles | undefined;
}

/** A recipient with what it can expect in each year; undefined where it is not shown. */
export interface ForecastRecipientShown {
  readonly id: string;
  readonly name: string;
  readonly years: readonly { readonly grantYear: number; readonly amountNok: Quantiles | undefined }[];
}

/** A forecast as its pages show it. */
export interface ForecastShown {
  /** D, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly seed: number;
  readonly simulations: number;
  /** Years that are over, as the register is known. */
  readonly known: readonly { readonly grantYear: number; readonly amountNok: number }[];
  readonly years: readonly ForecastYear[];
  readonly components: readonly ForecastRow[];
  readonly cells: readonly ForecastRow[];
  readonly recipients: readonly ForecastRecipientShown[];
  readonly law: readonly LawChangeShown[];
  /** What it is held against; empty for nothing. */
  readonly baseline: string;
  readonly warnings: readonly Words[];
}
