import type { LedgerPlace, OutcomeKind } from '../codes';
import { compareMovements, type Movement } from '../postings/movements';
import { type PaymentRecord, placeOf } from './outcome-reads';

/** What has to be known of a payment to move its money. */
export type MovedPayment = Pick<PaymentRecord, 'recipient' | 'groupNumber' | 'amountNok' | 'outcomes'>;

/**
 * Movements of outcomes told in one act: from where the money of each payment is to where it comes. Payments of one
 * recipient and group that go the same way are one movement; a second refusal moves nothing.
 *
 * @param payments as they stood before the act
 */
export function outcomeMovements(payments: readonly MovedPayment[], kind: OutcomeKind): Movement[] {
  const movements = new Map<string, Movement>();
  for (const { recipient, groupNumber, amountNok, outcomes } of payments) {
    const from = placeOf(outcomes);
    const to = placeAfter(outcomes, kind);
    if (from === to) continue;
    const key = `${recipient} ${groupNumber} ${from} ${to}`;
    const before = movements.get(key)?.amountNok ?? 0;
    movements.set(key, { recipient, groupNumber, from, to, amountNok: before + amountNok });
  }
  return [...movements.values()].sort(compareMovements);
}

function placeAfter(outcomes: MovedPayment['outcomes'], kind: OutcomeKind): LedgerPlace {
  if (kind === 'undone') return placeOf(outcomes.slice(0, -1));
  return kind === 'paid' ? 'settled' : 'refused';
}
