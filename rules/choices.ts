import { type Limit, type LimitKey, NorsktilskuddError, parseLimitKey } from '../src/domain';
import { withAssumption } from './parameters/assumption-table';
import { expectReadable } from './parameters/limit-kinds';
import { buildLimitTable } from './parameters/limit-table';
import { YearLimits } from './parameters/limit-values';
import { buildRegionTable, type RegionRow } from './registers/region-table';
import type { RuleSet } from './rule-set';

/**
 * Rules with another value of an assumption (`A10`, `by_months`), in the limits, too, where its value stands there.
 *
 * @throws NorsktilskuddError rule ASSUMPTION_VALUE_UNKNOWN where no code can read the value
 */
export function withChoice(rules: RuleSet, assumption: string, value: string): RuleSet {
  const limits = rules.limits.limits.map((limit) =>
    limit.assumption === assumption ? { ...limit, value, status: 'scenario' as const } : limit,
  );
  return {
    ...rules,
    assumptions: withAssumption(rules.assumptions, assumption, value),
    limits: buildLimitTable(limits),
  };
}

/**
 * The law of one grant year with other limits (rulebook 1.2, 8.4); what is not named, and every other year, stays as it
 * is. Commas may stand for blanks.
 *
 * @throws NorsktilskuddError rule LIMIT_KEY_UNKNOWN, LIMIT_VALUE_UNKNOWN
 */
export function withLimits(rules: RuleSet, grantYear: number, values: Readonly<Record<string, string>>): RuleSet {
  let rows = rules.limits.limits;
  for (const [name, value] of Object.entries(values)) {
    const key = parseLimitKey(name);
    const held = key && rules.limits.limits[rules.limits.find(key, grantYear)];
    if (!held) throw new NorsktilskuddError('rule', 'LIMIT_KEY_UNKNOWN', { key: name, year: grantYear });
    rows = rows.flatMap((row) => (row === held ? [...around(row, grantYear), changed(row, grantYear, value)] : row));
  }
  const limits = buildLimitTable(rows);
  const law = new YearLimits(limits, grantYear);
  for (const { key, status } of rows) if (status === 'scenario') expectReadable(law, key);
  return { ...rules, limits };
}

function changed(limit: Limit, year: number, value: string): Limit {
  const text = value
    .trim()
    .split(/[\s,]+/)
    .join(' ');
  return { ...limit, value: text, firstGrantYear: year, lastGrantYear: year, status: 'scenario' };
}

/** A row without one of its grant years. */
function around(limit: Limit, year: number): Limit[] {
  const before = { ...limit, lastGrantYear: year - 1 };
  const after = { ...limit, firstGrantYear: year + 1 };
  return [
    ...(limit.firstGrantYear !== null && limit.firstGrantYear >= year ? [] : [before]),
    ...(limit.lastGrantYear !== null && limit.lastGrantYear <= year ? [] : [after]),
  ];
}

/** Rules with another table of regions. */
export function withRegions(rules: RuleSet, regions: readonly RegionRow[]): RuleSet {
  return { ...rules, regions: buildRegionTable(regions) };
}

/** Limits of a grant year that a scenario changed. */
export function changedLimits(rules: RuleSet, grantYear: number): readonly { key: LimitKey; value: string }[] {
  return rules.limits.limits.filter(
    ({ key, status }, place) => status === 'scenario' && rules.limits.find(key, grantYear) === place,
  );
}
