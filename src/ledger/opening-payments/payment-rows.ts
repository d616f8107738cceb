import { type ErrorDetail, errorDetail, sha256Hex } from '../../domain';
import type { Database } from '../../effects';
import { groupNumber } from '../codes';
import { group, type RowOf, rowsOf, text, whole } from '../columns';
import type { ActContent } from '../journal';
import type { LaterActs } from '../later/later-act';
import type { OpenLedger } from '../posting-reads';
import { recipientText, textRow } from '../rows-text';
import { hasTables } from '../schema/table-sets';
import { OPENING_PAYMENTS } from './tables';

/** What an earlier system paid to a recipient on a day; negative for what came back. */
const PAYMENT = {
  /** `YYYY-MM-DD` */
  on: text('on_date'),
  recipient: whole('recipient'),
  group: group('netting_group'),
  grantYear: whole('grant_year'),
  amountNok: whole('amount'),
};
export type OpeningPayment = RowOf<typeof PAYMENT>;

/** Hash of payments in their order; of none that of no bytes. */
export function openingPaymentsHash(payments: readonly OpeningPayment[]): string {
  const rows = payments.map(({ on, recipient, group, grantYear, amountNok }) =>
    textRow('opening payment', on, recipientText(recipient), group, grantYear, amountNok),
  );
  return sha256Hex(rows.join(''));
}

/** What the journal says of them. */
export function takeOverAct(runId: string, first: number, payments: readonly OpeningPayment[]): ActContent {
  return {
    run_id: runId,
    first_payment: first,
    payments: payments.length,
    payments_hash: openingPaymentsHash(payments),
  };
}

/** Payments with the number of the first, by act. */
function storedOpeningPayments(
  db: Database,
  journal: number,
): { readonly first: number; readonly payments: OpeningPayment[] } {
  const rest = 'FROM opening_payments WHERE journal = ? ORDER BY payment';
  const [first] = rowsOf(db, { payment: whole('payment') }, rest, journal);
  return { first: first?.payment ?? 0, payments: rowsOf(db, PAYMENT, rest, journal) };
}

/** What an earlier system paid, as told with an opening batch; undefined where nothing was reported. */
export function openingPaymentsOf(ledger: OpenLedger, batch: number): readonly OpeningPayment[] | undefined {
  if (!hasTables(ledger, OPENING_PAYMENTS)) return undefined;
  const row = ledger.db.prepare('SELECT journal FROM opening_payment_files WHERE batch = ?').get(batch);
  return row && storedOpeningPayments(ledger.db, Number(row[0])).payments;
}

/** Adds them; the caller holds the transaction and has written the act. */
export function insertOpeningPayments(
  db: Database,
  journal: number,
  batch: number,
  first: number,
  payments: readonly OpeningPayment[],
): void {
  db.prepare('INSERT INTO opening_payment_files VALUES (?, ?)').run(journal, batch);
  const insert = db.prepare('INSERT INTO opening_payments VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const [index, { on, recipient, group, grantYear, amountNok }] of payments.entries()) {
    insert.run(first + index, journal, on, recipient, groupNumber(group), grantYear, amountNok);
  }
}

/**
 * Hash of what an opening takes over, of which its run id is made. What an earlier system paid is part of it where it was
 * told; without it the hash is that of openings before it could be.
 *
 * @param payments hash of the payments, empty for none
 */
export function openingHash(rehearsal: boolean, linesHash: string, payoutsHash: string, payments: string): string {
  const paid = payments === '' ? '' : `payments\t${payments}\n`;
  return sha256Hex(`opening\t${rehearsal ? 1 : 0}\t${linesHash}\t${payoutsHash}\n${paid}`);
}

/** The act that tells what an earlier system paid, held to its rows. */
export const OPENING_PAYMENT_ACTS: LaterActs = {
  tables: OPENING_PAYMENTS,
  contentOf: {
    'take-over-payments': ({ db }, { journal }) => {
      const row = db
        .prepare(
          'SELECT b.run_id FROM opening_payment_files JOIN batches AS b USING (batch) WHERE opening_payment_files.journal = ?',
        )
        .get(journal);
      const { first, payments } = storedOpeningPayments(db, journal);
      return row && takeOverAct(String(row[0]), first, payments);
    },
  },
  rows: { opening_payment_files: ['take-over-payments'] },
  faults: openingPaymentFaults,
};

/** Numbers without gaps, and each file the one that the run id of its batch was made of. */
function openingPaymentFaults({ db, rehearsal }: OpenLedger): ErrorDetail[] {
  const numbers = db.prepare('SELECT count(*), coalesce(max(payment), 0) FROM opening_payments').get();
  const files = db
    .prepare(
      `SELECT f.journal, b.run_id, b.lines_hash, b.payouts_hash, b.kind FROM opening_payment_files AS f
       JOIN batches AS b USING (batch)`,
    )
    .all()
    .filter(([journal, runId, lines, payouts, kind]) => {
      const payments = openingPaymentsHash(storedOpeningPayments(db, Number(journal)).payments);
      const hash = openingHash(rehearsal, String(lines), String(payouts), payments);
      return kind !== 'opening' || String(runId) !== `opening-${hash.slice(0, 12)}`;
    });
  return [
    ...(numbers?.[0] === numbers?.[1] ? [] : [errorDetail('LEDGER_OPENING_PAYMENTS_DIFFER', { what: 'numbers' })]),
    ...files.map(([, runId]) => errorDetail('LEDGER_OPENING_PAYMENTS_DIFFER', { what: String(runId) })),
  ];
}
