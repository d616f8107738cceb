import { FAR_FUTURE, type PersonFacts } from '../../domain';
import { areReadable } from './candidate-values';
import { applyChange, type Change } from './change';
import { singleChanges, spotKey, spotName } from './single-changes';
import type { Trial, TrialResult } from './trial';

const NONE: ReadonlySet<string> = new Set();

/** Sets of three changes that give, of which the first two each make the rule fail less, or come nearer to it. */
export function findTriples(trial: Trial, facts: PersonFacts): readonly (readonly Change[])[] {
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
