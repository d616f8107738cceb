import { moduleFor, type RuleSet, YearLimits } from '../../../rules';
import { asDay, type Component, type Day } from '../../domain';

/** Last day on which people enter a component by the law of a year, where it has one. */
export function lastEntryOf(component: Component, rules: RuleSet, year: number): Day | undefined {
  const key = moduleFor(component, year)?.limits.find((one) => one.endsWith('.last_entry'));
  return key === undefined ? undefined : asDay(new YearLimits(rules.limits, year).day(key));
}
