import { type ErrorDetail, sha256Hex } from '../../domain';
import { type RowOf, rowsOf, text, whole } from '../columns';
import { dayOfDeletion, deletedIn } from '../deletions/deletion-reads';
import type { OpenLedger } from '../posting-reads';
import { hasTables } from '../schema/table-sets';
import {
  FACT,
  KEPT,
  READING,
  type ReceiptFact,
  type ReceiptInfo,
  type ReceiptWithdrawal,
  WITHDRAWAL,
} from './receipt-types';
import { RECEIPTS } from './tables';

/** A row of `payment_outcomes` that an act of receipts wrote. */
const OUTCOME_ROW = {
  paymentKey: text('payment_key'),
  kind: text('kind'),
  on: text('on_date'),
  /** Number of the outcome that it undoes; 0 for none. */
  undoes: whole('undoes'),
};
export type OutcomeRow = RowOf<typeof OUTCOME_ROW>;

/** Files that were kept, in the order in which they came; none where the ledger has no such tables. */
export function receiptsOf(ledger: OpenLedger): ReceiptInfo[] {
  if (!hasTables(ledger, RECEIPTS)) return [];
  const { db } = ledger;
  const withdrawals = withdrawalsOf(ledger);
  const deleted = deletedIn(ledger, 'receipts');
  const readings = new Map(rowsOf(db, READ, 'FROM receipt_readings').map(({ receipt, ...row }) => [receipt, row]));
  const rest = 'FROM receipts AS r JOIN journal AS j ON j.sequence = r.journal ORDER BY r.receipt';
  return rowsOf(db, KEPT, rest).map((row) => {
    const { facts = 0, ...reading } = readings.get(row.receipt) ?? {};
    return {
      ...row,
      reading: 'kind' in reading ? reading : undefined,
      facts,
      deletedOn: dayOfDeletion(ledger, deleted.get(row.receipt)),
      withdrawals: withdrawals.filter(({ receipt }) => receipt === row.receipt),
    };
  });
}

const READ = {
  receipt: whole('receipt'),
  ...READING,
  problems: { sql: 'problems', read: problemsOf },
  facts: whole('facts'),
};

function problemsOf(text: unknown): ErrorDetail[] {
  const parsed: ErrorDetail[] = JSON.parse(String(text));
  return parsed;
}

/** Records that were called wrong, in the order in which they were. */
export function withdrawalsOf({ db }: OpenLedger): ReceiptWithdrawal[] {
  const rest = `FROM receipt_withdrawals AS w JOIN journal AS j ON j.sequence = w.journal
    LEFT JOIN receipt_withdrawals_confirmed AS c USING (withdrawal) LEFT JOIN journal AS k ON k.sequence = c.journal
    ORDER BY w.withdrawal`;
  return rowsOf(db, WITHDRAWAL, rest);
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
  return rowsOf(db, FACT, 'FROM receipt_facts WHERE receipt = ? ORDER BY fact', receipt);
}

/** Outcomes by their numbers. */
export function outcomeRows({ db }: OpenLedger, first: number, count: number): (OutcomeRow & { journal: number })[] {
  const rest = 'FROM payment_outcomes WHERE outcome BETWEEN ? AND ? ORDER BY outcome';
  return rowsOf(db, { ...OUTCOME_ROW, journal: whole('journal') }, rest, first, first + count - 1);
}
