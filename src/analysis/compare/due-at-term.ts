import { at, COMPONENTS, emptyList, SHARING, u8, u16, u32 } from '../../domain';
import { ordinalOfCell } from '../facts/cell-key';
import type { DueTerm } from '../facts/due-term';
import type { FactTable, SplitBasis } from '../facts/fact-table';
import { splitEntry } from '../facts/split-entry';

/** Parts of an entry that are due at a term (rulebook 6), one a share; all of an amount where no term is given. */
export function entryParts(
  facts: FactTable,
  entry: number,
  amountNok: number,
  basis: SplitBasis,
  due: DueTerm | undefined,
  parts: number[],
): void {
  if (due === undefined) {
    splitEntry(facts, entry, amountNok, basis, parts);
    return;
  }
  if (u8(facts.sharing, entry) === SHARING.separate) {
    emptyList(parts);
    const end = u32(facts.shareStart, entry + 1);
    for (let share = u32(facts.shareStart, entry); share < end; share += 1) {
      parts.push(u8(facts.shareTerm, share) <= due.term ? amountNok : 0);
    }
    return;
  }
  splitEntry(facts, entry, dueOf(facts, entry, amountNok, due), basis, parts);
}

/** Whole kroner of an entry's amount that are due, before the split. */
function dueOf(facts: FactTable, entry: number, amountNok: number, { calendar, term }: DueTerm): number {
  const component = at(COMPONENTS, ordinalOfCell(u16(facts.cell, entry)));
  return calendar.cumulativeDue(component, amountNok, u8(facts.firstTerm, entry), term);
}
