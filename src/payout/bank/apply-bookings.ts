import { errorDetail } from '../../domain';
import type { AccountReport, BookedBatch, BookedDetail, BookedEntry } from './account-report';
import { isSureReason } from './bank-status';
import type { Findings, OrderBook, PaymentFact, ReadMessage } from './payment-facts';
import type { OrderedPayment } from './payment-order';

/** Sub-families of bank transaction codes that are fees of the bank, whatever they refer to. */
const FEES = ['CHRG', 'COMM', 'FEES', 'COME', 'COMT'];

/** What a camt.054 or camt.053 says of payments (payment-files.md 8). */
export function applyBookings(message: ReadMessage<AccountReport>, book: OrderBook, found: Findings): void {
  for (const entry of message.report.entries) new EntryReader(message, entry, book, found).read();
}

/** Whether money has left for a payment, or come back. */
type BookingMeaning = 'paid' | 'returned' | 'unknown';

/** The part of an entry that tells of a payment, or the batch. */
type ToldBy = Pick<BookedDetail, 'messageId'> & Partial<Pick<BookedDetail, 'reference' | 'returnCode' | 'returnText'>>;

class EntryReader {
  readonly #file: string;
  readonly #kind: string;
  readonly #entry: BookedEntry;
  readonly #book: OrderBook;
  readonly #found: Findings;
  readonly #params: { readonly file: string; readonly entry: string };
  /** How often a payment has been told of in this entry: two details of one payment are two bookings. */
  readonly #times = new Map<string, number>();

  constructor({ file, report }: ReadMessage<AccountReport>, entry: BookedEntry, book: OrderBook, found: Findings) {
    this.#file = file;
    this.#kind = report.version.slice(0, 'camt.054'.length);
    this.#entry = entry;
    this.#book = book;
    this.#found = found;
    this.#params = { file, entry: entry.name };
  }

