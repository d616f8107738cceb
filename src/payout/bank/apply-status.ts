import { errorDetail } from '../../domain';
import { actionOf, meaningOf, type StatusMeaning } from './bank-status';
import type { Findings, OrderBook, ReceiptSettings } from './payment-facts';
import type { OrderedPayment } from './payment-order';
import type { BlockStatus, LevelStatus, StatusReport, TransactionStatus } from './status-report';

/** A message with the file that it was read from. */
export interface ReadMessage<Report> {
  readonly file: string;
  readonly report: Report;
}

/** What a pain.002 says of the payments of its file (payment-files.md 7, rules 3 to 6). */
export function applyStatus(
  message: ReadMessage<StatusReport>,
  book: OrderBook,
  settings: ReceiptSettings,
  found: Findings,
): void {
  const { file, report } = message;
  const order = book.order(report.orderId);
  if (order === undefined) {
    found.problems.push(errorDetail('RECEIPT_NOT_OURS', { file, orderId: report.orderId }));
    return;
  }
  if (!fits(report.group, order.payments)) {
    found.problems.push(errorDetail('RECEIPT_COUNT_DIFFERS', { file, level: report.orderId }));
    return;
  }
  if (isDuplicateReport(report.group)) {
    // Good news: the first one arrived. Its payments are not refused by it.
    found.notes.push(errorDetail('RECEIPT_DUPLICATE_FILE', { file, orderId: report.orderId }));
    return;
  }
  const known = new Set(order.payments.map(({ paymentInfoId }) => paymentInfoId));
  for (const { paymentInfoId } of report.blocks.filter((block) => !known.has(block.paymentInfoId))) {
    found.problems.push(errorDetail('RECEIPT_BLOCK_UNKNOWN', { file, block: paymentInfoId }));
  }
  for (const paymentInfoId of known) {
    const payments = order.payments.filter((each) => each.paymentInfoId === paymentInfoId);
    const block = report.blocks.find((each) => each.paymentInfoId === paymentInfoId);
    new BlockReader(message, settings, found).read(payments, block);
  }
}

const NO_BLOCK: Omit<BlockStatus, 'paymentInfoId'> = {
  status: '',
  reason: { codes: [], texts: [] },
  counts: [],
  orderedCount: undefined,
  orderedSum: undefined,
  transactions: [],
};

class BlockReader {
  readonly #message: ReadMessage<StatusReport>;
  readonly #settings: ReceiptSettings;
  readonly #found: Findings;

  constructor(message: ReadMessage<StatusReport>, settings: ReceiptSettings, found: Findings) {
    this.#message = message;
    this.#settings = settings;
    this.#found = found;
  }

  read(payments: readonly OrderedPayment[], given: BlockStatus | undefined): void {
    const { file, report } = this.#message;
    const block = given ?? NO_BLOCK;
    const level = payments[0]?.paymentInfoId ?? '';
    if (!fits(block, payments)) {
      this.#found.problems.push(errorDetail('RECEIPT_COUNT_DIFFERS', { file, level }));
      return;
    }
    if (disagree(report.group.status, block.status)) {
      const params = { file, payment: level, above: report.group.status, below: block.status };
      this.#found.problems.push(errorDetail('RECEIPT_LEVELS_DISAGREE', params));
      return;
    }
    if (isDuplicateReport(block)) {
      this.#found.notes.push(errorDetail('RECEIPT_DUPLICATE_BLOCK', { file, block: level }));
      return;
    }
    const listed = this.#match(payments, block.transactions);
    for (const payment of payments) this.#one(payment, listed, block);
  }

