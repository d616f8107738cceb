import { hideRows } from '../../../analysis';
import { componentOrdinal, FEWEST_PERSONS } from '../../../domain';
import type { Comparison } from '../../compare/execute-compare';
import { isFew } from '../held-persons';
import { type CaseCounts, placeKey } from './case-counts';

/**
 * Recipients and components (placeKey()) of which a report to share says nothing: one to four persons stand behind a side or
 * behind the difference; and so many others of the component that none of them can be worked out.
 */
export function hiddenPlaces({ rows }: Comparison, { a, b, changedAt }: CaseCounts): ReadonlySet<number> {
  const hidden = new Set<number>();
  const places = rows.map(({ recipient, component, aNok, bNok }) => {
    const key = placeKey(recipient, componentOrdinal(component));
    const [before, now] = [a.personsAt.get(key) ?? 0, b.personsAt.get(key) ?? 0];
    return { key, component, isNobody: aNok === 0 && bNok === 0, before, now, changed: changedAt.get(key)?.size ?? 0 };
  });
  for (const component of new Set(places.map((place) => place.component))) {
    const own = places.filter((place) => place.component === component && !place.isNobody);
    const small = own.filter(({ before, now, changed }) => [before, now, changed].some(isFew));
    const totals = new Map(own.map(({ key, before, now }) => [key, Math.max(before, now)]));
    const chosen = hideRows(totals, FEWEST_PERSONS, new Set(small.map(({ key }) => key)));
    const changedHidden = (): number => own.reduce((sum, { key, changed }) => sum + (chosen.has(key) ? changed : 0), 0);
    // What is left of the difference of the whole country is of few as well, until others stand with it.
    for (const { key } of own.filter(({ changed }) => changed > 0).toSorted((x, y) => x.changed - y.changed)) {
      if (!isFew(changedHidden())) break;
      chosen.add(key);
    }
    for (const key of chosen) hidden.add(key);
  }
  return hidden;
}
