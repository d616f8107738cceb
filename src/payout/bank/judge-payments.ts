import { type ErrorDetail, errorDetail, sha256Hex } from '../../domain';
import type { AccountReport } from './account-report';
import { applyBookings } from './apply-bookings';
import { applyList } from './apply-list';
import { applyStatus } from './apply-status';
import { judgePayment, type PaymentJudgement } from './judge-payment';
import {
  DEFAULT_RECEIPT_SETTINGS,
  type Findings,
  OrderBook,
  type PaymentFact,
  type ReadMessage,
  type ReceiptSettings,
} from './payment-facts';
import type { OrderedPayment, PaymentOrder } from './payment-order';
import type { ReceiptList } from './receipt-list';
import type { StatusReport } from './status-report';

/** A payment with what all receipts together say of it. */
export interface JudgedPayment extends OrderedPayment, PaymentJudgement {}

export interface Judgement {
  readonly payments: readonly JudgedPayment[];
  readonly problems: readonly ErrorDetail[];
  readonly notes: readonly ErrorDetail[];
}

export type Receipt = ReadMessage<StatusReport | AccountReport | ReceiptList>;

/** What a message is told apart by: who sent it under which id, and what it says. */
export interface MessageIdentity {
  readonly messageId: string;
  /** The same for a message that is sent again. */
  readonly identity: string;
  /** Hash of what it says, as it was read. */
  readonly content: string;
}

/** Facts of one message of a payment. */
export interface ReceiptMessage extends Pick<MessageIdentity, 'identity' | 'content'> {
  readonly facts: readonly PaymentFact[];
}

/** Identity of a message: its id and sender; two that have it and say the same are one. */
export function identityOf({ report }: Receipt): MessageIdentity {
  const sender = report.kind === 'account' ? report.accounts.join() : report.sender;
  const { messageId } = report;
  // Banks number statements and notifications each for themselves.
  const kind = report.version.startsWith('camt.053') ? 'statement' : report.kind;
  const identity = [kind, messageId, sender].join(' ');
  return { messageId, identity, content: sha256Hex(JSON.stringify(report)) };
}

/** What one message says of the payments of files. */
export function factsOf({ file, report }: Receipt, book: OrderBook, settings: ReceiptSettings): Findings {
  const found: Findings = { facts: [], problems: [], notes: [] };
  if (report.kind === 'status') applyStatus({ file, report }, book, settings, found);
  else if (report.kind === 'list') applyList({ file, report }, book, found);
  else applyBookings({ file, report }, book, found);
  return found;
}

/**
 * Facts of a payment without those that were reported twice. Where messages of one identity say different things of it, what
 * they say is not known.
 */
export function certainFacts(messages: readonly ReceiptMessage[]): readonly PaymentFact[] {
  const byIdentity = new Map<string, Map<string, readonly PaymentFact[]>>();
  for (const { identity, content, facts } of messages) {
    byIdentity.set(
      identity,
      (byIdentity.get(identity) ?? new Map<string, readonly PaymentFact[]>()).set(content, facts),
    );
  }
  return [...byIdentity.values()].flatMap((versions) => {
    const texts = new Set(
      [...versions.values()].map((facts) => JSON.stringify(facts.map((fact) => ({ ...fact, file: '' })))),
    );
    const facts = [...versions.values()].flat();
    const [first = []] = versions.values();
    return texts.size < 2 ? first : facts.map((fact) => ({ ...fact, meaning: 'unknown' as const, booking: '' }));
  });
}

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
  const read = distinct(receipts, found).map((receipt) => ({
    receipt,
    ...identityOf(receipt),
    ...factsOf(receipt, book, settings),
  }));
  found.problems.push(...read.flatMap(({ problems }) => problems));
  found.notes.push(...read.flatMap(({ notes }) => notes));
  const messages = new Map<string, Map<string, ReceiptMessage & { facts: PaymentFact[] }>>();
  for (const { identity, content, facts } of read) {
    for (const fact of facts) {
      const ofPayment = messages.get(fact.paymentKey) ?? new Map<string, ReceiptMessage & { facts: PaymentFact[] }>();
      messages.set(fact.paymentKey, ofPayment);
      const message = ofPayment.get(content) ?? { identity, content, facts: [] };
      ofPayment.set(content, message);
      message.facts.push(fact);
    }
  }
  // A version of a message that says nothing of a payment says something else of it, too.
  const doubled = read.filter((one) =>
    read.some((other) => other.identity === one.identity && other.content !== one.content),
  );
  const payments = new Map(orders.flatMap((order) => order.payments.map((each) => [each.paymentKey, each] as const)));
  return {
    payments: [...payments.values()].map((payment) => {
      const own = [...(messages.get(payment.paymentKey)?.values() ?? [])];
      const silent = doubled.map(({ identity, content }) => ({ identity, content, facts: [] }));
      const all = [...silent.filter(({ content }) => own.every((each) => each.content !== content)), ...own];
      return { ...payment, ...judgePayment(certainFacts(all), book.filesOf(payment.paymentKey)) };
    }),
    problems: found.problems,
    notes: found.notes,
  };
}

/** Messages without those that have been read before; two contents under one id are reported. */
function distinct(receipts: readonly Receipt[], found: Findings): Receipt[] {
  const seen = new Map<string, Map<string, Receipt>>();
  for (const receipt of receipts) {
    const { identity, content, messageId } = identityOf(receipt);
    const versions = seen.get(identity) ?? new Map<string, Receipt>();
    seen.set(identity, versions);
    if (versions.has(content)) found.notes.push(errorDetail('RECEIPT_READ_BEFORE', { file: receipt.file, messageId }));
    else versions.set(content, receipt);
  }
  return [...seen.values()].flatMap((versions) => {
    const kept = [...versions.values()];
    if (kept.length > 1) {
      const files = kept.map(({ file }) => file).join(', ');
      found.problems.push(errorDetail('RECEIPT_TWO_CONTENTS', { messageId: kept[0]?.report.messageId ?? '', files }));
    }
    return kept;
  });
}
