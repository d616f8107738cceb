import { basename, join } from 'node:path';
import { errorDetail, NorsktilskuddError } from '../../domain';
import { readBytes, readText, schemaFaults } from '../../effects';
import {
  type Judgement,
  judgePayments,
  readPaymentOrder,
  readReceipt,
  readXmlDocument,
  type XmlDocument,
} from '../../payout';
import { programFolder } from '../program-files';

/** Files to read: those of payments that were handed over, and what the bank answered. */
export interface ReceiptsAsked {
  readonly orders: readonly string[];
  readonly receipts: readonly string[];
}

/** Faults of a document that are told; of more, the first ones. */
const TOLD_MAX = 20;

/**
 * What a bank's answers say of the payments of its files. Reads and tells; it moves nothing in any ledger.
 *
 * @throws NorsktilskuddError input BANK_FILE_UNREADABLE, BANK_FILE_OTHER_KIND, BANK_FILE_INVALID, ORDER_INCONSISTENT
 */
export async function judgeReceipts({ orders, receipts }: ReceiptsAsked): Promise<Judgement> {
  const ordered = [];
  for (const path of orders) ordered.push(await read(path, readPaymentOrder));
  const answered = [];
  for (const path of receipts) answered.push(await read(path, readReceipt));
  return judgePayments(ordered, answered);
}

/** A message of a kind that is wanted, as its published schema has it. */
async function read<T>(path: string, reader: (document: XmlDocument, file: string) => T): Promise<T> {
  const file = basename(path);
  const document = readXmlDocument(readBytes(path), file);
  const found = reader(document, file);
  await requireSchema(document, file);
  return found;
}

async function requireSchema({ version, text }: XmlDocument, file: string): Promise<void> {
  const schema = readText(join(programFolder(), 'src/payout/bank/schemas', `${version}.xsd`));
  const faults = await schemaFaults(text, schema);
  if (faults.length === 0) return;
  const details = faults
    .slice(0, TOLD_MAX)
    .map(({ line, message }) => errorDetail('BANK_FILE_SCHEMA', { file, line, message }));
  throw new NorsktilskuddError('input', 'BANK_FILE_INVALID', { file, version, count: faults.length }, details);
}
