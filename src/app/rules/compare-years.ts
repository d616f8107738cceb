import type { RuleSet } from '../../../rules';
import { formatKroner } from '../../domain';
import { type GrantYearView, grantYearView } from './grant-year-view';

/** Something that is not the same in two grant years. */
export interface YearDifference {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

/**
 * What differs between two grant years: calendar, limits, rule modules, rates and their status.
 *
 * @param toRules the law of the other year, where it is not the same
 */
export function compareYears(
  rules: RuleSet,
  fromYear: number,
  toYear: number,
  toRules: RuleSet = rules,
): YearDifference[] {
  const before = facts(grantYearView(rules, fromYear));
  const after = facts(grantYearView(toRules, toYear));
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names
    .map((what) => ({ what, from: before.get(what) ?? '-', to: after.get(what) ?? '-' }))
    .filter((difference) => difference.from !== difference.to);
}

/** Everything about a grant year by a name that is the same in every year. */
function facts(view: GrantYearView): Map<string, string> {
  const all = new Map([['calendar', view.calendar ?? '-']]);
  for (const { key, value } of view.limits) all.set(key, value);
  for (const { component, module, cells } of view.components) {
    all.set(component, module);
    for (const { key, rateClass, rate } of cells) {
      all.set(`${key}/${rateClass}`, rate ? `${formatKroner(rate.valueNok)} (${rate.status})` : 'missing');
    }
  }
  return all;
}
