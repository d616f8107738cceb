import { basename, join } from 'node:path';
import { type ErrorDetail, errorDetail, isSamePerson, NorsktilskuddError, sha256Hex } from '../../domain';
import type { LetterLanguage } from '../../messages';
import { LETTER_TEXT_KEYS, type LetterTextRow, readLetterTexts, type Sender, textsOn } from '../../report';
import { readGivenFile } from '../read-given-file';
import { LETTER_TEXTS_FILE, shippedDataFolder } from '../tables/read-tables';
import type { TablesLedger } from '../tables/refuse-tables';

/** The texts of letters, and the file that they were read from. */
export interface LetterTexts {
  readonly rows: readonly LetterTextRow[];
  readonly file: string;
  readonly sha256: string;
}

/**
 * Reads the texts that letters take: a file that somebody approved, or the examples that ship.
 *
 * @throws NorsktilskuddError input LETTER_TEXTS_FAULTY with every fault as a detail; as readGivenFile
 */
export function readTexts(path: string | undefined): LetterTexts {
  const file = path ?? join(shippedDataFolder(), LETTER_TEXTS_FILE);
  const bytes = readGivenFile(file, '--texts');
  const { rows, faults } = readLetterTexts(bytes.toString('utf8'), basename(file));
  if (faults.length > 0) throw new NorsktilskuddError('input', 'LETTER_TEXTS_FAULTY', { file }, faults);
  return { rows, file, sha256: sha256Hex(bytes) };
}

/** What letters of a real ledger rest on. */
export interface RealLetters {
  readonly ledger: TablesLedger;
  readonly texts: LetterTexts;
  readonly sender: Sender;
  /** Number of the case in the archive; empty where nobody has named one. */
  readonly archiveCase: string;
  readonly languages: readonly LetterLanguage[];
  readonly date: string;
  /** Day of the decision that they tell. */
  readonly decidedOn: string;
  /** Components that no row of `payment.kap_post` holds for on the day of their payment. */
  readonly withoutKapPost: readonly { readonly component: string; readonly on: string }[];
}

/**
 * Refuses letters of a real ledger that would rest on anything that nobody approved: examples, texts of one person, texts
 * that are not on the signed list where the ledger requires signatures; and those without a sender, case number or
 * place in the budget.
 *
 * @throws NorsktilskuddError refused LETTERS_REFUSED with everything that is missing as details
 */
export function refuseUnapproved({
  ledger,
  texts,
  sender,
  archiveCase,
  languages,
  date,
  decidedOn,
  withoutKapPost,
}: RealLetters): void {
  if (ledger.rehearsal) return;
  const setting = (name: string): ErrorDetail => errorDetail('LETTER_SETTING_MISSING', { setting: name });
  const details = [
    ...(date < decidedOn ? [errorDetail('LETTER_BEFORE_DECISION', { date, decidedOn })] : []),
    ...(archiveCase === '' ? [errorDetail('LETTER_NO_ARCHIVE_CASE')] : []),
    ...(sender.name.nb === '' ? [setting('letters.sender_name')] : []),
    ...(sender.orgNumber === '' ? [setting('letters.org_number')] : []),
    ...withoutKapPost.map(({ component, on }) => setting(`payment.kap_post (${component}, ${on})`)),
    ...languages.flatMap((language) => textFaults(texts.rows, language, date)),
    ...unsignedFaults(ledger, texts, date),
  ];
  if (details.length > 0) throw new NorsktilskuddError('refused', 'LETTERS_REFUSED', {}, details);
}

function textFaults(rows: readonly LetterTextRow[], language: LetterLanguage, date: string): ErrorDetail[] {
  const own = new Map(textsOn(rows, language, date).map((row) => [row.key, row]));
  return LETTER_TEXT_KEYS.flatMap((key) => {
    const row = own.get(key);
    if (row === undefined) return [errorDetail('LETTER_TEXT_MISSING', { key, language, date })];
    const { status, version, approvedBy, approvedOn } = row;
    if (status !== 'approved') return [errorDetail('LETTER_TEXT_NOT_APPROVED', { key, language, version, status })];
    const [first = '', second = ''] = approvedBy;
    const areTwo = second !== '' && !isSamePerson(first, second);
    return [
      ...(areTwo
        ? []
        : [errorDetail('LETTER_TEXT_APPROVERS', { key, language, version, approvedBy: approvedBy.join('; ') })]),
      ...(approvedOn !== '' && approvedOn <= date
        ? []
        : [errorDetail('LETTER_TEXT_LATER', { key, language, version, approvedOn, date })]),
    ];
  });
}

/** Where a ledger requires signatures, two persons have signed for the very bytes of the file. */
function unsignedFaults(ledger: TablesLedger, { file, sha256 }: LetterTexts, date: string): ErrorDetail[] {
  if (!ledger.requiresSignatures()) return [];
  const signed = ledger.listInForce('tables', date)?.list.files.map((listed) => listed.sha256) ?? [];
  return signed.includes(sha256) ? [] : [errorDetail('LETTER_TEXTS_NOT_SIGNED', { file: basename(file), sha256 })];
}
