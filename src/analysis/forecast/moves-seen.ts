import { f64, hasParticipants, i32, u8, u32 } from '../../domain';
import { componentOfCell } from '../facts/cell-key';
import type { FactTable } from '../facts/fact-table';

/** Days that stand behind every recipient before anything was seen, so that a few moves do not decide: ten years. */
export const STEADY_DAYS = 3650;

/** Days of persontilskudd that were foreseen at a recipient a year ago, and those seen now. */
export interface MovesSeen {
  readonly foreseen: number;
  readonly seen: number;
}

/** Where the same persons turned out to live, against where they were foreseen to a year ago. */
export function movesSeen(now: FactTable, nowThen: FactTable): Map<number, MovesSeen> {
  const moves = new Map<number, { foreseen: number; seen: number }>();
  const places = new Map(personPlaces(now));
  for (const [personId, place] of personPlaces(nowThen)) {
    const later = places.get(personId);
    if (later === undefined) continue;
    addDays(nowThen, place, moves, 'foreseen');
    addDays(now, later, moves, 'seen');
  }
  return moves;
}

/** A weight changed as moves were seen: times (seen + ten years) / (foreseen + ten years), whole. */
export function movedWeight(weight: number, moves: MovesSeen | undefined): number {
  const { seen, foreseen } = moves ?? { seen: 0, foreseen: 0 };
  return Number((BigInt(weight) * BigInt(seen + STEADY_DAYS)) / BigInt(foreseen + STEADY_DAYS));
}

/** Entry of persontilskudd of each person who has one. */
function* personPlaces(facts: FactTable): Generator<[number, number]> {
  for (let person = 0; person < facts.personIds.length; person += 1) {
    for (let entry = u32(facts.entryStart, person); entry < u32(facts.entryStart, person + 1); entry += 1) {
      if (hasParticipants(componentOfCell(u8(facts.cell, entry)))) yield [f64(facts.personIds, person), entry];
    }
  }
}

function addDays(
  facts: FactTable,
  entry: number,
  moves: Map<number, { foreseen: number; seen: number }>,
  side: 'foreseen' | 'seen',
): void {
  for (let share = u32(facts.shareStart, entry); share < u32(facts.shareStart, entry + 1); share += 1) {
    const recipient = i32(facts.recipient, share);
    const sums = moves.get(recipient) ?? { foreseen: 0, seen: 0 };
    sums[side] += i32(facts.days, share);
    moves.set(recipient, sums);
  }
}
