import type { Component, RuleDefinition, RuleModule } from '../src/domain';
import { limitsRead } from './conditions/mask';
import { asylnorsk2017 } from './modules/asylnorsk-2017';
import { grunntilskudd2016 } from './modules/grunntilskudd-2016';
import { grunntilskudd2019 } from './modules/grunntilskudd-2019';
import { grunntilskudd2022 } from './modules/grunntilskudd-2022';
import { kulturtilskudd2017 } from './modules/kulturtilskudd-2017';
import { persontilskudd2016 } from './modules/persontilskudd-2016';
import { persontilskudd2019 } from './modules/persontilskudd-2019';
import { persontilskudd37d2022 } from './modules/persontilskudd37d-2022';
import { samfunnskunnskapMottak2022 } from './modules/samfunnskunnskap-mottak-2022';
import { timetilskudd2004 } from './modules/timetilskudd-2004';
import { utvidet43g2023 } from './modules/utvidet43g-2023';

/** Every rule, in the order of their identities. A change of rule is a new file here; old law is never edited. */
const DEFINITIONS: readonly RuleDefinition[] = [
  asylnorsk2017,
  grunntilskudd2016,
  grunntilskudd2019,
  grunntilskudd2022,
  kulturtilskudd2017,
  persontilskudd2016,
  persontilskudd2019,
  persontilskudd37d2022,
  samfunnskunnskapMottak2022,
  timetilskudd2004,
  utvidet43g2023,
];

/** Rules with the limits that they read and their ends: each holds until the year before the next version begins. */
export function withEnds(definitions: readonly RuleDefinition[]): RuleModule[] {
  return definitions.map(({ endsAfter, ...rule }) => {
    const ends = definitions
      .filter(({ component, firstGrantYear }) => component === rule.component && firstGrantYear > rule.firstGrantYear)
      .map(({ firstGrantYear }) => firstGrantYear - 1);
    if (endsAfter !== undefined) ends.push(endsAfter);
    const limits = limitsRead(...rule.conditions, ...rule.readings);
    return { ...rule, limits, lastGrantYear: ends.length === 0 ? null : Math.min(...ends) };
  });
}

/** Every rule module, in the order of their identities. */
export const RULE_MODULES: readonly RuleModule[] = withEnds(DEFINITIONS);

/** Module of a component that is valid in a grant year, undefined where the component does not exist then. */
export function moduleFor(component: Component, grantYear: number): RuleModule | undefined {
  return RULE_MODULES.find(
    (module) =>
      module.component === component &&
      module.firstGrantYear <= grantYear &&
      grantYear <= (module.lastGrantYear ?? grantYear),
  );
}
