import { at } from '../../domain';
import { nameIn } from '../codes';
import type { OpenLedger } from '../posting-reads';
import { hasTables } from '../schema/table-sets';
import { type FiledPayment, PAYMENT_CHANNELS, type PaymentFileInfo, type PaymentFileState } from './file-types';
import { PAYMENT_FILES } from './tables';

const SELECT = `SELECT f.file, b.run_id, f.number, f.channel, f.format, f.message_id, f.name, f.execution_date, f.created_at,
  f.amount, f.hash, j.actor, EXISTS (SELECT 1 FROM payment_file_makings AS m WHERE m.file = f.file),
  EXISTS (SELECT 1 FROM payment_file_discards AS d WHERE d.file = f.file), f.debtor_account, f.settings, j.hash, f.journal
FROM payment_files AS f JOIN posting_chain AS c USING (posting) JOIN batches AS b USING (batch)
JOIN journal AS j ON j.sequence = f.journal`;

/** Files of payments of a batch, or of all, in the order in which they were begun; none where the ledger has no such tables. */
export function paymentFiles(ledger: OpenLedger, runId?: string): PaymentFileInfo[] {
  if (!hasTables(ledger, PAYMENT_FILES)) return [];
  const where = runId === undefined ? '' : ' WHERE b.run_id = ?';
  return ledger.db
    .prepare(`${SELECT}${where} ORDER BY f.file`)
    .all(...(runId === undefined ? [] : [runId]))
    .map((row) => infoOf(ledger, row));
}

/** One file by its number in the ledger. */
export function paymentFile(ledger: OpenLedger, file: number): PaymentFileInfo | undefined {
  const row = ledger.db.prepare(`${SELECT} WHERE f.file = ?`).get(file);
  return row && infoOf(ledger, row);
}

function infoOf(ledger: OpenLedger, row: readonly unknown[]): PaymentFileInfo {
  const text = (index: number): string => String(at(row, index));
  const file = Number(row[0]);
  const handOvers = ledger.db
    .prepare(
      `SELECT h.on_date, h.reference, j.actor FROM payment_file_handovers AS h JOIN journal AS j ON j.sequence = h.journal
       WHERE h.file = ? ORDER BY h.journal`,
    )
    .all(file)
    .map(([on, reference, actor]) => ({ on: String(on), reference: String(reference), actor: String(actor) }));
  return {
    file,
    runId: text(1),
    number: Number(row[2]),
    channel: nameIn(PAYMENT_CHANNELS, row[3]),
    format: text(4),
    messageId: text(5),
    name: text(6),
    executionDate: text(7),
    createdAt: text(8),
    debtorAccount: text(14),
    settings: text(15),
    actHash: text(16),
    journal: Number(row[17]),
    amountNok: Number(row[9]),
    hash: text(10),
    actor: text(11),
    state: stateOf(row[12] === 1, row[13] === 1, handOvers.length > 0),
    handOvers,
    payments: filedPayments(ledger, file),
  };
}

function stateOf(isMade: boolean, isDiscarded: boolean, isHandedOver: boolean): PaymentFileState {
  if (isDiscarded) return 'discarded';
  if (isHandedOver) return 'handed_over';
  return isMade ? 'made' : 'intent';
}

/** Payments of a file by their keys. */
function filedPayments({ db }: OpenLedger, file: number): FiledPayment[] {
  return db
    .prepare(
      `SELECT payment_key, instruction_id, payment_info_id, amount, account, name FROM payment_file_payments
       WHERE file = ? ORDER BY payment_key`,
    )
    .all(file)
    .map(([key, instruction, block, amount, account, name]) => ({
      paymentKey: String(key),
      instructionId: String(instruction),
      paymentInfoId: String(block),
      amountNok: Number(amount),
      account: String(account),
      name: String(name),
    }));
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
