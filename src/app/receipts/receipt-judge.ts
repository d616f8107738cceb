import { assert } from '../../domain';
import type { ReceiptFact, ReceiptJudge } from '../../ledger';
import { certainFacts, FACT_MEANINGS, judgePayment, type PaymentFact } from '../../payout';

/** Judges payments from what the ledger holds of them, as all messages at once would be judged. */
export const receiptJudge: ReceiptJudge = (messages, files) =>
  judgePayment(certainFacts(messages.map((message) => ({ ...message, facts: message.facts.map(asFact) }))), files);

function asFact(fact: ReceiptFact): PaymentFact {
  const meaning = FACT_MEANINGS.find((known) => known === fact.meaning);
  assert(meaning !== undefined, `a receipt says ${fact.meaning} of ${fact.paymentKey}`);
  return { ...fact, meaning, file: '' };
}
