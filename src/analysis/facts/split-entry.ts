import { prorated, shareMove } from '../../../rules';
import { apportion, emptyList, multiplyDivide, SHARING, u8, u16, u32 } from '../../domain';
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

/** All of an amount, in the parts that FactTable.dueTwelfths counts: halves, thirds and quarters are whole numbers of them. */
export const WHOLE_TWELFTHS = 12;

/**
 * The amount of an entry at a price: all of it, or its part (A8); of a table at a term what is due then, rounded down to whole
 * kroner (A16).
 */
export function entryAmount(facts: FactTable, entry: number, priceNok: number): number {
  const annualNok = prorated(priceNok, [u16(facts.partAbove, entry), u16(facts.partBelow, entry)]);
  const twelfths = u8(facts.dueTwelfths, entry);
  return twelfths === WHOLE_TWELFTHS ? annualNok : multiplyDivide(annualNok, twelfths, WHOLE_TWELFTHS).quotient;
}

/** Whether the amount of an entry is not the whole price: then it is worked out anew for every rate. */
export function isPartOfPrice(facts: FactTable, entry: number): boolean {
  if (u8(facts.dueTwelfths, entry) !== WHOLE_TWELFTHS) return true;
  return u16(facts.partAbove, entry) !== u16(facts.partBelow, entry);
}
