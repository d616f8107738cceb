import { componentOrdinal } from '../../../domain';
import type { Comparison } from '../../compare/execute-compare';
import { isFew } from '../held-persons';
import { hideTogether, withOneHidden } from '../hide-together';
import { type Crowds, placeKey, type SideCounts } from './case-counts';
import type { CaseRates } from './case-rates';
import { pairCrowds } from './shared-pairs';

/** Who stands behind the figures of recipients, as CaseCounts has it. */
export interface PlaceCounts {
  readonly a: Pick<SideCounts, 'personsAt'>;
  readonly b: Pick<SideCounts, 'personsAt'>;
  readonly besides: readonly { readonly side: Pick<SideCounts, 'personsAt'>; readonly changedAt: Crowds }[];
}

/**
 * Recipients and components (placeKey()) of which a report to share says nothing: one to four persons stand behind a side,
 * behind what changes beside another side or behind how many more they are, or public rates tell of them; and so many others
 * of the component that none of them can be worked out.
 *
 * @param apart components whose sum of the country is told; of others so many are left out that they do not add up to it
 */
export function hiddenPlaces(
  { rows }: Pick<Comparison, 'rows'>,
  { a, b, besides }: PlaceCounts,
  rates: Pick<CaseRates, 'tellsAt'>,
  apart: ReadonlySet<string>,
): ReadonlySet<number> {
  const hidden = new Set<number>();
  const places = rows
    .filter(({ aNok, bNok }) => aNok !== 0 || bNok !== 0)
    .map(({ recipient, component }) => {
      const key = placeKey(recipient, componentOrdinal(component));
      const now = b.personsAt.get(key) ?? 0;
      const crowds = besides.flatMap(({ side, changedAt }) => [
        ...pairCrowds(side.personsAt.get(key), now),
        changedAt.get(key)?.size ?? 0,
      ]);
      const isHidden = crowds.some(isFew) || rates.tellsAt(component, [recipient]);
      return { key, recipient, component, persons: Math.max(a.personsAt.get(key) ?? 0, now), isHidden };
    });
  for (const component of new Set(places.map((place) => place.component))) {
    const all = places.filter((place) => place.component === component);
    const own = apart.has(component) ? all : withOneHidden(all);
    const tells = (keys: ReadonlySet<number>): boolean => {
      const together = own.filter(({ key }) => keys.has(key));
      // What is left of the difference of the whole country may be of few as well.
      const areFew = besides.some(({ changedAt }) =>
        isFew(together.reduce((sum, { key }) => sum + (changedAt.get(key)?.size ?? 0), 0)),
      );
      return (
        areFew ||
        rates.tellsAt(
          component,
          together.map(({ recipient }) => recipient),
        )
      );
    };
    for (const key of hideTogether(own, tells)) hidden.add(key);
  }
  return hidden;
}
