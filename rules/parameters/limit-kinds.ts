import { dayOf, formatDay, type LimitKey } from '../../src/domain';
import type { YearLimits } from './limit-values';

/** What values a limit can have, and which of them the question «what would another value do» tries. */
interface LimitKind {
  readonly keys: RegExp;
  /** Throws LIMIT_VALUE_UNKNOWN where it cannot be read. */
  read(limits: YearLimits, key: LimitKey): unknown;
  /** Values to try in a grant year; none where the size of a whole year cannot move. */
  tries(grantYear: number): readonly string[];
  /** What the values are, in a word or two of the table itself. */
  readonly form: string;
}

const NONE = (): readonly string[] => [];

const KINDS: readonly LimitKind[] = [
  {
    keys: /\.categories$/,
    form: 'right_and_duty right duty right_norwegian_6a asylum_seeker',
    read: (limits, key) => limits.categories(key),
    tries: () => ['right_and_duty', 'right_and_duty right'],
  },
  { keys: /\.years_paid$/, form: '1-5', read: (limits, key) => limits.whole(key, 1, 5), tries: () => ['2', '4'] },
  { keys: /^asylum\.age_/, form: '18-', read: (limits, key) => limits.ages(key), tries: () => ['16-', '18-', '30-'] },
  {
    keys: /\.age_at_year_start$/,
    form: '0-66',
    read: (limits, key) => limits.ages(key),
    tries: () => ['0-54'],
  },
  { keys: /\.age_on_/, form: '16-66', read: (limits, key) => limits.ages(key), tries: () => ['16-66', '18-54'] },
  {
    keys: /\.decision_needed_from$/,
    form: 'YYYY-MM-DD, never',
    read: (limits, key) => limits.day(key),
    tries: () => ['never'],
  },
  {
    keys: /\.decision_within_days$/,
    form: 'none, 0-',
    read: (limits, key) => limits.days(key),
    tries: () => ['90'],
  },
  {
    keys: /\.proration$/,
    form: 'full, days, months, half_year',
    read: (limits, key) => limits.proration(key),
    tries: () => ['days', 'months', 'half_year'],
  },
  {
    keys: /^split\.unit$/,
    form: 'by_days, by_months',
    read: (limits, key) => limits.oneOf(key, ['by_days', 'by_months']),
    tries: () => ['by_months'],
  },
  {
    keys: /\.(last_entry|permit_from)$/,
    form: 'YYYY-MM-DD, never',
    read: (limits, key) => limits.day(key),
    tries: (year) => [formatDay(dayOf(year, 6, 30))],
  },
  {
    // Later than the law's own day in each year: no decision was possible before it.
    keys: /\.decided_from$/,
    form: 'YYYY-MM-DD, never',
    read: (limits, key) => limits.day(key),
    tries: (year) => [formatDay(dayOf(year, 10, 1)), 'never'],
  },
  {
    keys: /\.count_day$/,
    form: 'MM-DD',
    read: (limits, key) => limits.dayOfYear(key),
    tries: () => ['07-01'],
  },
  {
    keys: /\.steps$/,
    form: '1-3:low 4-150:high',
    read: (limits, key) => limits.steps(key),
    tries: () => ['1-5:low 6-200:high'],
  },
  {
    keys: /\.counts_6a$/,
    form: 'yes, no',
    read: (limits, key) => limits.isYes(key),
    tries: () => ['yes', 'no'],
  },
  { keys: /\.due_term$/, form: '1-4', read: (limits, key) => limits.whole(key, 1, 4), tries: NONE },
  {
    keys: /\.move_share$/,
    form: '1/2',
    read: (limits, key) => limits.fraction(key),
    tries: () => ['1/1'],
  },
  {
    keys: /^terms\.shares$/,
    form: 'legacy, four_terms',
    read: (limits, key) => limits.oneOf(key, ['legacy', 'four_terms']),
    tries: NONE,
  },
  { keys: /_months$|\.months$/, form: '0-', read: (limits, key) => limits.whole(key), tries: NONE },
];

function kindOf(key: LimitKey): LimitKind | undefined {
  return KINDS.find(({ keys }) => keys.test(key));
}

/** What the values of a limit look like; undefined for a key that rules made elsewhere read. */
export function formOfLimit(key: LimitKey): string | undefined {
  return kindOf(key)?.form;
}

/**
 * Stops where no rule can read the value that a limit has in a grant year.
 *
 * @throws NorsktilskuddError rule LIMIT_VALUE_UNKNOWN
 */
export function expectReadable(limits: YearLimits, key: LimitKey): void {
  kindOf(key)?.read(limits, key);
}

/** Other values of a limit that could move the size of a grant year. */
export function otherValues(key: LimitKey, grantYear: number): readonly string[] {
  return kindOf(key)?.tries(grantYear) ?? [];
}
