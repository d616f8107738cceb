import { groupOfNumber, type LedgerPlace, type OutcomeKind } from '../codes';
import { flag, type RowOf, rowOf, rowsOf, text, whole } from '../columns';
import type { OpenLedger } from '../posting-reads';
import { compareMovements, type Movement } from '../postings/movements';
import { OUTCOME, type PaymentOutcome, type PaymentState } from './outcome-types';

/** What a payment is. */
const PAYMENT = {
  runId: text('b.run_id'),
  posting: whole('p.posting'),
  asOf: text('c.as_of'),
  annulled: flag('EXISTS (SELECT 1 FROM posting_chain AS a WHERE a.annuls = p.posting)'),
  paymentKey: text('p.payment_key'),
  recipient: whole('p.recipient'),
  groupNumber: whole('p.netting_group'),
  amountNok: whole('p.amount'),
  /** Day in UTC on which its batch was approved. */
  approvedOn: text('substr(j.at, 1, 10)'),
};
const FROM_PAYMENTS = `FROM payments AS p JOIN posting_chain AS c USING (posting) JOIN batches AS b USING (batch)
JOIN journal AS j ON j.sequence = c.journal`;

/** With what has become of it, the oldest first; outcomes that were undone are left out. */
export type PaymentRecord = RowOf<typeof PAYMENT> & { readonly outcomes: readonly PaymentOutcome[] };

/** The payment of a key; undefined where none was ever ordered. */
export function findPayment(ledger: OpenLedger, key: string): PaymentRecord | undefined {
  const row = rowOf(ledger.db, PAYMENT, `${FROM_PAYMENTS} WHERE p.payment_key = ?`, key);
  return row && { ...row, outcomes: outcomesOf(ledger, key) };
}

/**
 * Payments of a posting by recipient and group.
 *
 * @param until journal number of an act: only what had been reported before it
 */
export function paymentsOfPosting(ledger: OpenLedger, posting: number, until?: number): PaymentRecord[] {
  const rest = `${FROM_PAYMENTS} WHERE p.posting = ? ORDER BY p.recipient, p.netting_group`;
  return rowsOf(ledger.db, PAYMENT, rest, posting).map((row) => ({
    ...row,
    outcomes: outcomesOf(ledger, row.paymentKey, until),
  }));
}

function outcomesOf(ledger: OpenLedger, paymentKey: string, until = Number.MAX_SAFE_INTEGER): PaymentOutcome[] {
  const rest = `FROM payment_outcomes AS o WHERE payment_key = ? AND kind <> 'undone' AND journal < ?
    AND NOT EXISTS (SELECT 1 FROM payment_outcomes AS u WHERE u.undoes = o.outcome AND u.journal < ?) ORDER BY outcome`;
  return rowsOf(ledger.db, OUTCOME, rest, paymentKey, until, until);
}

/** What the outcomes in force make of a payment. */
export function stateOf(outcomes: readonly PaymentOutcome[]): PaymentState {
  const last = outcomes.at(-1);
  return last === undefined ? 'ordered' : last.kind === 'paid' ? 'paid' : 'refused';
}

const PLACE_OF: Readonly<Record<PaymentState, LedgerPlace>> = {
  ordered: 'ordered',
  paid: 'settled',
  refused: 'refused',
};

/** Where the money of a payment is. */
export function placeOf(outcomes: readonly PaymentOutcome[]): LedgerPlace {
  return PLACE_OF[stateOf(outcomes)];
}

/** A payment as callers see it. */
export function trackedPayment(record: PaymentRecord) {
  const { runId, paymentKey, recipient, amountNok, outcomes } = record;
  const group = groupOfNumber(record.groupNumber);
  return { runId, paymentKey, recipient, group, amountNok, outcomes, state: stateOf(outcomes) };
}

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
