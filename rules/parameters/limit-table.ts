import { assert, type Limit, type LimitKey, type LimitTable, NorsktilskuddError } from '../../src/domain';

/**
 * Limits by key and grant year. A row without an end holds until the year before the next row of its key begins; two
 * values of a key for one grant year are a fault of the table.
 */
export function buildLimitTable(rows: readonly Limit[]): LimitTable {
  const limits = [...rows].sort(byKeyAndYear).map((limit, index, sorted) => {
    const next = sorted[index + 1];
    const ends = limit.lastGrantYear === null && next?.key === limit.key && firstOf(limit) < firstOf(next);
    return ends ? { ...limit, lastGrantYear: firstOf(next) - 1 } : limit;
  });
  for (const [index, limit] of limits.entries()) {
    const next = limits[index + 1];
    const overlaps = next?.key === limit.key && lastOf(limit) >= firstOf(next);
    assert(!overlaps, `two values of ${limit.key} hold for one grant year`);
  }
  return {
    limits,
    find: (key, grantYear) =>
      limits.findIndex((limit) => limit.key === key && firstOf(limit) <= grantYear && grantYear <= lastOf(limit)),
  };
}

/**
 * The limit that holds in a grant year.
 *
 * @throws NorsktilskuddError rule LIMIT_MISSING
 */
export function limitOf(table: LimitTable, key: LimitKey, grantYear: number): Limit {
  const limit = table.limits[table.find(key, grantYear)];
  if (limit === undefined) throw new NorsktilskuddError('rule', 'LIMIT_MISSING', { key, year: grantYear });
  return limit;
}

/** Value of an assumption that stands in the limits: each value that its rows have, in the order of the table. */
export function valueOfAssumption(table: LimitTable, assumption: string): string {
  const values = table.limits.filter((limit) => limit.assumption === assumption).map(({ value }) => value);
  return [...new Set(values)].join(', ');
}

function firstOf({ firstGrantYear }: Limit): number {
  return firstGrantYear ?? Number.NEGATIVE_INFINITY;
}

function lastOf({ lastGrantYear }: Limit): number {
  return lastGrantYear ?? Number.POSITIVE_INFINITY;
}

function byKeyAndYear(a: Limit, b: Limit): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return firstOf(a) < firstOf(b) ? -1 : firstOf(a) > firstOf(b) ? 1 : 0;
}
