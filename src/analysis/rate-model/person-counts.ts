import { hasParticipants, RATE_CLASS, STATUS, u8 } from '../../domain';
import { componentOfCell, rateClassOfCell, yearNumberOfCell } from '../facts/cell-key';
import type { FactTable } from '../facts/fact-table';
import type { PersonCount } from './sensitivity';

/** Persons who trigger persontilskudd by k and class, those without a recipient included: who the rates are paid for. */
export function personCounts(facts: FactTable): PersonCount[] {
  const counts = new Map<number, number>();
  for (let entry = 0; entry < facts.cell.length; entry += 1) {
    const cell = u8(facts.cell, entry);
    if (!hasParticipants(componentOfCell(cell)) || u8(facts.status, entry) === STATUS.unknownCountry) continue;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([cell, persons]) => ({
      yearNumber: yearNumberOfCell(cell),
      rateClass: rateClassOfCell(cell) === RATE_CLASS.low ? ('low' as const) : ('high' as const),
      persons,
    }));
}
