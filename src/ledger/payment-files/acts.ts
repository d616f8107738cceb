import { type ErrorDetail, errorDetail, sha256Hex } from '../../domain';
import type { ActContent } from '../journal';
import { inRow, type LaterActs } from '../later/later-act';
import type { OpenLedger } from '../posting-reads';
import { textRow } from '../rows-text';
import { bytesOfFile, paymentFile, paymentFiles } from './file-reads';
import type { FiledPayment, PaymentFileContent } from './file-types';
import { PAYMENT_FILES } from './tables';

/** Acts of files of payments, held to their rows. */
export const PAYMENT_FILE_ACTS: LaterActs = {
  tables: PAYMENT_FILES,
  contentOf: {
    'write-file': (ledger, { journal }) => {
      const row = ledger.db.prepare('SELECT file FROM payment_files WHERE journal = ?').get(journal);
      const file = row && paymentFile(ledger, Number(row[0]));
      return file && writeFileAct(file.file, file);
    },
    'file-made': inRow(
      'f.name, f.hash',
      'FROM payment_file_makings AS m JOIN payment_files AS f USING (file) WHERE m.journal = ?',
    ),
    'hand-over': inRow(
      'f.name, f.hash, h.on_date AS "on", h.reference',
      'FROM payment_file_handovers AS h JOIN payment_files AS f USING (file) WHERE h.journal = ?',
    ),
    'discard-file': inRow(
      'f.name, f.hash',
      'FROM payment_file_discards AS d JOIN payment_files AS f USING (file) WHERE d.journal = ?',
    ),
  },
  rows: {
    payment_files: ['write-file'],
    payment_file_makings: ['file-made'],
    payment_file_handovers: ['hand-over'],
    payment_file_discards: ['discard-file'],
  },
  faults: fileFaults,
};

/** The bytes of each file have its hash, and its payments are those that were ordered, once each unless refused between. */
function fileFaults(ledger: OpenLedger): ErrorDetail[] {
  const files = paymentFiles(ledger);
  const stray = ledger.db
    .prepare(
      `SELECT 1 FROM payment_file_payments AS p WHERE NOT EXISTS (
         SELECT 1 FROM payment_files AS f JOIN payments AS o USING (posting)
         WHERE f.file = p.file AND o.payment_key = p.payment_key AND o.amount = p.amount) LIMIT 1`,
    )
    .get();
  return [
    ...files.flatMap((file) => {
      const hash = sha256Hex(bytesOfFile(ledger, file.file));
      const { payments, paymentCount, amountNok } = file;
      const isWhole = hash === file.hash && payments.length === paymentCount && amountOf(payments) === amountNok;
      return isWhole ? [] : [errorDetail('LEDGER_PAYMENT_FILE_DIFFERS', { name: file.name })];
    }),
    ...(stray === undefined ? [] : [errorDetail('LEDGER_ROWS_WITHOUT_ACT', { table: 'payment_file_payments' })]),
  ];
}

/** What the journal says of a file that is about to be written. */
export function writeFileAct(
  file: number,
  content: Omit<PaymentFileContent, 'bytes'> & { readonly hash: string },
): ActContent {
  const { payments } = content;
  return {
    file,
    run_id: content.runId,
    number: content.number,
    channel: content.channel,
    file_format: content.format,
    message_id: content.messageId,
    name: content.name,
    debtor_account: content.debtorAccount,
    execution_date: content.executionDate,
    created_at: content.createdAt,
    payments: payments.length,
    amount: amountOf(payments),
    hash: content.hash,
    settings_hash: sha256Hex(content.settings),
    payments_hash: paymentsHash(payments),
  };
}

/** Sum in whole kroner. */
export function amountOf(payments: readonly FiledPayment[]): number {
  return payments.reduce((sum, { amountNok }) => sum + amountNok, 0);
}

/** SHA-256 over a row a payment, in the order of the keys. */
function paymentsHash(payments: readonly FiledPayment[]): string {
  const rows = payments.map(({ paymentKey, instructionId, paymentInfoId, amountNok, account, name }) =>
    textRow('payment', paymentKey, instructionId, paymentInfoId, amountNok, account, name),
  );
  return sha256Hex(rows.sort().join(''));
}
