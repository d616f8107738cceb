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

/**
 * Key of a limit of the law (rulebook 1.2): every age, date, step and choice that a rule reads. The list is open: a row of
 * rules/data/limits.csv makes one.
 */
export type LimitKey = `${Lowercase<string>}.${Lowercase<string>}`;

/** Key of a limit that a text is; undefined where it has another form. */
export function parseLimitKey(text: string): LimitKey | undefined {
  return /^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/.test(text) ? (text as LimitKey) : undefined;
}

/** One value of a limit for a span of grant years, with its provenance. */
export interface Limit {
  readonly key: LimitKey;
  /** As it stands in limits.csv: `16-66`, `2018-01-01`, `1-3:low 4-150:high`. */
  readonly value: string;
  /** null: from the beginning. */
  readonly firstGrantYear: number | null;
  /** null: no end. */
  readonly lastGrantYear: number | null;
  readonly status: ParameterStatus;
  readonly source: string;
  readonly note: string;
  /** Id of the assumption whose value this is (`A8`); empty for none. */
  readonly assumption: string;
}

/** Limits of a run. An index names a limit: its place in `limits`, which is sorted by key and first grant year. */
export interface LimitTable {
  readonly limits: readonly Limit[];
  /** Index of the limit that holds in a grant year, -1 for none. */
  find(key: LimitKey, grantYear: number): number;
}

/** Bits by which outcomes and traces say which assumptions decided something: `A<n>` is bit n (rules/data/assumptions.csv). */
export const ASSUMPTION = {
  A1: 1 << 1,
  A2: 1 << 2,
  A3: 1 << 3,
  A4: 1 << 4,
  A5: 1 << 5,
  A6: 1 << 6,
  A7: 1 << 7,
  A8: 1 << 8,
  A9: 1 << 9,
  A10: 1 << 10,
  A11: 1 << 11,
  A12: 1 << 12,
  A13: 1 << 13,
  A14: 1 << 14,
  A15: 1 << 15,
  A16: 1 << 16,
  A17: 1 << 17,
  A18: 1 << 18,
  A19: 1 << 19,
} as const;

/** Bit of the assumption with that id; later ones than those above have theirs the same way, up to A30. */
export function assumptionBit(id: string): number {
  return 1 << Number(id.slice(1));
}

/** Names of the assumptions in a set of bits, in the order of their numbers. */
export function assumptionsIn(bits: number): string[] {
  const ids = Array.from({ length: 30 }, (_, index) => `A${index + 1}`);
  return ids.filter((id) => (bits & assumptionBit(id)) !== 0);
}
