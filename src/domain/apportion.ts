import { emptyList } from './columns';
import { assert } from './errors';
import { multiplyDivide } from './kroner';

/**
 * Parts of an amount by weights (rulebook 4, apportioning): each gets floor(amount * weight / total); the kroner left
 * over go one each to the largest remainders, ties to the larger weight, then to the earlier place in the list.
 * Recipients must therefore stand in the order of their codes. Writes the parts into `parts`; they add up to the amount.
 *
 * @param amountNok whole kroner, not negative
 * @param weights whole, not negative, with a sum above 0
 * @example apportion(62300, [265, 100], parts) // 45232, 17068
 */
export function apportion(amountNok: number, weights: readonly number[], parts: number[]): void {
  let total = 0;
  for (const weight of weights) total += weight;
  assert(total > 0 && amountNok >= 0, 'apportioning needs a positive sum of weights and no negative amount');
  emptyList(parts);
  if (weights.length === 1) {
    parts.push(amountNok);
    return;
  }
  const remainders: number[] = [];
  let left = amountNok;
  for (const weight of weights) {
    const { quotient, remainder } = multiplyDivide(amountNok, weight, total);
    parts.push(quotient);
    remainders.push(remainder);
    left -= quotient;
  }
  if (left > 0) giveLeftOver(left, weights, remainders, parts);
}

function giveLeftOver(left: number, weights: readonly number[], remainders: readonly number[], parts: number[]): void {
  const value = (list: readonly number[], index: number): number => list[index] ?? 0;
  const compare = (a: number, b: number): number =>
    value(remainders, b) - value(remainders, a) || value(weights, b) - value(weights, a) || a - b;
  if (left === 1) {
    // Between two there is never more than one krone: no list is made for it.
    let first = 0;
    for (let index = 1; index < weights.length; index += 1) if (compare(index, first) < 0) first = index;
    parts[first] = value(parts, first) + 1;
    return;
  }
  const order = weights.map((_, index) => index).sort(compare);
  for (const index of order.slice(0, left)) parts[index] = value(parts, index) + 1;
}
