import { type ErrorDetail, errorDetail } from '../../domain';
import type { LaterActs } from '../later/later-act';
import type { OpenLedger } from '../posting-reads';
import { openingHash } from './opening-hash';
import { openingPaymentsHash, storedOpeningPayments, takeOverAct } from './payment-rows';
import { OPENING_PAYMENTS } from './tables';

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
