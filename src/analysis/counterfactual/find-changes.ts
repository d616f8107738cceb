import { FAR_FUTURE } from '../../domain';
import { areReadable } from './candidate-values';
import { applyChange, applyChanges, type Change, sizeOfChanges } from './change';
import type { PersonFacts } from './person-facts';
import { spotName, triedChanges } from './single-changes';
import { isShift, smallestShift } from './smallest-shift';
import type { Trial, TrialResult } from './trial';

/** A set of changes, found by running the engine: all of them together give, and none can be left out. */
export interface ChangeSet {
  readonly changes: readonly Change[];
  readonly result: TrialResult;
}

const NONE: ReadonlySet<string> = new Set();

/** At most this many values are changed together. */
export const CHANGES_MOST = 3;

/**
 * The smallest sets of registered values that would have had to be otherwise for the person to give something: sets of
 * one where one is enough, else of two, else of three; smallest first (see sizeOfChanges). Empty where the person gives
 * already or three are not enough.
 *
 * One change is sought among all values; further ones only after changes that make the rule fail otherwise than before.
 */
export function findChanges(trial: Trial, facts: PersonFacts): readonly ChangeSet[] {
  if (trial.run(facts).gives) return [];
  for (let count = 1; count <= CHANGES_MOST; count += 1) {
    const found = setsOf(trial, facts, count);
    if (found.length > 0) return inOrder(found.map((changes) => tighten(trial, facts, changes)).map(withResult));
  }
  return [];

  function withResult(changes: readonly Change[]): ChangeSet {
    return { changes, result: trial.run(applyChanges(facts, changes)) };
  }
}

/**
 * Sets of so many changes that give; the last one of each is sought among all values. What was combined with everything
 * else already is left out further on.
 */
function setsOf(trial: Trial, facts: PersonFacts, count: number, excluded: ReadonlySet<string> = NONE): Change[][] {
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
  const gives = (changed: PersonFacts): boolean => trial.run(changed).gives;
  const giving = new Map<string, Change>();
  const steps = new Map<string, Change>();
  const nearer = new Map<string, number>();
  for (const { change, result } of triedChanges(trial, facts, excluded)) {
    const spot = spotKey(change);
    if (result.gives) {
      if (giving.has(spot) || opensMembership(change)) continue;
      const from = nearer.get(spot) ?? (isShift(change) ? change.from : 0);
      giving.set(spot, change.kind === 'value' ? smallestShift(facts, change, from, gives) : change);
      continue;
    }
    if (isShift(change)) nearer.set(spot, change.to);
    const step = `${spot}/${result.mark}`;
    if ((isStep(result, base) || prepares(change)) && !steps.has(step)) steps.set(step, change);
  }
  return { giving: [...giving.values()], steps: [...steps.values()] };
}

/** A membership without an end: what lets entered_on move past the day on which it ended. */
function opensMembership(change: Change): boolean {
  return change.kind === 'value' && change.column === 'leftOn' && change.to === FAR_FUTURE;
}

/** Changes that a second one may need though the rule fails as before: an open membership, a row that becomes known. */
function prepares(change: Change): boolean {
  return opensMembership(change) || (change.kind === 'value' && change.column === 'registeredOn');
}

/** True for a change after which some row fails in fewer ways than before, or what triggered comes out otherwise. */
function isStep(result: TrialResult, base: TrialResult): boolean {
  if (result.triggers && result.mark !== base.mark) return true;
  if (result.hindrances.size > 0 && base.hindrances.size === 0) return true;
  return [...result.hindrances].some(
    ([line, count]) => count < (base.hindrances.get(line) ?? Number.POSITIVE_INFINITY),
  );
}

/** The value that a change touches, dates apart by their direction. */
function spotKey(change: Change): string {
  if (change.kind === 'added') return spotName(change);
  const direction = change.daysMoved === null ? `=${change.to}` : change.to < change.from ? '<' : '>';
  return `${spotName(change)}${direction}`;
}

/** Each date of a set as near to the registered one as the others allow; changes that turn out needless are left out. */
function tighten(trial: Trial, facts: PersonFacts, changes: readonly Change[]): readonly Change[] {
  let set = changes.reduce((kept, change) => without(trial, facts, kept, change), changes);
  for (let place = 0; place < set.length; place += 1) {
    const change = set[place];
    if (!change || !isShift(change)) continue;
    const others = applyChanges(
      facts,
      set.filter((_, other) => other !== place),
    );
    const nearest = sortOut(trial, others, NONE).giving.find((found) => spotKey(found) === spotKey(change));
    if (nearest) set = set.map((earlier, other) => (other === place ? nearest : earlier));
  }
  return set;
}

/** The set without a change that is not needed; the set itself where it is. */
function without(trial: Trial, facts: PersonFacts, set: readonly Change[], change: Change): readonly Change[] {
  const others = set.filter((other) => other !== change);
  const changed = applyChanges(facts, others);
  return areReadable(changed) && trial.run(changed).gives ? others : set;
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
