import { prorated, shareMove } from '../../../rules';
import { apportion, emptyList, SHARING, u8, u16, u32 } from '../../domain';
import type { FactTable, SplitBasis } from './fact-table';

const weights: number[] = [];

/**
 * Parts of an entry's amount, one a share, by the rules of the engine: over days or months, half and half with the odd
 * krone to the first, or each share its own price (rulebook 4, 5, 5.2). Writes into `parts`.
 *
 * @param amountNok of the whole entry; of separate shares the price of one
 */
export function splitEntry(
  facts: FactTable,
  entry: number,
  amountNok: number,
  basis: SplitBasis,
  parts: number[],
): void {
  const start = u32(facts.shareStart, entry);
  const end = u32(facts.shareStart, entry + 1);
  const sharing = u8(facts.sharing, entry);
  emptyList(parts);
  if (sharing === SHARING.separate) {
    for (let share = start; share < end; share += 1) parts.push(amountNok);
  } else if (end - start <= 1) {
    parts.push(amountNok);
  } else if (sharing === SHARING.halves) {
    shareMove(amountNok, facts.moveWeights, parts);
  } else {
    weigh(basis === 'by_months' ? facts.months : facts.days, start, end);
    // What goes by neither days nor months has weights of its own in their place.
    if (weights.every((weight) => weight === 0)) weigh(facts.months, start, end);
    apportion(amountNok, weights, parts);
  }
}

function weigh(column: ArrayLike<number>, start: number, end: number): void {
  emptyList(weights);
  for (let share = start; share < end; share += 1) weights.push(column[share] ?? 0);
}

/** The annual amount of an entry at a price: all of it, or its part (A8). */
export function entryAmount({ partAbove, partBelow }: FactTable, entry: number, priceNok: number): number {
  return prorated(priceNok, [u16(partAbove, entry), u16(partBelow, entry)]);
}
