import { CsvRecords } from './csv';
import { type Files, hashFile, pathIn, readWhole } from './files';

/** List beside payment files of those that stand in a further one, since the one before was refused or given up. */
export const SENT_ANEW_NAME = 'sendt-pa-nytt.csv';

/** A further file of a payment and the one before it, with why it was made; earlier lists have no more. */
export const SENT_ANEW_BEFORE = [
  'payment_ref',
  'amount',
  'file',
  'file_sha256',
  'earlier_file',
  'earlier_sha256',
  'cause',
] as const;

/** With both heads of the posting, as every list that leaves the house. */
export const SENT_ANEW_COLUMNS = [...SENT_ANEW_BEFORE, 'posting_head', 'journal_head'] as const;

/** What became of the earlier file of a payment: the bank refused the payment on a day, or the file was never handed over. */
const CAUSE = /^(?:refused \d{4}-\d{2}-\d{2}|given_up)$/;
const isHead = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
const OWN_COLUMNS = SENT_ANEW_BEFORE.length - 1;

/** A payment in two files. */
export interface TwoFiles {
  readonly paymentKey: string;
  /** Whole kroner, as digits. */
  readonly amount: string;
  readonly file: string;
  readonly earlier: string;
}

/**
 * Tells of a payment in two files whether the list says why: both files by name and content, the amount, a cause. Whether
 * that was so stands in the ledger alone. A row counts once; one that is not as the program writes it, not at all.
 */
export function sentAnewOf(files: Files, folder: string): (payment: TwoFiles) => boolean {
  const rows = new Set<string>();
  const path = pathIn(folder, SENT_ANEW_NAME);
  if (files.entry(path)?.kind !== 'file') return () => false;
  const records = new CsvRecords((fields = []) => {
    const [cause = '', ...heads] = fields.slice(OWN_COLUMNS);
    const isWhole = CAUSE.test(cause) && (heads.length === 0 || (heads.length === 2 && heads.every(isHead)));
    if (isWhole) rows.add(fields.slice(0, OWN_COLUMNS).join(','));
  });
  records.add(readWhole(files, path).toString('utf8'));
  const hashes = new Map<string, string>();
  const hashOf = (name: string): string => {
    const hash = hashes.get(name) ?? hashFile(files, pathIn(folder, name)).sha256;
    hashes.set(name, hash);
    return hash;
  };
  return ({ paymentKey, amount, file, earlier }) =>
    file !== earlier && rows.delete([paymentKey, amount, file, hashOf(file), earlier, hashOf(earlier)].join(','));
}
