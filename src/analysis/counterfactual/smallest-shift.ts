import type { PersonFacts } from '../../domain';
import { applyChange, type Change, type ValueChange } from './change';
import { isDateColumn, isGiven } from './date-columns';

/**
 * The smallest shift of a date in the direction of a change with which something still holds, between a day with which
 * it does not (the value itself or a probe nearer to it) and the day of the change, by halving: with a day less it does
 * not hold.
 *
 * @param nearer a day between the registered one and that of the change, with which it does not hold
 */
export function smallestShift(
  facts: PersonFacts,
  change: ValueChange,
  nearer: number,
  holds: (changed: PersonFacts) => boolean,
): ValueChange {
  if (!isDateColumn(change.column) || !isGiven(change.from)) return change;
  let without = nearer;
  let withIt = change.to;
  while (Math.abs(withIt - without) > 1) {
    const middle = Math.trunc((without + withIt) / 2);
    if (holds(applyChange(facts, moved(change, middle)))) withIt = middle;
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
