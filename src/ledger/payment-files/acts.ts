import { type ErrorDetail, errorDetail, sha256Hex } from '../../domain';
import type { ActContent } from '../journal';
import type { LaterActs, LaterStoredAct } from '../later/later-act';
import type { OpenLedger } from '../posting-reads';
import { textRow } from '../rows-text';
import { bytesOfFile, paymentFile, paymentFiles } from './file-reads';
import type { FiledPayment, PaymentFileContent, PaymentFileInfo } from './file-types';
import { PAYMENT_FILES } from './tables';

/** Acts of files of payments, held to their rows. */
export const PAYMENT_FILE_ACTS: LaterActs = {
  tables: PAYMENT_FILES,
  contentOf: {
    'write-file': (ledger, act) => {
      const file = fileOf(ledger, 'payment_files', act);
      return file && writeFileAct(file.file, file);
    },
    'file-made': (ledger, act) => {
      const file = fileOf(ledger, 'payment_file_makings', act);
      return file && fileMadeAct(file.name, file.hash);
    },
    'hand-over': (ledger, act) => handedOver(ledger, act),
    'discard-file': (ledger, act) => {
      const file = fileOf(ledger, 'payment_file_discards', act);
      return file && discardFileAct(file.name, file.hash);
    },
  },
  rows: {
    payment_files: ['write-file'],
    payment_file_makings: ['file-made'],
    payment_file_handovers: ['hand-over'],
    payment_file_discards: ['discard-file'],
  },
  faults: fileFaults,
};

function fileOf(ledger: OpenLedger, table: string, { journal }: LaterStoredAct): PaymentFileInfo | undefined {
  const row = ledger.db.prepare(`SELECT file FROM ${table} WHERE journal = ?`).get(journal);
  return row && paymentFile(ledger, Number(row[0]));
}

function handedOver(ledger: OpenLedger, act: LaterStoredAct): ActContent | undefined {
  const file = fileOf(ledger, 'payment_file_handovers', act);
  const row = ledger.db
    .prepare('SELECT on_date, reference FROM payment_file_handovers WHERE journal = ?')
    .get(act.journal);
  return file && row && handOverAct(file.name, file.hash, String(row[0]), String(row[1]));
}

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
      const isWhole = hash === file.hash && amountOf(file.payments) === file.amountNok;
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

/** What the journal says of a file that stands as it was meant to. */
export function fileMadeAct(name: string, hash: string): ActContent {
  return { name, hash };
}

/** What the journal says of a file that was handed over. */
export function handOverAct(name: string, hash: string, on: string, reference: string): ActContent {
  return { name, hash, on, reference };
}

/** What the journal says of a file that was given up before it was handed over. */
export function discardFileAct(name: string, hash: string): ActContent {
  return { name, hash };
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
