import { NorsktilskuddError } from '../../domain';
import { readAccountReport } from './account-report';
import type { Receipt } from './judge-payments';
import { readStatusReport } from './status-report';
import type { XmlDocument } from './xml-document';

/** Versions of answers that are read. */
const RECEIPT_VERSIONS = [
  'pain.002.001.03',
  'pain.002.001.10',
  'camt.053.001.02',
  'camt.053.001.08',
  'camt.054.001.02',
  'camt.054.001.08',
] as const;

/**
 * Reads a bank's answer: the status of payments (pain.002) or bookings (camt.054, camt.053).
 *
 * @throws NorsktilskuddError input BANK_FILE_OTHER_KIND
 */
export function readReceipt(document: XmlDocument, file: string): Receipt {
  const { version } = document;
  if (!RECEIPT_VERSIONS.some((known) => known === version)) {
    const params = { file, version: version || '-', expected: RECEIPT_VERSIONS.join(', ') };
    throw new NorsktilskuddError('input', 'BANK_FILE_OTHER_KIND', params);
  }
  const report = version.startsWith('pain.002') ? readStatusReport(document) : readAccountReport(document);
  return { file, report };
}
