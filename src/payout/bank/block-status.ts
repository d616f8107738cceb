import { errorDetail } from '../../domain';
import { meaningOf } from './bank-status';
import type { Findings, ReadMessage, ReceiptSettings } from './payment-facts';
import type { OrderedPayment, PaymentOrder } from './payment-order';
import {
  disagree,
  fitsCounts,
  fitsOrder,
  type GivenStatus,
  grouped,
  isDuplicate,
  saysUnlistedAccepted,
  sureMeaning,
} from './status-levels';
import type { BlockStatus, StatusReport, TransactionStatus } from './status-report';

/** What the reading of every block of a message needs. */
export interface BlockReading {
  readonly message: ReadMessage<StatusReport>;
  readonly order: PaymentOrder;
  readonly settings: ReceiptSettings;
  readonly found: Findings;
  /** Keys of payments to which nothing is applied. */
  readonly concerned: ReadonlySet<string>;
  /** Statuses of all transactions that the message lists. */
  readonly listed: readonly string[];
  /** Statuses that its blocks give to payments which they do not list, one a payment. */
  readonly reached: readonly string[];
}

/** A payment with what is listed of it; undefined where that cannot be applied. */
type Listed = ReadonlyMap<OrderedPayment, TransactionStatus | undefined>;

/** Reads what a pain.002 says of one block and its payments. */
export class BlockReader {
  readonly #of: BlockReading;

  constructor(reading: BlockReading) {
    this.#of = reading;
  }

