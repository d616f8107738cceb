import { sha256Hex } from '../../domain';
import type { ActContent } from '../journal';
import { textRow } from '../rows-text';
import type { ReceiptFact, ReceiptReading } from './receipt-types';

/** A row of `payment_outcomes` that an act of receipts wrote. */
export interface OutcomeRow {
  readonly paymentKey: string;
  readonly kind: string;
  readonly on: string;
  /** Number of the outcome that it undoes; 0 for none. */
  readonly undoes: number;
}

/** What the journal says of a file that was kept. */
export function receiveAct(receipt: number, name: string, hash: string, size: number): ActContent {
  return { receipt, name, hash, size };
}

/** What the journal says of what was made of it. */
export function readingAct(
  reading: Omit<ReceiptReading, 'facts' | 'problems'>,
  content: { readonly problems: string; readonly facts: number; readonly factsHash: string },
  outcomes: ActContent,
): ActContent {
  return {
    receipt: reading.receipt,
    kind: reading.kind,
    message_id: reading.messageId,
    identity: reading.identity,
    content_hash: reading.content,
    problems: content.problems,
    facts: content.facts,
    facts_hash: content.factsHash,
    ...outcomes,
  };
}

/** What the journal says of a record that somebody calls wrong, and of its confirmation. */
export function withdrawalAct(
  withdrawal: number,
  receipt: number,
  paymentKey: string,
  outcomes: ActContent = {},
): ActContent {
  return { withdrawal, receipt, payment_key: paymentKey, ...outcomes };
}

/** What such an act says of the outcomes that it wrote, numbered from the first. */
export function outcomesContent(first: number, rows: readonly OutcomeRow[]): ActContent {
  const texts = rows.map(({ paymentKey, kind, on, undoes }) => textRow('outcome', paymentKey, kind, on, undoes));
  return { first_outcome: first, outcomes: rows.length, outcomes_hash: sha256Hex(texts.join('')) };
}

/** SHA-256 over a row a fact, in the order in which they were read. */
export function factsHash(facts: readonly ReceiptFact[]): string {
  return sha256Hex(facts.map((fact) => `${JSON.stringify(factColumns(fact))}\n`).join(''));
}

/** A fact as the columns of `receipt_facts` hold it, without receipt and number. */
export function factColumns(fact: ReceiptFact): string[] {
  const { paymentKey, orderId, meaning, at, status, codes, texts, kind, booking } = fact;
  return [paymentKey, orderId, meaning, at, status, JSON.stringify(codes), JSON.stringify(texts), kind, booking];
}
