import type { BatchInfo } from '../drafts/batch-info';
import type { SignedActBy } from '../journal';
import { requireTables } from '../later/later-acts';
import type { OpenLedger } from '../posting-reads';
import { writeSignedAct } from '../signed-acts/write-signed-act';
import { insertOpeningPayments, type OpeningPayment, openingPaymentsOf, takeOverAct } from './payment-rows';
import { OPENING_PAYMENTS } from './tables';

/**
 * Writes down what an earlier system paid, with the draft of an opening batch. Its run id holds their hash, so whoever
 * approves the batch approves them. The caller holds the transaction. The same again writes nothing.
 */
export function takeOverPayments(
  ledger: OpenLedger,
  { batch, runId }: BatchInfo,
  payments: readonly OpeningPayment[],
  by: SignedActBy,
): void {
  if (payments.length === 0 || openingPaymentsOf(ledger, batch) !== undefined) return;
  const { db } = ledger;
  requireTables(ledger, OPENING_PAYMENTS, by);
  const first = Number(db.prepare('SELECT coalesce(max(payment), 0) + 1 FROM opening_payments').get()?.[0]);
  const journal = writeSignedAct(db, 'take-over-payments', by, takeOverAct(runId, first, payments));
  insertOpeningPayments(db, journal, batch, first, payments);
}
