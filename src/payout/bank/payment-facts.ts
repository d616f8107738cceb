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

  constructor(orders: readonly PaymentOrder[]) {
    this.orders = orders;
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
    const all = this.orders.flatMap(({ payments }) => payments);
    if (paymentKey !== '') return all.findLast((each) => each.paymentKey === paymentKey);
    if (instructionId === '') return undefined;
    const found = all.filter((each) => each.instructionId === instructionId);
    return found.length === 1 ? found[0] : undefined;
  }

  /** Files that a payment stands in: it may be sent anew after it was refused or returned. */
  timesSent(paymentKey: string): number {
    return this.orders.filter(({ payments }) => payments.some((each) => each.paymentKey === paymentKey)).length;
  }
}
