import type { OutcomeKind } from '../codes';
import { compareMovements, type Movement } from '../postings/movements';
import { type PaymentRecord, placeOf } from './outcome-reads';

/** What has to be known of a payment to move its money. */
export type MovedPayment = Pick<PaymentRecord, 'recipient' | 'groupNumber' | 'amountNok' | 'outcomes'>;

/** A payment with the outcomes that stand after an act. */
export interface MovedTo {
  /** As it stood before. */
  readonly payment: MovedPayment;
  readonly after: MovedPayment['outcomes'];
}

/**
 * Movements of an act: from where the money of each payment was to where it is. Payments of one recipient and group that go
 * the same way are one movement; a second refusal moves nothing.
 */
export function movementsBetween(moved: readonly MovedTo[]): Movement[] {
  const movements = new Map<string, Movement>();
  for (const { payment, after } of moved) {
    const { recipient, groupNumber, amountNok, outcomes } = payment;
    const [from, to] = [placeOf(outcomes), placeOf(after)];
    if (from === to) continue;
    const key = `${recipient} ${groupNumber} ${from} ${to}`;
    const before = movements.get(key)?.amountNok ?? 0;
    movements.set(key, { recipient, groupNumber, from, to, amountNok: before + amountNok });
  }
  return [...movements.values()].sort(compareMovements);
}

/**
 * Movements of outcomes of one kind told in one act.
 *
 * @param payments as they stood before the act
 */
export function outcomeMovements(payments: readonly MovedPayment[], kind: OutcomeKind): Movement[] {
  return movementsBetween(
    payments.map((payment) => {
      const { outcomes } = payment;
      const after = kind === 'undone' ? outcomes.slice(0, -1) : [...outcomes, { number: 0, kind, on: '' }];
      return { payment, after };
    }),
  );
}
