import type { ParameterStatus } from './parameter';

/** Limits of the law (rulebook 1.2): every age, date, step and choice that a rule reads. */
export const LIMIT_KEYS = [
  'asylum.age_on_entry',
  'asylum.move_share',
  'grunntilskudd.count_day',
  'grunntilskudd.counts_6a',
  'grunntilskudd.due_term',
  'grunntilskudd.steps',
  'hours.on_time_months',
  'persontilskudd.age_at_year_start',
  'persontilskudd.age_on_entry',
  'persontilskudd.age_on_permit',
  'persontilskudd.categories',
  'persontilskudd.decision_needed_from',
  'persontilskudd.decision_within_days',
  'persontilskudd.proration',
  'persontilskudd.years_paid',
  'persontilskudd37d.age_at_year_start',
  'persontilskudd37d.age_on_permit',
  'persontilskudd37d.decision_within_days',
  'persontilskudd37d.last_entry',
  'persontilskudd37d.proration',
  'split.unit',
  'starters.months',
  'terms.shares',
  'utvidet43g.decided_from',
] as const;
export type LimitKey = (typeof LIMIT_KEYS)[number];

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
