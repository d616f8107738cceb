import { dayOf, type LimitTable } from '../../src/domain';
import { YearLimits } from './limit-values';

const AGE_KEY = /\.age_(on_entry|on_permit|at_year_start)$/;
const DAY_KEYS: readonly string[] = ['persontilskudd.decision_needed_from', 'utvidet43g.decided_from'];

/** Every age at which some rule turns: the first that counts, and the first that no longer does; ascending. */
export function turningAges({ limits }: LimitTable): number[] {
  const ages = limits
    .filter(({ key }) => AGE_KEY.test(key))
    .flatMap(({ value }) => {
      const [from = '', to = ''] = value.split('-');
      return [Number(from), ...(to === '' ? [] : [Number(to) + 1])];
    });
  return [...new Set(ages)].filter((age) => age > 0).sort((a, b) => a - b);
}

/** Ages of a permit at which E3 turns, the same way. */
export function turningPermitAges({ limits, find }: LimitTable): number[] {
  return turningAges({ limits: limits.filter(({ key }) => key.endsWith('.age_on_permit')), find });
}

/**
 * First days of stretches on which the law of entries and decisions stays the same: from when a decision is needed, the
 * day after the last entry under chapter 6A, the first decision under section 43 g, years in which an age changes.
 */
export function turningDays(table: LimitTable): number[] {
  return table.limits.flatMap(({ key, firstGrantYear, lastGrantYear }): number[] => {
    const limits = new YearLimits(table, firstGrantYear ?? lastGrantYear ?? 0);
    if (DAY_KEYS.includes(key)) return [limits.day(key)].filter(Number.isFinite);
    if (key === 'persontilskudd37d.last_entry') return [limits.day(key) + 1];
    return key === 'asylum.age_on_entry' && firstGrantYear !== null ? [dayOf(firstGrantYear, 1, 1)] : [];
  });
}
