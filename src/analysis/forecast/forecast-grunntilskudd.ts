import { apportion, hasParticipants, i32, isCounted, NO_RECIPIENT, RATE_CLASS, u8, u32 } from '../../domain';
import { componentOfCell, yearNumberOfCell } from '../facts/cell-key';
import type { FactTable } from '../facts/fact-table';

/** Counts of a year's persons by kommune. */
export type KommuneCounts = ReadonlyMap<number, number>;

/**
 * Expected count of grunntilskudd next year: who is known to count then, and newcomers where this year's first-year
 * persons live; under the codes of next year, those without one apart.
 */
export function expectedCounts(
  next: FactTable,
  now: FactTable,
  newcomers: number,
  codeIn: (recipient: number) => number,
): KommuneCounts {
  const counts = new Map(sharesOf(next, (cell) => isCounted(componentOfCell(cell)), 'persons', codeIn));
  const homes = sharesOf(now, isFirstYear, 'days', codeIn);
  const parts: number[] = [];
  const days = [...homes.values()];
  if (days.some((one) => one > 0)) apportion(newcomers, days, parts);
  for (const [index, kommune] of [...homes.keys()].entries()) {
    const more = parts[index] ?? 0;
    if (more > 0) counts.set(kommune, (counts.get(kommune) ?? 0) + more);
  }
  return counts;
}

/** Kroner of a step (RATE_CLASS); rates by class. */
export function countNok(step: number, lowNok: number, highNok: number): number {
  return step === RATE_CLASS.low ? lowNok : step === RATE_CLASS.high ? highNok : 0;
}

function isFirstYear(cell: number): boolean {
  return hasParticipants(componentOfCell(cell)) && yearNumberOfCell(cell) === 1;
}

/** Persons or days by recipient in the cells chosen, in the order of the codes. */
function sharesOf(
  facts: FactTable,
  chosen: (cell: number) => boolean,
  measure: 'persons' | 'days',
  codeIn: (recipient: number) => number,
): Map<number, number> {
  const sums = new Map<number, number>();
  for (let entry = 0; entry < facts.cell.length; entry += 1) {
    if (!chosen(u8(facts.cell, entry))) continue;
    for (let share = u32(facts.shareStart, entry); share < u32(facts.shareStart, entry + 1); share += 1) {
      if (u8(facts.stopped, share) === 1) continue;
      const recipient = codeIn(i32(facts.recipient, share));
      if (recipient === NO_RECIPIENT) continue;
      sums.set(recipient, (sums.get(recipient) ?? 0) + (measure === 'persons' ? 1 : i32(facts.days, share)));
    }
  }
  return new Map([...sums].sort(([a], [b]) => a - b));
}
