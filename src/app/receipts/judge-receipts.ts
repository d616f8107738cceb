import { basename, join } from 'node:path';
import { errorDetail, NorsktilskuddError } from '../../domain';
import { readBytes, readText, schemaFaults } from '../../effects';
import { type Judgement, judgePayments, readPaymentOrder, readReceipt, readXmlDocument } from '../../payout';
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
  const read = async <T>(path: string, reader: (bytes: Uint8Array, file: string) => T): Promise<T> => {
    const bytes = readBytes(path);
    const found = reader(bytes, basename(path));
    await requireSchema(bytes, basename(path));
    return found;
  };
  const ordered = [];
  for (const path of orders) ordered.push(await read(path, readPaymentOrder));
  const answered = [];
  for (const path of receipts) answered.push(await read(path, readReceipt));
  return judgePayments(ordered, answered);
}

/** Holds a message to the published schema of its version. */
async function requireSchema(bytes: Uint8Array, file: string): Promise<void> {
  const { version } = readXmlDocument(bytes, file);
  const schema = readText(join(programFolder(), 'src/payout/bank/schemas', `${version}.xsd`));
  const faults = await schemaFaults(bytes, schema);
  if (faults.length === 0) return;
  const details = faults
    .slice(0, TOLD_MAX)
    .map(({ line, message }) => errorDetail('BANK_FILE_SCHEMA', { file, line, message }));
  throw new NorsktilskuddError('input', 'BANK_FILE_INVALID', { file, version, count: faults.length }, details);
}
