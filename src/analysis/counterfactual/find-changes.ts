import { FAR_FUTURE, type PersonFacts } from '../../domain';
import { areReadable } from './candidate-values';
import { applyChange, applyChanges, type Change, sizeOfChanges, type ValueChange } from './change';
import { findSingles } from './find-singles';
import { changesAt, singleChanges, spotKey, spotName, spotsOf } from './single-changes';
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

/**
 * Pairs of changes that give, where no single one does: of each two values and directions the smallest found. Every
 * change is tried together with every change of every value behind it, at the break points that it makes; the first of
 * the two may for itself be unreadable (an entry after the end of the membership).
 */
function findPairs(trial: Trial, facts: PersonFacts): readonly (readonly Change[])[] {
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

const NONE: ReadonlySet<string> = new Set();

/** Sets of three changes that give, of which the first two each make the rule fail less, or come nearer to it. */
function findTriples(trial: Trial, facts: PersonFacts): readonly (readonly Change[])[] {
  return setsOf(trial, facts, 3, NONE);
}

/** Sets of so many changes; what was combined with everything else already is left out further on. */
function setsOf(trial: Trial, facts: PersonFacts, count: number, excluded: ReadonlySet<string>): Change[][] {
  const { giving, steps } = sortOut(trial, facts, excluded);
  if (count === 1) return giving.map((change) => [change]);
  const found: Change[][] = [];
  const done = new Set(excluded);
  for (const [place, step] of steps.entries()) {
    const previous = steps[place - 1];
    if (previous && spotName(previous) !== spotName(step)) done.add(spotName(previous));
    const own = new Set([...done, spotName(step)]);
    for (const rest of setsOf(trial, applyChange(facts, step), count - 1, own)) found.push([step, ...rest]);
  }
  return found;
}

/** Of each value and direction the smallest change that gives, and of each way of failing the smallest one to it. */
function sortOut(
  trial: Trial,
  facts: PersonFacts,
  excluded: ReadonlySet<string>,
): { giving: Change[]; steps: Change[] } {
  const base = trial.run(facts);
  const giving = new Map<string, Change>();
  const steps = new Map<string, Change>();
  for (const change of singleChanges(trial, facts, (spot) => !excluded.has(spot))) {
    const changed = applyChange(facts, change);
    if (!areReadable(changed)) continue;
    const spot = spotKey(change);
    const result = trial.run(changed);
    if (result.gives) {
      if (!giving.has(spot)) giving.set(spot, change);
      continue;
    }
    const step = `${spot}/${result.mark}`;
    if ((isStep(result, base) || prepares(change)) && !steps.has(step)) steps.set(step, change);
  }
  return { giving: [...giving.values()], steps: [...steps.values()] };
}

/** Changes that a second one may need though the rule fails as before: a date taken away, a row that becomes known. */
function prepares(change: Change): boolean {
  if (change.kind === 'added') return false;
  const { column, from, to } = change;
  return to === FAR_FUTURE || (column === 'registeredOn' && to < from);
}

/** True for a change after which some row fails in fewer ways than before, or what triggered comes out otherwise. */
function isStep(result: TrialResult, base: TrialResult): boolean {
  if (result.triggers && result.mark !== base.mark) return true;
  if (result.hindrances.size > 0 && base.hindrances.size === 0) return true;
  return [...result.hindrances].some(
    ([line, count]) => count < (base.hindrances.get(line) ?? Number.POSITIVE_INFINITY),
  );
}

/**
 * A set of changes that gives, with each date as near to the registered one as the others allow, without those that
 * turn out needless, and a later date instead of none where that is the smaller change.
 */
function closestChanges(trial: Trial, facts: PersonFacts, changes: readonly Change[]): readonly Change[] {
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
