import { join } from 'node:path';
import { type ErrorDetail, errorDetail, NorsktilskuddError, sha256Hex } from '../../domain';
import { makeFolder, pathExists, readBytes, readText, schemaFaults, writeWholeFile } from '../../effects';
import type { LedgerPayment, PaymentFileInfo } from '../../ledger';
import { readPaymentOrder, readXmlDocument, type XmlDocument } from '../../payout';
import { programFolder } from '../program-files';
import { differing } from './differing';
import { ledgerFileFaults } from './ledger-file-faults';

/** Files of payments are for their owner alone: they hold accounts. */
const OWNER_ALONE = 0o600;
/** Faults of a schema that are reported. */
const TOLD_MAX = 20;

/** Folder of the payment files of a run, beside the ledger. */
export function paymentsFolder(db: string, runId: string): string {
  return join(`${db}.d`, 'payments', runId);
}

/** Where a file of payments lies. */
export function pathOfFile(db: string, { runId, name }: Pick<PaymentFileInfo, 'runId' | 'name'>): string {
  return join(paymentsFolder(db, runId), name);
}

/** How a file stood before it was put where it belongs. */
export type Placing = 'new' | 'same' | 'restored';

/** Puts the bytes of a file where it belongs, whole; one that has been changed by hand is put there anew. */
export function placeFile(db: string, file: PaymentFileInfo, bytes: Uint8Array): Placing {
  const path = pathOfFile(db, file);
  const found = pathExists(path) ? sha256Hex(readBytes(path)) : undefined;
  if (found === file.hash) return 'same';
  makeFolder(paymentsFolder(db, file.runId));
  writeWholeFile(path, bytes, OWNER_ALONE);
  return found === undefined ? 'new' : 'restored';
}

/**
 * What is wrong with a file as it lies there: other bytes than the ledger fixed, not as its schema or profile says, or
 * payments that are not those of the ledger and the batch, key for key and krone for krone.
 *
 * @param ordered payments of the batch
 */
export async function faultsOfPlacedFile(
  db: string,
  file: PaymentFileInfo,
  ordered: readonly LedgerPayment[],
): Promise<ErrorDetail[]> {
  const path = pathOfFile(db, file);
  if (!pathExists(path)) return [errorDetail('PAYOUT_FILE_GONE', { name: file.name })];
  const bytes = readBytes(path);
  const isOther = sha256Hex(bytes) !== file.hash;
  const content = file.channel === 'pain001' ? await orderFaults(bytes, file) : ledgerFileFaults(bytes, file);
  return [
    ...(isOther ? [errorDetail('PAYOUT_FILE_CHANGED', { name: file.name })] : []),
    ...content,
    ...batchFaults(file, ordered),
  ];
}

/** The message follows its schema, and another parser than wrote it finds what the ledger has. */
async function orderFaults(bytes: Uint8Array, file: PaymentFileInfo): Promise<ErrorDetail[]> {
  try {
    const { faults, version, text } = readBack(bytes, file);
    return [...faults, ...(await schemaFaultsOf({ version, text }, file.name))];
  } catch (cause) {
    if (!(cause instanceof NorsktilskuddError)) throw cause;
    return [errorDetail('PAYOUT_FILE_UNREADABLE', { name: file.name }), ...cause.details];
  }
}

/** Reads a file and lets go of its tree, which is many times as large, before its schema is asked. */
function readBack(bytes: Uint8Array, file: PaymentFileInfo) {
  const document = readXmlDocument(bytes, file.name);
  const order = readPaymentOrder(document, file.name);
  const found = order.payments.map(
    ({ paymentKey, instructionId, paymentInfoId, amount, account, name, executionDate }) =>
      [paymentKey, instructionId, paymentInfoId, amount, account, name, executionDate].join(' '),
  );
  const meant = file.payments.map(({ paymentKey, instructionId, paymentInfoId, amountNok, account, name }) =>
    [paymentKey, instructionId, paymentInfoId, amountNok * 100, account, name, file.executionDate].join(' '),
  );
  const isSame = order.messageId === file.messageId && order.version === file.format;
  const what = [...(isSame ? [] : [file.messageId]), ...differing(found, meant)];
  const faults = what.map((each) => errorDetail('PAYOUT_FILE_PAYMENTS', { name: file.name, what: each }));
  return { faults, version: document.version, text: document.text };
}

/** Faults of a message by its published schema. */
async function schemaFaultsOf(
  { version, text }: Pick<XmlDocument, 'version' | 'text'>,
  file: string,
): Promise<ErrorDetail[]> {
  const schema = readText(join(programFolder(), 'src/payout/bank/schemas', `${version}.xsd`));
  const faults = await schemaFaults(text, schema);
  return faults.slice(0, TOLD_MAX).map(({ line, message }) => errorDetail('BANK_FILE_SCHEMA', { file, line, message }));
}

/** Each payment of a file is one of the batch, with its amount. */
function batchFaults(file: PaymentFileInfo, ordered: readonly LedgerPayment[]): ErrorDetail[] {
  const amounts = new Map(ordered.map(({ paymentKey, amountNok }) => [paymentKey, amountNok]));
  return file.payments
    .filter(({ paymentKey, amountNok }) => amounts.get(paymentKey) !== amountNok)
    .map(({ paymentKey }) => errorDetail('PAYOUT_FILE_PAYMENTS', { name: file.name, what: paymentKey }));
}