  read(level: string, payments: readonly OrderedPayment[], block: BlockStatus): void {
    const { message, found } = this.#of;
    const { file, report } = message;
    const listedHere = block.transactions.map(({ status }) => status);
    if (!fitsOrder(block, payments) || !fitsCounts(block, payments.length, listedHere)) {
      found.problems.push(errorDetail('RECEIPT_COUNT_DIFFERS', { file, level }));
      return;
    }
    if (disagree(report.group.status, block.status)) {
      const params = { file, payment: level, above: report.group.status, below: block.status };
      found.problems.push(errorDetail('RECEIPT_LEVELS_DISAGREE', params));
      return;
    }
    if (isDuplicate(this.#level(block))) {
      found.notes.push(errorDetail('RECEIPT_DUPLICATE_BLOCK', { file, block: level }));
      return;
    }
    const listed = this.#match(payments, block.transactions);
    for (const payment of payments) {
      if (!this.#of.concerned.has(payment.paymentKey)) this.#one(payment, listed, block, payments.length);
    }
  }

  /** Transactions by the payment that they are of; those that are of none, or of another, are reported. */
  #match(payments: readonly OrderedPayment[], transactions: readonly TransactionStatus[]): Listed {
    const { file } = this.#of.message;
    const { problems } = this.#of.found;
    const listed = new Map<OrderedPayment, TransactionStatus | undefined>();
    const byKey = new Map(payments.map((each) => [each.paymentKey, each]));
    const byInstruction = grouped(payments, ({ instructionId }) => instructionId);
    for (const transaction of transactions) {
      const { paymentKey, instructionId, amount, account } = transaction;
      const name = paymentKey || instructionId || '-';
      const named = instructionId === '' ? [] : (byInstruction.get(instructionId) ?? []);
      const payment = paymentKey === '' ? (named.length === 1 ? named[0] : undefined) : byKey.get(paymentKey);
      if (payment === undefined) {
        problems.push(errorDetail('RECEIPT_PAYMENT_UNKNOWN', { file, payment: name }));
        continue;
      }
      const isOther =
        (amount !== undefined && amount !== payment.amount) || (account !== '' && account !== payment.account);
      const isTwice = listed.has(payment) && listed.get(payment)?.status !== transaction.status;
      if (isOther) problems.push(errorDetail('RECEIPT_PAYMENT_DIFFERS', { file, payment: name }));
      if (isTwice) problems.push(errorDetail('RECEIPT_PAYMENT_TWICE', { file, payment: name }));
      listed.set(payment, isOther || isTwice ? undefined : transaction);
    }
    return listed;
  }

  #one(payment: OrderedPayment, listed: Listed, block: BlockStatus, paymentsInBlock: number): void {
    const { message, found } = this.#of;
    const { file, report } = message;
    if (!listed.has(payment)) {
      this.#tell(payment, this.#ofLevels(block, paymentsInBlock));
      return;
    }
    const own = listed.get(payment);
    if (own === undefined) return;
    const above = [block.status, report.group.status].find((status) => disagree(status, own.status));
    if (above !== undefined) {
      const params = { file, payment: payment.paymentKey, above, below: own.status };
      found.problems.push(errorDetail('RECEIPT_LEVELS_DISAGREE', params));
      return;
    }
    const said = own.status === '' ? withReason(this.#ofLevels(block, paymentsInBlock), own) : own;
    if (said !== undefined && isDuplicate(said)) {
      found.notes.push(errorDetail('RECEIPT_DUPLICATE_PAYMENT', { file, payment: payment.paymentKey }));
    } else this.#tell(payment, said);
  }

  /** The status of a block: its own, else that of the group with the reason that the block gives for it. */
  #level(block: BlockStatus): GivenStatus {
    return block.status === '' ? (withReason(this.#of.message.report.group, block) ?? block) : block;
  }

  /** The status that a payment has from block or group, if it has one from them; PART gives none. */
  #ofLevels(block: BlockStatus, paymentsInBlock: number): GivenStatus | undefined {
    const { message, order, listed, reached, settings } = this.#of;
    const { group } = message.report;
    const here = block.transactions.map(({ status }) => status);
    const below = block.status === '' ? listed : here;
    const level = this.#level(block);
    if (level.status === '' || level.status === 'PART') {
      const isCounted =
        saysUnlistedAccepted(block, paymentsInBlock, here) ||
        (block.counts.length === 0 && saysUnlistedAccepted(group, order.payments.length, [...listed, ...reached])) ||
        (level.status === 'PART' && settings.unlistedUnderPart === 'accepted');
      return isCounted ? { status: 'ACCP', reason: { codes: [], texts: [] } } : undefined;
    }
    // A wait that names those who wait tells nothing of the others.
    return meaningOf(level.status) === 'waiting' && below.length > 0 ? undefined : level;
  }

  #tell({ paymentKey, executionDate }: OrderedPayment, said: GivenStatus | undefined): void {
    const { message, found, settings } = this.#of;
    const { file, report } = message;
    if (said === undefined) return;
    const meaning = sureMeaning(said);
    const { codes, texts } = said.reason;
    if (meaning === 'none') return;
    if (meaning === 'note') {
      found.notes.push(errorDetail('RECEIPT_NOTE', { file, payment: paymentKey, status: said.status }));
      return;
    }
    const later = texts
      .flatMap((text) => text.match(/\d{4}-\d{2}-\d{2}/g) ?? [])
      .find((day) => day.slice(0, 4) > executionDate.slice(0, 4));
    if (meaning === 'accepted' && later !== undefined) {
      found.notes.push(errorDetail('RECEIPT_PAST_YEAR_END', { file, payment: paymentKey, on: later }));
    }
    const isSettled = said.status === 'ACSC' || said.status === 'ACCC';
    found.facts.push({
      paymentKey,
      orderId: report.orderId,
      meaning: isSettled && settings.acscIsPaid ? 'paid' : meaning,
      at: report.createdAt,
      status: said.status,
      codes,
      texts,
      kind: 'pain.002',
      file,
      booking: '',
    });
  }
}

/** A status that comes from above, with the reason that is given below where there is one. */
function withReason(from: GivenStatus | undefined, { reason }: Pick<GivenStatus, 'reason'>): GivenStatus | undefined {
  const isGiven = reason.codes.length + reason.texts.length > 0;
  return from === undefined || !isGiven ? from : { status: from.status, reason };
}