  read(): void {
    const { amount, status, batches, details } = this.#entry;
    const { notes, problems } = this.#found;
    if (status !== 'BOOK') {
      const isOurs =
        details.some((detail) => this.#paymentOf(detail) !== undefined) || batches.some((each) => this.#isKnown(each));
      if (isOurs) notes.push(errorDetail('BOOKING_ANNOUNCED', { ...this.#params, status: status || '-' }));
    } else if (!this.#isNamed()) notes.push(errorDetail('BOOKING_NOT_OURS', this.#params));
    else if (typeof amount !== 'number') problems.push(errorDetail('BOOKING_AMOUNT', this.#params));
    else if (!this.#addsUp(amount)) problems.push(errorDetail('BOOKING_SUM_DIFFERS', this.#params));
    else if (details.length === 0) this.#blocks(amount);
    else for (const detail of details) this.#detail(detail, amount);
  }

  /** Names a payment or a block, ours or not: fees and other matters of the account name none, whatever they come to. */
  #isNamed(): boolean {
    const { code, batches, details } = this.#entry;
    if (FEES.some((fee) => code.endsWith(`/${fee}`))) return false;
    if (details.length === 0) return batches.some(({ messageId, paymentInfoId }) => messageId + paymentInfoId !== '');
    return (
      details.some((each) => each.paymentKey !== '' || this.#paymentOf(each) !== undefined || this.#isKnown(each)) ||
      batches.some((each) => this.#isKnown(each))
    );
  }

  /** Names a file or a block of ours. */
  #isKnown({ messageId, paymentInfoId }: Pick<BookedBatch, 'messageId' | 'paymentInfoId'>): boolean {
    const isBlock = paymentInfoId !== '' && this.#book.block(paymentInfoId, '').length > 0;
    return isBlock || this.#book.order(messageId) !== undefined;
  }

  /** Details come to the entry, and the entry to what it says of its batches. */
  #addsUp(amountOfEntry: number): boolean {
    const { batches, details, isDebit } = this.#entry;
    const direction = isDebit ? 'DBIT' : 'CRDT';
    const sums = batches.flatMap(({ sum }) => (sum === undefined ? [] : [sum]));
    const counts = batches.flatMap(({ count }) => (count === undefined ? [] : [count]));
    if (sums.length > 0 && sums.length === batches.length && total(sums) !== amountOfEntry) return false;
    if (details.length === 0) return true;
    if (counts.length > 0 && counts.length === batches.length && total(counts) !== details.length) return false;
    if (details.some((each) => each.direction !== '' && each.direction !== direction)) return false;
    const amounts = details.map(({ amount }) => amount);
    // A single part may leave its amount to the entry.
    return (details.length === 1 && amounts[0] === undefined) || total(amounts) === amountOfEntry;
  }

  /** An entry without details: whole blocks, where count and sum are those of the order. */
  #blocks(amountOfEntry: number): void {
    const named = this.#entry.batches.filter(({ messageId, paymentInfoId }) => messageId + paymentInfoId !== '');
    const [only] = named;
    if (named.length === 1 && only) this.#block(only, amountOfEntry);
    else for (const batch of named) this.#block(batch, batch.sum);
  }

  #block({ messageId, paymentInfoId, count }: BookedBatch, amount: unknown): void {
    const payments = this.#book.block(paymentInfoId, messageId);
    const isWhole =
      payments.length > 0 &&
      payments.reduce((sum, payment) => sum + payment.amount, 0) === amount &&
      (count ?? payments.length) === payments.length &&
      payments.every((payment) => this.#isOwnAccount(payment));
    const { isDebit, isReversal } = this.#entry;
    if (!isWhole || (!isDebit && !isReversal)) {
      const block = paymentInfoId || messageId || '-';
      this.#found.problems.push(errorDetail('BOOKING_BLOCK_DIFFERS', { ...this.#params, block }));
      return;
    }
    for (const payment of payments) this.#tell(payment, isReversal ? 'returned' : 'paid', { messageId });
  }

  #detail(detail: BookedDetail, amountOfEntry: number): void {
    const payment = this.#paymentOf(detail);
    if (payment === undefined) {
      this.#unmatched(detail);
      return;
    }
    const { isDebit, isReversal } = this.#entry;
    const isPayment = isDebit && !isReversal;
    const isBack = isReversal || detail.isReturn || (detail.code ?? this.#entry.code).endsWith('/RRTN');
    const named = { ...this.#params, payment: payment.paymentKey };
    const isOther = isPayment && detail.account !== '' && detail.account !== payment.account;
    if ((detail.amount ?? amountOfEntry) !== payment.amount) {
      this.#found.problems.push(errorDetail('BOOKING_PAYMENT_DIFFERS', named));
    } else if (isOther) this.#found.problems.push(errorDetail('BOOKING_PAYEE_DIFFERS', named));
    else if (!this.#isOwnAccount(payment)) this.#found.problems.push(errorDetail('BOOKING_ACCOUNT_DIFFERS', named));
    else if (!isPayment && !isBack) this.#found.problems.push(errorDetail('BOOKING_CREDIT', named));
    else if (!isBack) this.#tell(payment, 'paid', detail);
    // What leaves the account is no return, whatever it is called.
    else this.#tell(payment, !isPayment && isSureReason(codesOf(detail)) ? 'returned' : 'unknown', detail);
  }

  /** A part of no payment: one that says it is ours must be looked at; another matter of the account is none. */
  #unmatched(detail: BookedDetail): void {
    const { notes, problems } = this.#found;
    const params = { ...this.#params, payment: detail.paymentKey || '-' };
    if (detail.paymentKey === '' && !this.#isKnown(detail)) notes.push(errorDetail('BOOKING_NOT_OURS', this.#params));
    else problems.push(errorDetail('BOOKING_PAYMENT_UNKNOWN', params));
  }

  #isOwnAccount({ debtorAccount }: OrderedPayment): boolean {
    const { account } = this.#entry;
    return account === '' || debtorAccount === '' || account === debtorAccount;
  }

  #paymentOf(detail: BookedDetail): OrderedPayment | undefined {
    return this.#book.payment(detail);
  }

  #tell(
    { paymentKey }: OrderedPayment,
    meaning: BookingMeaning,
    { messageId, reference: ownReference = '', returnCode = '', returnText = '' }: ToldBy,
  ): void {
    const { reference, place, amount, bookedOn, isDebit, isReversal, code } = this.#entry;
    const time = (this.#times.get(paymentKey) ?? 0) + 1;
    this.#times.set(paymentKey, time);
    // Without a reference of the bank only the place in its report tells one entry from another.
    const which = reference || ownReference || place;
    const fact: PaymentFact = {
      paymentKey,
      orderId: this.#book.order(messageId) === undefined ? '' : messageId,
      meaning,
      at: bookedOn,
      status: code,
      codes: codesOf({ returnCode }),
      texts: returnText === '' ? [] : [returnText],
      kind: this.#kind,
      file: this.#file,
      booking: [which, amount, bookedOn, isDebit && !isReversal ? 'out' : 'in', time].join(' '),
    };
    this.#found.facts.push(fact);
  }
}

function codesOf({ returnCode }: Pick<BookedDetail, 'returnCode'>): readonly string[] {
  return returnCode === '' ? [] : [returnCode];
}

/** NaN where a part is no amount: it equals nothing. */
function total(parts: readonly unknown[]): number {
  return parts.reduce<number>((sum, part) => sum + (typeof part === 'number' ? part : Number.NaN), 0);
}
