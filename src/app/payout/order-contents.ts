import { type ErrorDetail, errorDetail, groupMark, NorsktilskuddError } from '../../domain';
import type { BatchInfo, PayableRecipient, PaymentFileContent } from '../../ledger';
import {
  bankName,
  bankText,
  bicOn,
  isAccountNumber,
  NO_ACCOUNT,
  type OrderFile,
  type OrderPayment,
  orderDifferences,
  type Payer,
  payeeText,
  planFiles,
  readPaymentOrder,
  readXmlDocument,
  writePain001,
} from '../../payout';
import type { PaymentSettings } from '../payment/payment-settings';
import type { Payee } from './payees';

/** What files are made of. */
export interface FilesOf {
  readonly batch: BatchInfo;
  readonly rehearsal: boolean;
  readonly settings: PaymentSettings;
  /** Payees without obstacles, in the order of their recipients. */
  readonly payees: readonly Payee[];
  readonly executionDate: string;
  readonly createdAt: string;
  /** Number of the first file within the batch. */
  readonly first: number;
  /** Files that each payment stood in before. */
  readonly tries: ReadonlyMap<string, number>;
}

/**
 * Files of payments for a bank, each read back by another parser before anything is written.
 *
 * @throws NorsktilskuddError input PAYOUT_SETTINGS with all that is missing; verification PAYOUT_WRITE_FAILED
 */
export function orderContents(parts: FilesOf): PaymentFileContent[] {
  const { batch, settings, rehearsal: isRehearsal, executionDate, createdAt, first } = parts;
  const payer = payerOf(settings, executionDate);
  const payments = parts.payees.flatMap((payee) => paymentOf(payee, payer, parts));
  const files = planFiles(payer, { ...batch, isRehearsal }, payments, { first, createdAt });
  return files.map((file) => {
    const bytes = writePain001(file);
    const name = `${file.messageId}.${payer.version}.xml`;
    const differences = orderDifferences(readPaymentOrder(readXmlDocument(bytes, name), name), file);
    if (differences.length > 0) {
      throw new NorsktilskuddError('verification', 'PAYOUT_WRITE_FAILED', { name }, differences);
    }
    return contentOf(file, name, bytes, parts);
  });
}

function contentOf(file: OrderFile, name: string, bytes: Uint8Array, { batch, ...parts }: FilesOf): PaymentFileContent {
  const { messageId, number, payer, blocks } = file;
  return {
    runId: batch.runId,
    number,
    channel: 'pain001',
    format: payer.version,
    messageId,
    name,
    debtorAccount: parts.rehearsal ? NO_ACCOUNT : payer.account,
    executionDate: parts.executionDate,
    createdAt: parts.createdAt,
    settings: JSON.stringify(payer),
    bytes,
    payments: blocks.flatMap(({ id, payments }) => payments.map((payment) => ({ ...payment, paymentInfoId: id }))),
  };
}

function paymentOf({ payment, recipient }: Payee, payer: Payer, parts: FilesOf): OrderPayment[] {
  if (recipient === undefined) return [];
  const { paymentKey, amountNok, group } = payment;
  const tries = parts.tries.get(paymentKey) ?? 0;
  return [
    {
      paymentKey,
      instructionId: tries > 0 && payer.numbersTries ? `${paymentKey}-${tries + 1}` : paymentKey,
      amountNok,
      executionDate: parts.executionDate,
      account: recipient.account,
      name: bankName(recipient.legalName).text,
      address: addressOf(recipient),
      kid: recipient.kidByGroup.get(group) ?? '',
      text: payeeText(payer.text, parts.batch, groupMark(group), paymentKey),
    },
  ];
}

/** What no bank takes of an address is left out: the country says enough. */
function addressOf({ address }: PayableRecipient): OrderPayment['address'] {
  const plain = (text: string, most: number): string => {
    const { text: sent, unknown } = bankText(text.trim());
    return unknown.length > 0 || sent.length > most ? '' : sent;
  };
  const { street, postCode, town, country } = address;
  return { street: plain(street, 70), postCode: plain(postCode, 16), town: plain(town, 35), country };
}

/** @throws NorsktilskuddError input PAYOUT_SETTINGS */
function payerOf(settings: PaymentSettings, on: string): Payer {
  const { initiatingParty, debtorIds, division, account, bics, version, batchBooking, priority } = settings;
  const { chargeBearer, oneBlockPerFile, paymentsPerFileMax, numbersTries } = settings;
  const [name, text] = [bankName(settings.name), bankText(settings.text)];
  const payer: Payer = {
    name: name.text,
    initiatingParty,
    debtorIds,
    division,
    account,
    bics,
    version,
    batchBooking,
    priority,
    chargeBearer,
    oneBlockPerFile,
    paymentsPerFileMax,
    text: text.text,
    numbersTries,
  };
  const missing = [
    ...(name.text === '' || name.unknown.length > 0 ? ['debtor_name'] : []),
    ...(text.unknown.length > 0 ? ['text'] : []),
    ...(initiatingParty.length === 0 ? ['initiating_party'] : []),
    ...(isAccountNumber(account) ? [] : ['account']),
    ...(bicOn(payer, on) === undefined ? ['bic'] : []),
  ];
  refuseMissing(missing);
  return payer;
}

/** @throws NorsktilskuddError input PAYOUT_SETTINGS with each as a detail */
export function refuseMissing(missing: readonly string[]): void {
  const details: ErrorDetail[] = missing.map((what) => errorDetail('PAYOUT_SETTING', { what: `payment.${what}` }));
  if (details.length > 0) throw new NorsktilskuddError('input', 'PAYOUT_SETTINGS', { count: details.length }, details);
}
