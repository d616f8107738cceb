import type { RateClass, RateKey } from './component';

/** Where a figure comes from and what may be done with it (rulebook 1). */
export const PARAMETER_STATUSES = [
  'verified',
  'proposal',
  'secondary',
  'assumed',
  'derived',
  'scenario',
  'illustrative',
] as const;
export type ParameterStatus = (typeof PARAMETER_STATUSES)[number];
/** Statuses of figures that can be calculated with, never paid (rulebook 1). */
export const NEVER_PAYABLE: readonly ParameterStatus[] = [
  'proposal',
  'secondary',
  'derived',
  'scenario',
  'illustrative',
];

/** One rate of one grant year, with its provenance. */
export interface Rate {
  readonly key: RateKey;
  readonly grantYear: number;
  readonly rateClass: RateClass;
  readonly valueNok: number;
  readonly status: ParameterStatus;
  readonly source: string;
  readonly note: string;
  /** File and line that the value was read from. */
  readonly file: string;
  readonly line: number;
}

/** The cell's name in messages and in --accept: `grunntilskudd/2018/low`. */
export function rateCell(key: RateKey, grantYear: number, rateClass: RateClass): string {
  return `${key}/${grantYear}/${rateClass}`;
}

/** What a cell is the rate of: component and grant year of `persontilskudd.year1/2018/low` (persontilskudd, 2018). */
export function ownerOfCell(cell: string): { readonly component: string; readonly year: string } {
  const [key = '', year = ''] = cell.split('/');
  return { component: key.split('.')[0] ?? '', year };
}

/** Rates of a run. An index names a rate in columns and traces: its place in `rates`, which is sorted by cell. */
export interface RateTable {
  readonly rates: readonly Rate[];
  /** Index of the cell's rate, or -1 where the figure is missing. */
  find(key: RateKey, grantYear: number, rateClass: RateClass): number;
}

/** One of the rulebook's assumptions: a choice of the engine where public sources are silent. */
export interface Assumption {
  /** `A1` .. `A19` */
  readonly id: string;
  readonly value: string;
  /** Values that code can read, the chosen one included. */
  readonly alternatives: readonly string[];
  readonly status: ParameterStatus;
  readonly source: string;
  readonly note: string;
}

/** Assumptions of a run by id. */
export interface AssumptionTable {
  readonly assumptions: readonly Assumption[];
  /** Value of an assumption; the program stops where it is unknown or not one of the alternatives that code reads. */
  value(id: string): string;
}
