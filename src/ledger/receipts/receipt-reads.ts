import { type ErrorDetail, sha256Hex } from '../../domain';
import { dayOfDeletion, deletedIn } from '../deletions/deletion-reads';
import type { OpenLedger } from '../posting-reads';
import { hasTables } from '../schema/table-sets';
import type { OutcomeRow } from './receipt-acts';
import type { ReceiptFact, ReceiptInfo, ReceiptWithdrawal } from './receipt-types';
import { RECEIPTS } from './tables';

export const FACT_COLUMNS = 'payment_key, order_id, meaning, at, status, codes, texts, kind, booking';

/** A fact of the columns above, in their order. */
export function factOf(row: readonly unknown[]): ReceiptFact {
  const [paymentKey, orderId, meaning, at, status, codes, texts, kind, booking] = row.map(String);
  return {
    paymentKey: paymentKey ?? '',
    orderId: orderId ?? '',
    meaning: meaning ?? '',
    at: at ?? '',
    status: status ?? '',
    codes: textsOf(codes ?? ''),
    texts: textsOf(texts ?? ''),
    kind: kind ?? '',
    booking: booking ?? '',
  };
}

function textsOf(json: string): string[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.map(String) : [];
}

/** Files that were kept, in the order in which they came; none where the ledger has no such tables. */
export function receiptsOf(ledger: OpenLedger): ReceiptInfo[] {
  if (!hasTables(ledger, RECEIPTS)) return [];
  const withdrawals = withdrawalsOf(ledger);
  const deleted = deletedIn(ledger, 'receipts');
  return ledger.db
    .prepare(
      `SELECT r.receipt, r.name, r.hash, r.size, j.at, j.actor, d.kind, d.message_id, d.identity, d.content_hash, d.problems, d.facts
       FROM receipts AS r JOIN journal AS j ON j.sequence = r.journal LEFT JOIN receipt_readings AS d USING (receipt)
       ORDER BY r.receipt`,
    )
    .all()
    .map((row) => {
      const text = (index: number): string => String(row[index]);
      return {
        receipt: Number(row[0]),
        name: text(1),
        hash: text(2),
        size: Number(row[3]),
        at: text(4),
        actor: text(5),
        reading:
          row[6] === null
            ? undefined
            : {
                kind: text(6),
                messageId: text(7),
                identity: text(8),
                content: text(9),
                problems: problemsOf(text(10)),
              },
        facts: Number(row[11] ?? 0),
        deletedOn: dayOfDeletion(ledger, deleted.get(Number(row[0]))),
        withdrawals: withdrawals.filter(({ receipt }) => receipt === row[0]),
      };
    });
}

function problemsOf(text: string): ErrorDetail[] {
  const parsed: ErrorDetail[] = JSON.parse(text);
  return parsed;
}

/** Records that were called wrong, in the order in which they were. */
export function withdrawalsOf({ db }: OpenLedger): ReceiptWithdrawal[] {
  return db
    .prepare(
      `SELECT w.withdrawal, w.receipt, w.payment_key, j.actor, j.reason, coalesce(k.actor, '') FROM receipt_withdrawals AS w
       JOIN journal AS j ON j.sequence = w.journal LEFT JOIN receipt_withdrawals_confirmed AS c USING (withdrawal)
       LEFT JOIN journal AS k ON k.sequence = c.journal ORDER BY w.withdrawal`,
    )
    .all()
    .map(([withdrawal, receipt, key, proposedBy, reason, confirmedBy]) => ({
      withdrawal: Number(withdrawal),
      receipt: Number(receipt),
      paymentKey: String(key),
      proposedBy: String(proposedBy),
      reason: String(reason),
      confirmedBy: String(confirmedBy),
    }));
}

/** The bytes of a file as it was brought. */
export function bytesOfReceipt({ db }: OpenLedger, receipt: number): Uint8Array {
  const content = db.prepare('SELECT content FROM receipts WHERE receipt = ?').get(receipt)?.[0];
  return Buffer.isBuffer(content) ? content : new Uint8Array();
}

/** Kept files whose bytes have not their hash; of those that an act has deleted nothing is left to be hashed. */
export function damagedReceipts(ledger: OpenLedger): number[] {
  return receiptsOf(ledger)
    .filter(({ deletedOn }) => deletedOn === '')
    .filter(({ receipt, hash }) => sha256Hex(bytesOfReceipt(ledger, receipt)) !== hash)
    .map(({ receipt }) => receipt);
}

/** Facts that a reading brought, in their order. */
export function factsOfReceipt({ db }: OpenLedger, receipt: number): ReceiptFact[] {
  return db
    .prepare(`SELECT ${FACT_COLUMNS} FROM receipt_facts WHERE receipt = ? ORDER BY fact`)
    .all(receipt)
    .map(factOf);
}

/** Outcomes by their numbers. */
export function outcomeRows({ db }: OpenLedger, first: number, count: number): (OutcomeRow & { journal: number })[] {
  return db
    .prepare(
      'SELECT payment_key, kind, on_date, undoes, journal FROM payment_outcomes WHERE outcome BETWEEN ? AND ? ORDER BY outcome',
    )
    .all(first, first + count - 1)
    .map(([key, kind, on, undoes, journal]) => ({
      paymentKey: String(key),
      kind: String(kind),
      on: String(on),
      undoes: Number(undoes),
      journal: Number(journal),
    }));
}
