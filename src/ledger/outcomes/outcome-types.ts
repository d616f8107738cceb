import { OUTCOME_KINDS, type OutcomeKind } from '../codes';
import { group, oneOf, type RowOf, text, whole } from '../columns';
import type { SignedActBy } from '../journal';

/** A payment that has been ordered. */
export const ORDERED = {
  paymentKey: text('payment_key'),
  recipient: whole('recipient'),
  group: group('netting_group'),
  amountNok: whole('amount'),
};
export interface LedgerPayment extends RowOf<typeof ORDERED> {
  readonly runId: string;
}

/** Where a payment stands: ordered and nothing heard, arrived, or refused (or sent back) by the bank. */
export type PaymentState = 'ordered' | 'paid' | 'refused';

/** A dated outcome in force. */
export const OUTCOME = {
  /** Its number in the ledger. */
  number: whole('outcome'),
  kind: oneOf('kind', OUTCOME_KINDS),
  /** `YYYY-MM-DD`: the day on which money moved or was refused. */
  on: text('on_date'),
};
export type PaymentOutcome = RowOf<typeof OUTCOME>;

/** A payment with what has become of it. */
export interface TrackedPayment extends LedgerPayment {
  readonly outcomes: readonly PaymentOutcome[];
  readonly state: PaymentState;
}

/** What somebody tells the ledger about payments. */
export interface OutcomeInput extends SignedActBy {
  readonly kind: OutcomeKind;
  /** `YYYY-MM-DD`; of `undone` the day on which the mistake was found. */
  readonly on: string;
  /** Keys of payments; with `runId` none. */
  readonly paymentKeys: readonly string[];
  /** All payments of a posted batch of which nothing has been reported yet. */
  readonly runId?: string;
  /** Whether it happened again: the same outcome of the same day counts as told only where it is the last one. */
  readonly again?: boolean;
}

/** Answer to an outcome: what was recorded now, and what had been reported before and stands. */
export interface OutcomeAnswer {
  readonly recorded: readonly TrackedPayment[];
  /** Payments of which the same outcome stood already. */
  readonly already: readonly TrackedPayment[];
  /** Of a batch: payments of which another outcome stands; they are left as they are. */
  readonly kept: readonly TrackedPayment[];
  readonly recordedNok: number;
}
