import { flag, type RowOf, rowOf, rowsOf } from '../columns';
import type { OpenLedger } from '../posting-reads';
import { hasTables } from '../schema/table-sets';
import { FILED_PAYMENT, HAND_OVER, PAYMENT_FILE, type PaymentFileInfo, type PaymentFileState } from './file-types';
import { PAYMENT_FILES } from './tables';

/** A file with how far it has come. */
const ROW = {
  ...PAYMENT_FILE,
  isMade: flag('EXISTS (SELECT 1 FROM payment_file_makings AS m WHERE m.file = f.file)'),
  isDiscarded: flag('EXISTS (SELECT 1 FROM payment_file_discards AS d WHERE d.file = f.file)'),
};
const FROM_FILES = `FROM payment_files AS f JOIN posting_chain AS c USING (posting) JOIN batches AS b USING (batch)
JOIN journal AS j ON j.sequence = f.journal`;

/** Files of payments of a batch, or of all, in the order in which they were begun; none where the ledger has no such tables. */
export function paymentFiles(ledger: OpenLedger, runId?: string): PaymentFileInfo[] {
  if (!hasTables(ledger, PAYMENT_FILES)) return [];
  const [where, values] = runId === undefined ? ['', []] : [' WHERE b.run_id = ?', [runId]];
  return rowsOf(ledger.db, ROW, `${FROM_FILES}${where} ORDER BY f.file`, ...values).map((row) => infoOf(ledger, row));
}

/** One file by its number in the ledger. */
export function paymentFile(ledger: OpenLedger, file: number): PaymentFileInfo | undefined {
  const row = rowOf(ledger.db, ROW, `${FROM_FILES} WHERE f.file = ?`, file);
  return row && infoOf(ledger, row);
}

function infoOf({ db }: OpenLedger, { isMade, isDiscarded, ...row }: RowOf<typeof ROW>): PaymentFileInfo {
  const told = `FROM payment_file_handovers AS h JOIN journal AS j ON j.sequence = h.journal
    WHERE h.file = ? ORDER BY h.journal`;
  const handOvers = rowsOf(db, HAND_OVER, told, row.file);
  const payments = rowsOf(
    db,
    FILED_PAYMENT,
    'FROM payment_file_payments WHERE file = ? ORDER BY payment_key',
    row.file,
  );
  return { ...row, state: stateOf(isMade, isDiscarded, handOvers.length > 0), handOvers, payments };
}

function stateOf(isMade: boolean, isDiscarded: boolean, isHandedOver: boolean): PaymentFileState {
  if (isDiscarded) return 'discarded';
  if (isHandedOver) return 'handed_over';
  return isMade ? 'made' : 'intent';
}

/** The bytes of a file as they were fixed before it was written. */
export function bytesOfFile({ db }: OpenLedger, file: number): Uint8Array {
  const content = db.prepare('SELECT content FROM payment_files WHERE file = ?').get(file)?.[0];
  return Buffer.isBuffer(content) ? content : new Uint8Array();
}

/** Payments of a batch whose last known fate is a refusal, told after every file that they stand in. */
export function refusedSince(ledger: OpenLedger, runId: string): string[] {
  const files = paymentFiles(ledger, runId).filter(({ state }) => state !== 'discarded');
  return ledger.db
    .prepare(
      `SELECT p.payment_key, o.journal FROM payments AS p JOIN posting_chain USING (posting) JOIN batches AS b USING (batch)
       JOIN payment_outcomes_in_force AS o USING (payment_key) WHERE b.run_id = ? AND o.kind = 'refused'
       AND o.outcome = (SELECT max(outcome) FROM payment_outcomes_in_force AS l WHERE l.payment_key = p.payment_key)
       ORDER BY p.payment_key`,
    )
    .all(runId)
    .filter(([key, journal]) =>
      files
        .filter(({ payments }) => payments.some(({ paymentKey }) => paymentKey === key))
        .every((file) => file.journal < Number(journal)),
    )
    .map(([key]) => String(key));
}
