import type { Component, RuleDefinition, RuleModule } from '../src/domain';
import { limitsRead, readingsOf } from './conditions/mask';
import { DEFINITIONS } from './modules';

/** Rules with the limits that they read and their ends: each holds until the year before the next version begins. */
export function withEnds(definitions: readonly RuleDefinition[]): RuleModule[] {
  return definitions.map(({ endsAfter, ...rule }) => {
    const ends = definitions
      .filter(({ component, firstGrantYear }) => component === rule.component && firstGrantYear > rule.firstGrantYear)
      .map(({ firstGrantYear }) => firstGrantYear - 1);
    if (endsAfter !== undefined) ends.push(endsAfter);
    const limits = limitsRead(readingsOf(rule));
    return { ...rule, limits, lastGrantYear: ends.length === 0 ? null : Math.min(...ends) };
  });
}

/** Every rule module, in the order of their identities. */
export const RULE_MODULES: readonly RuleModule[] = withEnds(DEFINITIONS);

/** Rules that are valid in a grant year. */
export function rulesOf(grantYear: number): readonly RuleModule[] {
  return RULE_MODULES.filter(
    ({ firstGrantYear, lastGrantYear }) => firstGrantYear <= grantYear && grantYear <= (lastGrantYear ?? grantYear),
  );
}

/** Rule of a component that is valid in a grant year, undefined where the component does not exist then. */
export function moduleFor(component: Component, grantYear: number): RuleModule | undefined {
  return rulesOf(grantYear).find((module) => module.component === component);
}
