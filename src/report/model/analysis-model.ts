import type { Shown } from './figures';
import type { ForecastShown } from './forecast-model';
import type { MapOutline } from './map-outline';
import type { LawChangeShown, Words } from './words';

/** One of two sides. */
export interface SideShown {
  readonly label: string;
  readonly grantYear: number;
  /** T: kroner are what is due by then; 4 is the whole year. */
  readonly term: number;
  /** D, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly persons: Shown;
  readonly sizeNok: Shown;
  readonly law: readonly LawChangeShown[];
}

/** Persons and kroner of two sides. */
export interface PairShown {
  readonly aPersons: Shown;
  readonly bPersons: Shown;
  readonly aNok: Shown;
  readonly bNok: Shown;
}

/** Component; `various` for several together. */
export interface ComponentPair extends PairShown {
  readonly component: string;
}

/** A year number and class of a component; both empty where it has none. */
export interface CellPair extends ComponentPair {
  readonly yearNumber: string;
  readonly rateClass: string;
  readonly aRateNok: number | undefined;
  readonly bRateNok: number | undefined;
}

/** A part of the difference. */
export interface EffectShown {
  readonly name: 'population' | 'data' | 'rule' | 'rate' | 'various';
  readonly amountNok: number;
}

/** Why: what persons did, a provision of the law, the rate of a cell. */
export interface ReasonShown {
  readonly effect: Words;
  readonly what: Words;
  /** Empty where it is not told by component. */
  readonly component: string;
  readonly persons: Shown;
  readonly amountNok: number;
}

export interface ChangedRecipient {
  readonly id: string;
  readonly name: string;
  readonly aNok: Shown;
  readonly bNok: Shown;
  readonly parts: readonly ComponentPair[];
}

/** B beside A. */
export interface CaseShown {
  readonly a: SideShown;
  readonly b: SideShown;
  /** From A to B, adding up; none where they are not shown. */
  readonly effects: readonly EffectShown[];
  readonly reasons: readonly ReasonShown[];
  readonly components: readonly ComponentPair[];
  readonly cells: readonly CellPair[];
  readonly recipients: readonly ChangedRecipient[];
  /** Recipients that come to more, and to less: of all, those too that are not shown. */
  readonly gaining: Shown;
  readonly losing: Shown;
  /** What is wrong with how it was asked. */
  readonly warnings: readonly Words[];
}

/** What a report of comparisons and scenarios shows; its pages calculate nothing. */
export interface AnalysisModel {
  readonly isRestricted: boolean;
  readonly kind: 'comparison' | 'scenario' | 'forecast';
  readonly programVersion: string;
  readonly cases: readonly CaseShown[];
  readonly forecast: ForecastShown | undefined;
  readonly map: MapOutline;
  readonly fewestPersons: number;
}
