import { sha256Hex } from '../../domain';
import type { ActContent } from '../journal';
import { textRow } from '../rows-text';
import type { FiledPayment, PaymentFileContent } from './file-types';

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
