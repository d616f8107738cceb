import { applyChange, type Change, type ValueChange } from './change';
import type { PersonFacts } from './person-facts';
import { isDateColumn, isGiven } from './probe-dates';
import type { Trial } from './trial';

/**
 * The smallest shift of a date in the direction of a change that still gives, between a day that does not (the value
 * itself or a probe nearer to it) and the day of the change, by halving: a day less does not give.
 *
 * @param nearer a day between the registered one and that of the change, with which nothing is given
 */
export function smallestShift(trial: Trial, facts: PersonFacts, change: ValueChange, nearer: number): ValueChange {
  if (!isDateColumn(change.column) || !isGiven(change.from)) return change;
  let without = nearer;
  let withIt = change.to;
  while (Math.abs(withIt - without) > 1) {
    const middle = Math.trunc((without + withIt) / 2);
    if (trial.run(applyChange(facts, moved(change, middle))).gives) withIt = middle;
    else without = middle;
  }
  return moved(change, withIt);
}

function moved(change: ValueChange, to: number): ValueChange {
  return { ...change, to, daysMoved: Math.abs(to - change.from) };
}

/** True for a change of a date that is moved by a number of days. */
export function isShift(change: Change): change is ValueChange & { daysMoved: number } {
  return change.kind === 'value' && change.daysMoved !== null;
}
