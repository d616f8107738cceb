import { type ErrorDetail, errorDetail } from '../../domain';
import type { AccountReport } from './account-report';
import { applyBookings } from './apply-bookings';
import { applyStatus, type ReadMessage } from './apply-status';
import { blocksAccount } from './bank-status';
import {
  DEFAULT_RECEIPT_SETTINGS,
  type Findings,
  OrderBook,
  type PaymentFact,
  type ReceiptSettings,
} from './payment-facts';
import type { OrderedPayment, PaymentOrder } from './payment-order';
import type { StatusReport } from './status-report';

/** How far a payment has come. `valid`: the bank could read the file; only `paid` is money that has left the account. */
export const PAYMENT_STATES = [
  'no_news',
  'handed_over',
  'valid',
  'accepted',
  'waiting',
  'refused',
  'paid',
  'returned',
  'unknown',
] as const;
export type BankPaymentState = (typeof PAYMENT_STATES)[number];

/** A payment with what all receipts together say of it. */
export interface JudgedPayment extends OrderedPayment {
  readonly state: BankPaymentState;
  /** The last that was said: a day or a time, its status, reasons and words; empty without news. */
  readonly at: string;
  readonly status: string;
  readonly codes: readonly string[];
  readonly texts: readonly string[];
  /** The account must be confirmed anew before it is paid to again. */
  readonly blocksAccount: boolean;
}

export interface Judgement {
  readonly payments: readonly JudgedPayment[];
  readonly problems: readonly ErrorDetail[];
  readonly notes: readonly ErrorDetail[];
}

export type Receipt = ReadMessage<StatusReport | AccountReport>;

/**
 * What receipts say of the payments of files: worked out from all of them at once, so that the order in which they came
 * plays no part and the same answer twice moves nothing (payment-files.md 7 and 8).
 */
export function judgePayments(
  orders: readonly PaymentOrder[],
  receipts: readonly Receipt[],
  settings: ReceiptSettings = DEFAULT_RECEIPT_SETTINGS,
): Judgement {
  const book = new OrderBook(orders);
  const found: Findings = { facts: [], problems: [], notes: [] };
  for (const { file, report } of distinct(receipts, found)) {
    if (report.kind === 'status') applyStatus({ file, report }, book, settings, found);
    else applyBookings({ file, report }, book, found);
  }
  const payments = new Map(orders.flatMap((order) => order.payments.map((each) => [each.paymentKey, each] as const)));
  const byKey = new Map<string, PaymentFact[]>();
  for (const fact of found.facts) byKey.set(fact.paymentKey, [...(byKey.get(fact.paymentKey) ?? []), fact]);
  return {
    payments: [...payments.values()].map((payment) =>
      judge(payment, byKey.get(payment.paymentKey) ?? [], book.timesSent(payment.paymentKey)),
    ),
    problems: found.problems,
    notes: found.notes,
  };
}

/** Messages without those that have been read before; two contents under one id are told, and neither is applied. */
function distinct(receipts: readonly Receipt[], found: Findings): Receipt[] {
  const groups = new Map<string, Receipt[]>();
  for (const receipt of receipts) {
    const { kind, messageId } = receipt.report;
    const key = `${kind} ${messageId} ${receipt.report.kind === 'status' ? receipt.report.sender : receipt.report.accounts.join()}`;
    groups.set(key, [...(groups.get(key) ?? []), receipt]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const text = JSON.stringify(first.report);
    const { messageId } = first.report;
    if (others.some(({ report }) => JSON.stringify(report) !== text)) {
      const files = [first, ...others].map(({ file }) => file).join(', ');
      found.problems.push(errorDetail('RECEIPT_TWO_CONTENTS', { messageId, files }));
      return [];
    }
    for (const { file } of others) found.notes.push(errorDetail('RECEIPT_READ_BEFORE', { file, messageId }));
    return [first];
  });
}

/** A statement has the same bookings as the notifications of its days: where there are both, it is for comparing. */
function withoutDoubles(facts: readonly PaymentFact[]): readonly PaymentFact[] {
  const isNotified = facts.some(({ kind }) => kind === 'camt.054');
  return isNotified ? facts.filter(({ kind }) => kind !== 'camt.053') : facts;
}

function judge(payment: OrderedPayment, said: readonly PaymentFact[], timesSent: number): JudgedPayment {
  const facts = withoutDoubles(said);
  const bookings = [...new Map(facts.map((fact) => [fact.booking, fact])).values()].filter(({ booking }) => booking);
  const paid = [...bookings, ...facts.filter(({ booking }) => booking === '')].filter(
    (fact) => fact.meaning === 'paid',
  );
  const debits = bookings.filter(({ meaning }) => meaning === 'paid').length;
  const returns = bookings.filter(({ meaning }) => meaning === 'returned');
  const statuses = facts.filter(({ booking, meaning }) => booking === '' && meaning !== 'paid').toSorted(byTime);
  const state = stateOf({ facts, debits, paid: paid.length, returns: returns.length, statuses, timesSent });
  const reported =
    [...facts].sort(byTime).findLast(({ meaning }) => meaning === state) ?? [...facts].sort(byTime).at(-1);
  const { at = '', status = '', codes = [], texts = [] } = reported ?? {};
  const isBack = state === 'refused' || state === 'returned';
  return { ...payment, state, at, status, codes, texts, blocksAccount: isBack && codes.some(blocksAccount) };
}

interface Known {
  readonly facts: readonly PaymentFact[];
  readonly debits: number;
  readonly paid: number;
  readonly returns: number;
  readonly statuses: readonly PaymentFact[];
  readonly timesSent: number;
}

function stateOf({ facts, debits, paid, returns, statuses, timesSent }: Known): BankPaymentState {
  if (facts.some(({ meaning }) => meaning === 'unknown')) return 'unknown';
  // More money has left, or come back, than files were sent.
  if (debits > timesSent || returns > timesSent) return 'unknown';
  if (returns > 0 && returns >= debits) return 'returned';
  if (paid > 0) return statuses.some(({ meaning }) => meaning === 'refused') && timesSent === 1 ? 'unknown' : 'paid';
  return stateOfStatuses(statuses, timesSent);
}

/** From statuses alone: a refusal stands; what is accepted after it in the same file is a contradiction. */
function stateOfStatuses(statuses: readonly PaymentFact[], timesSent: number): BankPaymentState {
  const refused = statuses.find(({ meaning }) => meaning === 'refused');
  if (refused) {
    const isContradicted = statuses.some(({ meaning, at }) => meaning === 'accepted' && at >= refused.at);
    if (!isContradicted) return 'refused';
    if (timesSent === 1) return 'unknown';
  }
  const last = statuses.findLast(({ meaning }) => meaning === 'accepted' || meaning === 'waiting') ?? statuses.at(-1);
  return last === undefined ? 'no_news' : stateNamed(last.meaning);
}

function stateNamed(meaning: PaymentFact['meaning']): BankPaymentState {
  return PAYMENT_STATES.find((state) => state === meaning) ?? 'unknown';
}

function byTime(a: PaymentFact, b: PaymentFact): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.file < b.file ? -1 : 1;
}
