import { join } from 'node:path';
import { errorDetail, NorsktilskuddError } from '../../domain';
import { readText, schemaFaults } from '../../effects';
import {
  type ListProfile,
  type Receipt,
  readReceipt,
  readReceiptList,
  readXmlDocument,
  type XmlDocument,
} from '../../payout';
import { programFolder } from '../program-files';

/** Faults of a document that are reported; of more, the first ones. */
const TOLD_MAX = 20;

/**
 * Reads an answer of a bank: a message of ISO 20022 as its published schema has it, else a list by its profile.
 *
 * @throws NorsktilskuddError input BANK_FILE_UNREADABLE, BANK_FILE_OTHER_KIND, BANK_FILE_INVALID, RECEIPT_LIST_UNREADABLE
 */
export async function readReceiptFile(
  bytes: Uint8Array,
  file: string,
  profile: ListProfile | undefined,
): Promise<Receipt> {
  if (profile !== undefined && !isXml(bytes)) return { file, report: readReceiptList(bytes, profile, file) };
  return await readBankFile(bytes, file, readReceipt);
}

/** A message of a kind that is wanted, as its published schema has it. */
export async function readBankFile<T>(
  bytes: Uint8Array,
  file: string,
  reader: (document: XmlDocument, file: string) => T,
): Promise<T> {
  const document = readXmlDocument(bytes, file);
  const found = reader(document, file);
  await requireSchema(document, file);
  return found;
}

/** Begins with a tag, behind a byte order mark and blanks, in whatever character set. */
function isXml(bytes: Uint8Array): boolean {
  const head = new TextDecoder('iso-8859-1').decode(bytes.subarray(0, 64));
  return /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?[\s\0]*</.test(head);
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
