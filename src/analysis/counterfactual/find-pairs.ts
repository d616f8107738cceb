import type { PersonFacts } from '../../domain';
import { areReadable } from './candidate-values';
import { applyChange, type Change, sizeOfChanges } from './change';
import { singleChanges, spotKey, spotName, spotsOf } from './single-changes';
import type { Trial } from './trial';

/**
 * Pairs of changes that give, where no single one does: of each two values and directions the smallest found. Every
 * change is tried together with every change of every value behind it, at the break points that it makes; the first of
 * the two may for itself be unreadable (an entry after the end of the membership).
 */
export function findPairs(trial: Trial, facts: PersonFacts): readonly (readonly Change[])[] {
  const found = new Map<string, { readonly pair: readonly Change[]; readonly size: number }>();
  const rank = ranks(trial, facts);
  for (const first of singleChanges(trial, facts)) {
    const changed = applyChange(facts, first);
    const place = rank(spotName(first));
    for (const second of singleChanges(trial, changed, (spot) => rank(spot) > place)) {
      const both = applyChange(changed, second);
      const key = `${spotKey(first)} ${spotKey(second)}`;
      const size = sizeOfChanges([first, second]);
      if ((found.get(key)?.size ?? Number.POSITIVE_INFINITY) <= size) continue;
      if (areReadable(both) && trial.gives(both)) found.set(key, { pair: [first, second], size });
    }
  }
  return [...found.values()].map(({ pair }) => pair);
}

/** Place of a value in the order in which they are tried; rows that are added stand last. */
function ranks(trial: Trial, facts: PersonFacts): (spot: string) => number {
  const places = new Map(spotsOf(trial, facts).map((spot, place) => [spotName({ kind: 'value', ...spot }), place]));
  const added = new Map<string, number>();
  return (spot) => {
    const known = places.get(spot) ?? added.get(spot);
    if (known !== undefined) return known;
    added.set(spot, places.size + added.size);
    return places.size + added.size - 1;
  };
}