  /** Transactions by the payment that they are of; those that are of none, or of another, are told. */
  #match(
    payments: readonly OrderedPayment[],
    transactions: readonly TransactionStatus[],
  ): Map<OrderedPayment, TransactionStatus | undefined> {
    const { file } = this.#message;
    const listed = new Map<OrderedPayment, TransactionStatus | undefined>();
    const byKey = new Map(payments.map((each) => [each.paymentKey, each]));
    const byInstruction = new Map<string, OrderedPayment | undefined>();
    for (const each of payments) {
      byInstruction.set(each.instructionId, byInstruction.has(each.instructionId) ? undefined : each);
    }
    byInstruction.delete('');
    for (const transaction of transactions) {
      const { paymentKey, instructionId, amount, account } = transaction;
      const name = paymentKey || instructionId || '-';
      const payment = paymentKey === '' ? byInstruction.get(instructionId) : byKey.get(paymentKey);
      if (payment === undefined) {
        this.#found.problems.push(errorDetail('RECEIPT_PAYMENT_UNKNOWN', { file, payment: name }));
        continue;
      }
      const isOther =
        (amount !== undefined && amount !== payment.amount) || (account !== '' && account !== payment.account);
      const isTwice = listed.has(payment) && listed.get(payment)?.status !== transaction.status;
      if (isOther) this.#found.problems.push(errorDetail('RECEIPT_PAYMENT_DIFFERS', { file, payment: name }));
      if (isTwice) this.#found.problems.push(errorDetail('RECEIPT_PAYMENT_TWICE', { file, payment: name }));
      listed.set(payment, isOther || isTwice ? undefined : transaction);
    }
    return listed;
  }

  #one(
    payment: OrderedPayment,
    listed: ReadonlyMap<OrderedPayment, TransactionStatus | undefined>,
    block: Omit<BlockStatus, 'paymentInfoId'>,
  ): void {
    const { file, report } = this.#message;
    const { paymentKey } = payment;
    if (!listed.has(payment)) {
      this.#tell(payment, this.#ofLevels(block, listed.size));
      return;
    }
    const own = listed.get(payment);
    if (own === undefined) return;
    const above = [block.status, report.group.status].find((status) => disagree(status, own.status));
    if (above !== undefined) {
      const params = { file, payment: paymentKey, above, below: own.status };
      this.#found.problems.push(errorDetail('RECEIPT_LEVELS_DISAGREE', params));
      return;
    }
    this.#tell(payment, own.status === '' ? this.#ofLevels(block, 0) : own);
  }

  /** The status that a payment has from block or group, if it has one from them. */
  #ofLevels(
    block: Omit<BlockStatus, 'paymentInfoId'>,
    listedBelow: number,
  ): Pick<LevelStatus, 'status' | 'reason'> | undefined {
    const { group, blocks } = this.#message.report;
    const level = [block, group].find(({ status }) => meaningOf(status) !== 'none');
    const isPart = [block, group].some(({ status }) => status === 'PART');
    if (level === undefined) {
      if (!isPart) return undefined;
      const isCounted = countsTellOfUnlisted(block, listedBelow) || this.#settings.unlistedUnderPart === 'accepted';
      return isCounted ? { status: 'ACCP', reason: { codes: [], texts: [] } } : undefined;
    }
    // A wait that names those who wait tells nothing of the others.
    const below =
      level === block ? listedBelow : blocks.reduce((sum, each) => sum + each.transactions.length, listedBelow);
    return meaningOf(level.status) === 'waiting' && below > 0 ? undefined : level;
  }

  #tell({ paymentKey }: OrderedPayment, said: Pick<LevelStatus, 'status' | 'reason'> | undefined): void {
    const { file, report } = this.#message;
    if (said === undefined) return;
    const meaning = meaningOf(said.status);
    const { codes, texts } = said.reason;
    if (meaning === 'none') return;
    if (meaning === 'note') {
      this.#found.notes.push(errorDetail('RECEIPT_NOTE', { file, payment: paymentKey, status: said.status }));
      return;
    }
    const isSettled = said.status === 'ACSC' || said.status === 'ACCC';
    this.#found.facts.push({
      paymentKey,
      meaning: isSettled && this.#settings.acscIsPaid ? 'paid' : sureMeaning(meaning, codes),
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

/** A refusal whose reason says that all went well is none: somebody must look. */
function sureMeaning(
  meaning: Exclude<StatusMeaning, 'none' | 'note'>,
  codes: readonly string[],
): Exclude<StatusMeaning, 'none' | 'note'> {
  return meaning === 'refused' && codes.some(isSuccessLike) ? 'unknown' : meaning;
}

/** Codes by which return files mark what succeeded. */
export function isSuccessLike(code: string): boolean {
  return /^0+$/.test(code) || meaningOf(code) === 'accepted';
}

function isDuplicateReport({ status, reason }: Pick<LevelStatus, 'status' | 'reason'>): boolean {
  return meaningOf(status) === 'refused' && reason.codes.some((code) => actionOf(code) === 'duplicate');
}

/** A level that is accepted or refused, above one that is the other. */
function disagree(above: string, below: string): boolean {
  const [one, other] = [meaningOf(above), meaningOf(below)];
  return (one === 'accepted' && other === 'refused') || (one === 'refused' && other === 'accepted');
}

/** Counts and sums of a level, where it gives any, are those of the file; its counts by status come to all payments. */
function fits(level: LevelStatus, payments: readonly OrderedPayment[]): boolean {
  const sum = payments.reduce((total, { amount }) => total + amount, 0);
  const counted = level.counts.reduce((total, { count }) => total + count, 0);
  return (
    (level.orderedCount === undefined || level.orderedCount === payments.length) &&
    (level.orderedSum === undefined || level.orderedSum === sum) &&
    counted <= payments.length
  );
}

/** The counts by status name the accepted ones, and with those listed they come to all payments of the block. */
function countsTellOfUnlisted({ counts, orderedCount }: LevelStatus, listed: number): boolean {
  const accepted = counts.filter(({ status }) => meaningOf(status) === 'accepted');
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const acceptedCount = accepted.reduce((sum, { count }) => sum + count, 0);
  return (
    acceptedCount > 0 && (orderedCount === undefined || total === orderedCount) && total - acceptedCount === listed
  );
}
