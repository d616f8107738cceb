import { apportion, i32, SHARING, u8, u32 } from '../../domain';
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
  parts.length = 0;
  if (sharing === SHARING.separate) {
    for (let share = start; share < end; share += 1) parts.push(amountNok);
  } else if (end - start === 1) {
    parts.push(amountNok);
  } else if (sharing === SHARING.halves) {
    const second = Math.floor(amountNok / 2);
    parts.push(amountNok - second, second);
  } else {
    weights.length = 0;
    for (let share = start; share < end; share += 1) {
      weights.push(basis === 'by_months' ? u8(facts.months, share) : i32(facts.days, share));
    }
    apportion(amountNok, weights, parts);
  }
}
