import { groupOfNumber, type LedgerPlace, nameIn, OUTCOME_KINDS, type OutcomeKind } from '../codes';
import type { OpenLedger } from '../posting-reads';
import { compareMovements, type Movement } from '../postings/movements';
import type { PaymentOutcome, PaymentState } from './outcome-types';

/** What a payment is and what has become of it, outcomes that were undone left out. */
export interface PaymentRecord {
  readonly runId: string;
  readonly posting: number;
  readonly asOf: string;
  /** Day in UTC on which its batch was approved. */
  readonly approvedOn: string;
  readonly annulled: boolean;
  readonly paymentKey: string;
  readonly recipient: number;
  readonly groupNumber: number;
  readonly amountNok: number;
  /** The oldest first. */
  readonly outcomes: readonly PaymentOutcome[];
}

const SELECT = `SELECT b.run_id, p.posting, c.as_of, EXISTS (SELECT 1 FROM posting_chain AS a WHERE a.annuls = p.posting),
  p.payment_key, p.recipient, p.netting_group, p.amount, substr(j.at, 1, 10)
FROM payments AS p JOIN posting_chain AS c USING (posting) JOIN batches AS b USING (batch)
JOIN journal AS j ON j.sequence = c.journal`;

/** The payment of a key; undefined where none was ever ordered. */
export function findPayment(ledger: OpenLedger, key: string): PaymentRecord | undefined {
  const row = ledger.db.prepare(`${SELECT} WHERE p.payment_key = ?`).get(key);
  return row && recordOf(ledger, row);
}

/**
 * Payments of a posting by recipient and group.
 *
 * @param until journal number of an act: only what had been reported before it
 */
export function paymentsOfPosting(ledger: OpenLedger, posting: number, until = LAST): PaymentRecord[] {
  return ledger.db
    .prepare(`${SELECT} WHERE p.posting = ? ORDER BY p.recipient, p.netting_group`)
    .all(posting)
    .map((row) => recordOf(ledger, row, until));
}

/** Later than every act. */
const LAST = Number.MAX_SAFE_INTEGER;

function recordOf(ledger: OpenLedger, row: readonly unknown[], until = LAST): PaymentRecord {
  const paymentKey = String(row[4]);
  return {
    runId: String(row[0]),
    posting: Number(row[1]),
    asOf: String(row[2]),
    approvedOn: String(row[8]),
    annulled: row[3] === 1,
    paymentKey,
    recipient: Number(row[5]),
    groupNumber: Number(row[6]),
    amountNok: Number(row[7]),
    outcomes: outcomesOf(ledger, paymentKey, until),
  };
}

function outcomesOf(ledger: OpenLedger, paymentKey: string, until: number): PaymentOutcome[] {
  return ledger.db
    .prepare(
      `SELECT outcome, kind, on_date FROM payment_outcomes AS o WHERE payment_key = ? AND kind <> 'undone' AND journal < ?
       AND NOT EXISTS (SELECT 1 FROM payment_outcomes AS u WHERE u.undoes = o.outcome AND u.journal < ?) ORDER BY outcome`,
    )
    .all(paymentKey, until, until)
    .map(([number, kind, on]) => ({ number: Number(number), kind: nameIn(OUTCOME_KINDS, kind), on: String(on) }));
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
