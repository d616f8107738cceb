import { errorDetail } from '../../domain';
import type { AccountReport, BookedDetail, BookedEntry } from './account-report';
import { isSuccessLike, type ReadMessage } from './apply-status';
import { actionOf } from './bank-status';
import type { Findings, OrderBook, PaymentFact } from './payment-facts';
import type { OrderedPayment } from './payment-order';

/** Codes of returns that say nothing more, and are returns all the same. */
const RETURNS_WITHOUT_REASON = ['MS02', 'MS03', 'NARR'];

/** What a camt.054 or camt.053 says of payments (payment-files.md 8). */
export function applyBookings(message: ReadMessage<AccountReport>, book: OrderBook, found: Findings): void {
  for (const entry of message.report.entries) new EntryReader(message, entry, book, found).read();
}

class EntryReader {
  readonly #file: string;
  readonly #kind: string;
  readonly #entry: BookedEntry;
  readonly #book: OrderBook;
  readonly #found: Findings;
  /** How often a payment has been told of in this entry: two details of one payment are two bookings. */
  readonly #times = new Map<string, number>();

  constructor({ file, report }: ReadMessage<AccountReport>, entry: BookedEntry, book: OrderBook, found: Findings) {
    this.#file = file;
    this.#kind = report.version.slice(0, 'camt.054'.length);
    this.#entry = entry;
    this.#book = book;
    this.#found = found;
  }

  read(): void {
    const { amount, status, isDebit, isReversal, details, reference } = this.#entry;
    const params = { file: this.#file, entry: reference || '-' };
    if (typeof amount !== 'number') {
      this.#found.problems.push(errorDetail('BOOKING_AMOUNT', params));
      return;
    }
    if (status !== 'BOOK') {
      const isOurs = details.some((detail) => this.#paymentOf(detail) !== undefined);
      if (isOurs) this.#found.notes.push(errorDetail('BOOKING_ANNOUNCED', { ...params, status }));
      return;
    }
    if (!this.#addsUp(amount)) this.#found.problems.push(errorDetail('BOOKING_SUM_DIFFERS', params));
    else if (details.length === 0) this.#whole(amount);
    else for (const detail of details) this.#detail(detail, amount, isDebit && !isReversal);
  }

  /** Details come to the entry, and the entry to what it says of its batch. */
  #addsUp(amount: number): boolean {
    const { batch, details } = this.#entry;
    if (batch?.sum !== undefined && batch.sum !== amount) return false;
    if (details.length < 2) return true;
    if (batch?.count !== undefined && batch.count !== details.length) return false;
    return details.reduce((sum, each) => sum + (typeof each.amount === 'number' ? each.amount : 0), 0) === amount;
  }

  /** An entry without details: a whole block, where count and sum are those of the order. */
  #whole(amount: number): void {
    const { batch, isDebit, isReversal, reference } = this.#entry;
    const params = { file: this.#file, entry: reference || '-' };
    if (batch === undefined || (batch.paymentInfoId === '' && batch.messageId === '')) {
      this.#found.notes.push(errorDetail('BOOKING_NOT_OURS', params));
      return;
    }
    const payments = this.#book.block(batch.paymentInfoId, batch.messageId);
    const sum = payments.reduce((total, payment) => total + payment.amount, 0);
    const isWhole = payments.length > 0 && sum === amount && (batch.count ?? payments.length) === payments.length;
    if (!isWhole || !isDebit || isReversal) {
      this.#found.problems.push(errorDetail('BOOKING_BLOCK_DIFFERS', { ...params, block: batch.paymentInfoId || '-' }));
      return;
    }
    for (const payment of payments) this.#tell(payment, 'paid', [], []);
  }

  #detail(detail: BookedDetail, entryAmount: number, isPayment: boolean): void {
    const payment = this.#paymentOf(detail);
    const params = { file: this.#file, entry: this.#entry.reference || '-' };
    if (payment === undefined) {
      const isNamed = detail.paymentKey !== '' || this.#book.order(detail.messageId) !== undefined;
      const code = isNamed ? ('BOOKING_PAYMENT_UNKNOWN' as const) : ('BOOKING_NOT_OURS' as const);
      if (code === 'BOOKING_NOT_OURS') this.#found.notes.push(errorDetail(code, params));
      else this.#found.problems.push(errorDetail(code, { ...params, payment: detail.paymentKey || '-' }));
      return;
    }
    const amount = detail.amount ?? (this.#entry.details.length === 1 ? entryAmount : undefined);
    const named = { ...params, payment: payment.paymentKey };
    if (amount !== payment.amount) {
      this.#found.problems.push(errorDetail('BOOKING_PAYMENT_DIFFERS', named));
      return;
    }
    if (isPayment) {
      this.#tell(payment, 'paid', [], []);
      return;
    }
    const texts = detail.returnText === '' ? [] : [detail.returnText];
    // A booking taken back is a return, whatever its reason.
    if (this.#entry.isReversal) this.#tell(payment, 'returned', detail.returnCode ? [detail.returnCode] : [], texts);
    else if (!detail.isReturn) this.#found.problems.push(errorDetail('BOOKING_CREDIT', named));
    else this.#tell(payment, isSureReturn(detail.returnCode) ? 'returned' : 'unknown', [detail.returnCode], texts);
  }

  #paymentOf({ paymentKey, instructionId }: BookedDetail): OrderedPayment | undefined {
    return this.#book.payment(paymentKey, instructionId);
  }

  #tell(
    { paymentKey }: OrderedPayment,
    meaning: PaymentFact['meaning'],
    codes: readonly string[],
    texts: readonly string[],
  ): void {
    const { reference, amount, bookedOn, isDebit, isReversal, code } = this.#entry;
    const time = (this.#times.get(paymentKey) ?? 0) + 1;
    this.#times.set(paymentKey, time);
    const booking = [reference, amount, bookedOn, isDebit && !isReversal ? 'out' : 'in', time].join(' ');
    this.#found.facts.push({
      paymentKey,
      meaning,
      at: bookedOn,
      status: code,
      codes,
      texts,
      kind: this.#kind,
      file: this.#file,
      booking,
    });
  }
}

/** A reason that is known for one, or none worth the name; what looks like success returns nothing. */
function isSureReturn(code: string): boolean {
  if (isSuccessLike(code)) return false;
  return actionOf(code) !== 'hand' || RETURNS_WITHOUT_REASON.includes(code);
}
