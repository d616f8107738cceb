import type { ErrorDetail } from '../../domain';
import type { StatusMeaning } from './bank-status';
import type { OrderedPayment, PaymentOrder } from './payment-order';

/** What can be said of a payment. */
export const FACT_MEANINGS = [
  'handed_over',
  'valid',
  'accepted',
  'waiting',
  'refused',
  'paid',
  'returned',
  'unknown',
] as const satisfies readonly (Exclude<StatusMeaning, 'none' | 'note'> | 'paid' | 'returned')[];

/** Something that a bank has said of one payment. */
export interface PaymentFact {
  readonly paymentKey: string;
  /** Message id of the file of payments that it answers; empty where it does not say. */
  readonly orderId: string;
  readonly meaning: (typeof FACT_MEANINGS)[number];
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

/** A message with the file that it was read from. */
export interface ReadMessage<Report> {
  readonly file: string;
  readonly report: Report;
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

/** How a message names a payment. */
export interface NamedPayment {
  readonly paymentKey: string;
  readonly instructionId: string;
  /** File of payments; empty where it is not told. */
  readonly messageId: string;
  /** Account of the payee; empty where it is not told. */
  readonly account: string;
}

/** The payments of files that have been handed over, found by key, instruction or block. */
export class OrderBook {
  readonly #orders = new Map<string, PaymentOrder>();
  /** A payment as each of its files has it, the oldest first. */
  readonly #byKey = new Map<string, OrderedPayment[]>();
  /** undefined where several payments have that instruction. */
  readonly #keyOfInstruction = new Map<string, string | undefined>();
  readonly #filesOf = new Map<string, string[]>();
  readonly #blocks = new Map<string, { readonly messageId: string; readonly payments: OrderedPayment[] }[]>();

  /** @param orders the oldest first */
  constructor(orders: readonly PaymentOrder[]) {
    for (const order of orders) {
      this.#orders.set(order.messageId, order);
      for (const payment of order.payments) this.#add(payment, order.messageId);
    }
  }

  #add(payment: OrderedPayment, messageId: string): void {
    const { paymentKey, instructionId, paymentInfoId } = payment;
    const sent = this.#byKey.get(paymentKey);
    if (sent) sent.push(payment);
    else this.#byKey.set(paymentKey, [payment]);
    this.#filesOf.set(paymentKey, [...this.filesOf(paymentKey), messageId]);
    const known = this.#keyOfInstruction.has(instructionId);
    const isSame = !known || this.#keyOfInstruction.get(instructionId) === paymentKey;
    this.#keyOfInstruction.set(instructionId, isSame ? paymentKey : undefined);
    const named = this.#blocks.get(paymentInfoId) ?? [];
    if (named.length === 0) this.#blocks.set(paymentInfoId, named);
    const block = named.find((each) => each.messageId === messageId);
    if (block) block.payments.push(payment);
    else named.push({ messageId, payments: [payment] });
  }

  order(messageId: string): PaymentOrder | undefined {
    return this.#orders.get(messageId);
  }

  /** Payments of a block, or of a whole file where only that is named; none where several are meant. */
  block(paymentInfoId: string, messageId: string): readonly OrderedPayment[] {
    if (paymentInfoId === '') return this.order(messageId)?.payments ?? [];
    const found = (this.#blocks.get(paymentInfoId) ?? []).filter(
      (each) => messageId === '' || each.messageId === messageId,
    );
    return found.length === 1 ? (found[0]?.payments ?? []) : [];
  }

  /**
   * A payment by its key, or by its instruction where no key is given; never by amount, name or account. One that was sent
   * more than once is meant as the named file has it, else as the one to that account.
   */
  payment({ paymentKey, instructionId, messageId, account }: NamedPayment): OrderedPayment | undefined {
    const key = paymentKey || (instructionId === '' ? undefined : this.#keyOfInstruction.get(instructionId));
    const sent = (key === undefined ? undefined : this.#byKey.get(key)) ?? [];
    if (sent.length < 2) return sent[0];
    const inOrder = this.order(messageId)?.payments.find((each) => each.paymentKey === key);
    return inOrder ?? sent.findLast((each) => each.account === account) ?? sent.at(-1);
  }

  /**
   * Message id of the file by which a payment had been sent on a day, for an answer that names no file: the last that was handed
   * over by then. Empty where none is known to have been.
   */
  sentBy(paymentKey: string, day: string): string {
    const sent = this.filesOf(paymentKey).filter((messageId) => this.order(messageId)?.sentOn !== undefined);
    return sent.findLast((messageId) => (this.order(messageId)?.sentOn ?? '') <= day) ?? sent[0] ?? '';
  }

  /** Message ids of the files that a payment stands in, the oldest first: it is sent anew after a refusal or return. */
  filesOf(paymentKey: string): readonly string[] {
    return this.#filesOf.get(paymentKey) ?? [];
  }
}
