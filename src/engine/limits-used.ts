import type { LimitKey, LimitTable } from '../domain';
import type { ComponentPlan } from './plan';
import type { RunState } from './run-state';

/** Limits that the engine itself reads, beside those of the rule modules. */
const OF_EVERY_YEAR: readonly LimitKey[] = ['terms.shares'];
const OF_HOURS: readonly LimitKey[] = ['hours.on_time_months', 'starters.months'];

/** Indexes of the limits that a run read: those of the computed modules in their grant years, ascending. */
export function limitsUsed({ plan, rules }: RunState, computed: readonly ComponentPlan[]): number[] {
  const used = new Set<number>();
  const read = (table: LimitTable, keys: readonly LimitKey[], grantYear: number): void => {
    for (const key of keys) {
      const index = table.find(key, grantYear);
      if (index >= 0) used.add(index);
    }
  };
  for (const { module, grantYear } of computed) read(rules.limits, [...OF_EVERY_YEAR, ...module.limits], grantYear);
  read(rules.limits, OF_HOURS, plan.context.grantYear);
  return [...used].sort((a, b) => a - b);
}
