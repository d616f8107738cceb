import type { RuleSet } from '../../../rules';
import { type Component, type Day, dayOf, type ErrorDetail, errorDetail, traitsOf, yearOf } from '../../domain';
import { planFacts } from '../facts/fact-plan';
import { lastEntryOf } from '../forecast/last-entry';
import { hasYears } from './courses';
import { ENTRY_GROUPS } from './entry-groups';
import type { GivenArrivals } from './given-arrivals';
import type { Pace } from './pace';

/** What a grant year is asked for that decides whether its entries can be foreseen. */
export interface UnknownEntriesRequest {
  readonly asOf: Day;
  readonly excluded: readonly Component[];
  readonly arrivals: readonly GivenArrivals[];
}

/**
 * Components of a year into which people are to enter after D and nobody has entered in the years before it: how many is asked for,
 * and of which class where the component has several.
 */
export function unknownEntries(
  paces: readonly Pace[],
  rules: RuleSet,
  year: number,
  { asOf, excluded, arrivals }: UnknownEntriesRequest,
): ErrorDetail[] {
  const plan = planFacts(rules, year, asOf).components.map(({ component }) => component);
  return ENTRY_GROUPS.flatMap(({ name, components }, group) => {
    const wanted = components.filter((component) => plan.includes(component) && !excluded.includes(component));
    const [first] = wanted;
    if (first === undefined || (paces[group]?.level ?? 0) > 0) return [];
    const given = arrivals.filter((row) => row.group === group);
    const entries = yearsOfEntry(group, year, asOf);
    const years = entries.filter((entry) => {
      const last = lastEntryOf(first, rules, year);
      const isOpen = (last ?? Number.MAX_SAFE_INTEGER) > Math.max(asOf, dayOf(entry, 1, 1) - 1);
      return isOpen && !given.some(({ grantYear }) => grantYear === entry);
    });
    const { rateClasses } = traitsOf(first);
    const classless = entries.filter((entry) =>
      given.some((row) => row.grantYear === entry && row.high > 0 && row.rateClass === undefined),
    );
    const params = { group: name, components: wanted.join(', '), year };
    return [
      ...(years.length === 0 ? [] : [errorDetail('FORECAST_GROUP_UNKNOWN', { ...params, years: years.join(', ') })]),
      ...(classless.length === 0 || rateClasses.length === 1
        ? []
        : [
            errorDetail('FORECAST_CLASS_UNKNOWN', {
              ...{ group: name, years: classless.join(', '), classes: rateClasses.join(', ') },
            }),
          ]),
    ];
  });
}

/** Years of entry after D that a grant year pays for. */
function yearsOfEntry(group: number, year: number, asOf: Day): number[] {
  const first = Math.max(yearOf(asOf), hasYears(group) ? year - 2 : year);
  const years = Array.from({ length: Math.max(0, year - first + 1) }, (_, index) => first + index);
  return years.filter((entry) => dayOf(entry, 12, 31) > asOf);
}
