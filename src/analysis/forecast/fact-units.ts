import { dayOf, f64, hasParticipants, i32, isCounted, SHARING, STATUS, u8, u16, u32 } from '../../domain';
import { componentOfCell, yearNumberOfCell } from '../facts/cell-key';
import type { FactTable } from '../facts/fact-table';

/** Persons (of 43g decisions) of each cell, with the day on which they entered: id to Day. */
export type FactUnits = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** Decisions of one person that are kept apart. */
export const SHARES_MAX = 64;

/** Day of a decision of a fact table by its share: only its quarter is known, so the middle of that. */
export function dayOfDecision(facts: FactTable, share: number): number {
  return dayOf(facts.grantYear, u8(facts.shareTerm, share) * 3 - 1, 15);
}

/** Who triggers what in a fact table, grunntilskudd and hours apart. */
export function factUnits(facts: FactTable): FactUnits {
  const units = new Map<number, Map<number, number>>();
  for (let person = 0; person < facts.personIds.length; person += 1) {
    const id = f64(facts.personIds, person) * SHARES_MAX;
    for (let entry = u32(facts.entryStart, person); entry < u32(facts.entryStart, person + 1); entry += 1) {
      const cell = u16(facts.cell, entry);
      if (u8(facts.status, entry) === STATUS.unknownCountry || isCounted(componentOfCell(cell))) continue;
      const known = units.get(cell) ?? new Map<number, number>();
      units.set(cell, known);
      addEntry(facts, entry, id, known);
    }
  }
  return units;
}

function addEntry(facts: FactTable, entry: number, id: number, known: Map<number, number>): void {
  if (u8(facts.sharing, entry) !== SHARING.separate) {
    known.set(id, i32(facts.dueDay, entry));
    return;
  }
  const start = u32(facts.shareStart, entry);
  for (let share = start; share < u32(facts.shareStart, entry + 1); share += 1) {
    known.set(id + ((share - start) % SHARES_MAX), dayOfDecision(facts, share));
  }
}

/** True for cells that people enter in the grant year itself; the others are cohorts that move on. */
export function isEntryCell(cell: number): boolean {
  return !hasParticipants(componentOfCell(cell)) || yearNumberOfCell(cell) === 1;
}

/** True for the first year number of a component that has several. */
export function isFirstYear(cell: number): boolean {
  return hasParticipants(componentOfCell(cell)) && yearNumberOfCell(cell) === 1;
}

/** Component and year number of a cell, all classes alike. */
export function courseKey(cell: number): number {
  return cell >> 2;
}
