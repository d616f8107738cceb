import type { ErrorDetail } from '../../domain';
import type { StatusMeaning } from './bank-status';
import type { OrderedPayment, PaymentOrder } from './payment-order';

/** Something that a bank has said of one payment. */
export interface PaymentFact {
  readonly paymentKey: string;
  readonly meaning: Exclude<StatusMeaning, 'none' | 'note'> | 'paid' | 'returned';
  /** When it was said (a status), or the day of the booking. */
  readonly at: string;
  /** The bank's own status or booking code. */
  readonly status: string;
  readonly codes: readonly string[];
  readonly texts: readonly string[];
  /** Kind of message: `camt.054`. */
  readonly kind: string;
  /** File that says it. */
  readonly file: string;
  /** Identity of a booking; empty for a status. */
  readonly booking: string;
}

/** What was found in a message: facts, and what could not be applied or is worth a look. */
export interface Findings {
  readonly facts: PaymentFact[];
  /** Nothing was applied to the payments concerned. */
  readonly problems: ErrorDetail[];
  readonly notes: ErrorDetail[];
}

/** Choices that differ between banks (payment-files.md 7). */
export interface ReceiptSettings {
  /** A settled status counts as paid. */
  readonly acscIsPaid: boolean;
  /** What a payment is that a PART report does not list and whose counts do not tell. */
  readonly unlistedUnderPart: 'accepted' | 'no_news';
}

export const DEFAULT_RECEIPT_SETTINGS: ReceiptSettings = { acscIsPaid: false, unlistedUnderPart: 'no_news' };

/** The payments of files that have been handed over, found by key, instruction or block. */
export class OrderBook {
  readonly orders: readonly PaymentOrder[];

  readonly #byKey = new Map<string, OrderedPayment>();
  /** undefined where several payments have that instruction. */
  readonly #byInstruction = new Map<string, OrderedPayment | undefined>();
  readonly #timesSent = new Map<string, number>();

  constructor(orders: readonly PaymentOrder[]) {
    this.orders = orders;
    for (const payment of orders.flatMap(({ payments }) => payments)) {
      const { paymentKey, instructionId } = payment;
      this.#byKey.set(paymentKey, payment);
      this.#byInstruction.set(instructionId, this.#byInstruction.has(instructionId) ? undefined : payment);
      this.#timesSent.set(paymentKey, this.timesSent(paymentKey) + 1);
    }
  }

  order(messageId: string): PaymentOrder | undefined {
    return this.orders.find((each) => each.messageId === messageId);
  }

  /** Payments of a block; of several files with that block those of the one that is named. */
  block(paymentInfoId: string, messageId: string): readonly OrderedPayment[] {
    const orders = this.orders.filter((each) => messageId === '' || each.messageId === messageId);
    const found = orders.map(({ payments }) => payments.filter((each) => each.paymentInfoId === paymentInfoId));
    const filled = found.filter((payments) => payments.length > 0);
    return filled.length === 1 ? (filled[0] ?? []) : [];
  }

  /** A payment by its key, or by its instruction where no key is given; never by amount, name or account. */
  payment(paymentKey: string, instructionId: string): OrderedPayment | undefined {
    if (paymentKey !== '') return this.#byKey.get(paymentKey);
    return instructionId === '' ? undefined : this.#byInstruction.get(instructionId);
  }

  /** Files that a payment stands in: it may be sent anew after it was refused or returned. */
  timesSent(paymentKey: string): number {
    return this.#timesSent.get(paymentKey) ?? 0;
  }
}
