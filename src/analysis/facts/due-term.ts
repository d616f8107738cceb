import type { Calendar } from '../../../rules';
import { at, COMPONENTS, SHARING, u8, u16, u32 } from '../../domain';
import { isCountedCell, ordinalOfCell } from './cell-key';
import type { FactTable } from './fact-table';
import { WHOLE_TWELFTHS } from './split-entry';

/** A term and the calendar by which amounts fall due. */
export interface DueTerm {
  readonly calendar: Calendar;
  /** Term from which grunntilskudd is due. */
  readonly grunntilskuddTerm: number;
  /** 1-4 */
  readonly term: number;
}

/** Twelfths of an entry's amount that are due at a term (rulebook 6); of decisions all where any is due. */
export function twelfthsDue(facts: FactTable, entry: number, { calendar, grunntilskuddTerm, term }: DueTerm): number {
  const cell = u16(facts.cell, entry);
  if (isCountedCell(cell)) return term >= grunntilskuddTerm ? WHOLE_TWELFTHS : 0;
  if (u8(facts.sharing, entry) === SHARING.separate) {
    const terms = facts.shareTerm.subarray(u32(facts.shareStart, entry), u32(facts.shareStart, entry + 1));
    return terms.some((first) => first <= term) ? WHOLE_TWELFTHS : 0;
  }
  const component = at(COMPONENTS, ordinalOfCell(cell));
  return calendar.cumulativeDue(component, WHOLE_TWELFTHS, u8(facts.firstTerm, entry), term);
}
