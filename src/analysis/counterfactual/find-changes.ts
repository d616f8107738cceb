import type { PersonFacts } from '../../domain';
import { applyChanges, type Change, sizeOfChanges } from './change';
import { closestChanges } from './closest-changes';
import { findPairs } from './find-pairs';
import { findSingles } from './find-singles';
import { findTriples } from './find-triples';
import type { Trial, TrialResult } from './trial';

/** A set of changes, found by running the engine: all of them together give, and none can be left out. */
export interface ChangeSet {
  readonly changes: readonly Change[];
  readonly result: TrialResult;
}

/**
 * The smallest sets of registered values that would have had to be otherwise for the person to give something: sets of
 * one where one is enough, else of two, else of three; smallest first (see sizeOfChanges). Empty where the person gives
 * already or no three were found.
 *
 * That one is not enough, or two are not, is certain: every single change and every pair of the break points is tried
 * (see break-points). Three are sought only by way of changes after which fewer conditions fail than before.
 */
export function findChanges(trial: Trial, facts: PersonFacts): readonly ChangeSet[] {
  if (trial.gives(facts)) return [];
  for (const find of [findSingles, findPairs, findTriples]) {
    const found = find(trial, facts);
    if (found.length > 0) return inOrder(found.map((changes) => closestChanges(trial, facts, changes)).map(withResult));
  }
  return [];

  function withResult(changes: readonly Change[]): ChangeSet {
    return { changes, result: trial.run(applyChanges(facts, changes)) };
  }
}

/** Smallest first; the same set found on several ways stands once. */
function inOrder(sets: readonly ChangeSet[]): readonly ChangeSet[] {
  const unique = new Map(
    sets.map((set) => [
      set.changes
        .map((change) => JSON.stringify(change))
        .sort()
        .join(),
      set,
    ]),
  );
  return [...unique.values()]
    .map((set, place) => ({ set, place, size: sizeOfChanges(set.changes) }))
    .sort((a, b) => a.size - b.size || a.place - b.place)
    .map(({ set }) => set);
}
