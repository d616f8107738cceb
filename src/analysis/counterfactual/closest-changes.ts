import { FAR_FUTURE, type PersonFacts } from '../../domain';
import { areReadable } from './candidate-values';
import { applyChange, applyChanges, type Change, sizeOfChanges, type ValueChange } from './change';
import { changesAt, spotKey } from './single-changes';
import type { Trial } from './trial';

/**
 * A set of changes that gives, with each date as near to the registered one as the others allow, without those that
 * turn out needless, and a later date instead of none where that is the smaller change.
 */
export function closestChanges(trial: Trial, facts: PersonFacts, changes: readonly Change[]): readonly Change[] {
  let set = changes.reduce((kept, change) => without(trial, facts, kept, change), changes);
  for (let place = 0; place < set.length; place += 1) {
    const change = set[place];
    if (!change || change.kind === 'added') continue;
    const others = applyChanges(
      facts,
      set.filter((_, other) => other !== place),
    );
    const nearest = nearestAt(trial, others, change);
    if (nearest) set = set.map((earlier, other) => (other === place ? nearest : earlier));
  }
  return set;
}

/** The smallest change of the same value in the same direction, or later instead of never, that gives beside the others. */
function nearestAt(trial: Trial, others: PersonFacts, change: ValueChange): ValueChange | undefined {
  const same = (each: ValueChange): boolean =>
    spotKey(each) === spotKey(change) || (change.to === FAR_FUTURE && each.to > each.from);
  const gives = (each: ValueChange): boolean => {
    const changed = applyChange(others, each);
    return areReadable(changed) && trial.gives(changed);
  };
  return changesAt(trial, others, change)
    .filter(same)
    .sort((a, b) => sizeOfChanges([a]) - sizeOfChanges([b]))
    .find(gives);
}

/** The set without a change that is not needed; the set itself where it is. */
function without(trial: Trial, facts: PersonFacts, set: readonly Change[], change: Change): readonly Change[] {
  const others = set.filter((other) => other !== change);
  const changed = applyChanges(facts, others);
  return areReadable(changed) && trial.gives(changed) ? others : set;
}
