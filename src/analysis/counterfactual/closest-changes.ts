import { areReadable } from './candidate-values';
import { applyChange, applyChanges, type Change, type ValueChange } from './change';
import type { PersonFacts } from './person-facts';
import { changesAt, spotKey } from './single-changes';
import type { Trial } from './trial';

/**
 * A set of changes that gives, with each date as near to the registered one as the others allow, without those that
 * turn out needless, and a date that was taken away given back where a later one is enough.
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

/** The smallest change of the same value in the same direction that gives beside the others. */
function nearestAt(trial: Trial, others: PersonFacts, change: ValueChange): ValueChange | undefined {
  const same = (each: ValueChange): boolean =>
    spotKey(each) === spotKey(change) || (change.daysMoved === null && each.daysMoved !== null && each.to > each.from);
  return changesAt(trial, others, change)
    .filter(same)
    .find((each) => {
      const changed = applyChange(others, each);
      return areReadable(changed) && trial.gives(changed);
    });
}

/** The set without a change that is not needed; the set itself where it is. */
function without(trial: Trial, facts: PersonFacts, set: readonly Change[], change: Change): readonly Change[] {
  const others = set.filter((other) => other !== change);
  const changed = applyChanges(facts, others);
  return areReadable(changed) && trial.gives(changed) ? others : set;
}
