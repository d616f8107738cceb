import type { Cell, DayTurn } from '../../src/domain';

const turn =
  (is: DayTurn['is']) =>
  (cell: Cell, than: number | Cell, plusDays = 0): DayTurn => ({ cell, is, than, plusDays, ifSplit: false });

/** The date must lie on a day, or another date of the person, or after it. */
export const notBefore = turn('from');
/** The date must lie on a day, or another date of the person, or before it. */
export const notAfter = turn('until');
/** Before a day or after it: either may be better. */
export const eitherSide = turn('either');

/** A comparison that matters only beside a code that cannot be paid. */
export function ifSplit(made: DayTurn): DayTurn {
  return { ...made, ifSplit: true };
}
