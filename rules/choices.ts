import { withAssumption } from './parameters/assumption-table';
import { buildLimitTable } from './parameters/limit-table';
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
