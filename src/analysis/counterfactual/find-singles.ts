import type { PersonFacts } from '../../domain';
import { areReadable } from './candidate-values';
import { applyChange, type Change } from './change';
import { singleChanges, spotKey } from './single-changes';
import type { Trial } from './trial';

/** Of each value and direction the smallest change that gives. */
export function findSingles(trial: Trial, facts: PersonFacts): readonly (readonly Change[])[] {
  const giving = new Map<string, Change>();
  for (const change of singleChanges(trial, facts)) {
    const spot = spotKey(change);
    if (giving.has(spot)) continue;
    const changed = applyChange(facts, change);
    if (areReadable(changed) && trial.gives(changed)) giving.set(spot, change);
  }
  return [...giving.values()].map((change) => [change]);
}
