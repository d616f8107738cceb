import type { ParameterStatus } from './parameter';

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
