import { CsvError, parse } from 'csv-parse/sync';
import { type ErrorDetail, errorDetail, formatDay, NorsktilskuddError, parseDay, sha256Hex } from '../../domain';
import { accountOf, hundredthsOf, keyOf } from './bank-amount';

/** What a row of a list of receipts says of a payment. */
export const LIST_MEANINGS = ['received', 'accepted', 'refused', 'settled', 'returned'] as const;
export type ListMeaning = (typeof LIST_MEANINGS)[number];

/** Layout of a list of receipts as the sender and the agency have agreed on it (payment-files.md 9). */
export interface ListProfile {
  readonly name: string;
  readonly separator: string;
  readonly decimalMark: ',' | '.';
  readonly encoding: 'utf-8' | 'iso-8859-1' | 'windows-1252';
  /** Columns by their names in the header. */
  readonly columns: {
    readonly paymentKey: string;
    /** Says what kind of receipt the row is: one of `kinds`. */
    readonly kind: string;
    readonly amount: string;
    readonly date: string;
    readonly reference?: string | undefined;
    readonly account?: string | undefined;
    readonly reason?: string | undefined;
    readonly text?: string | undefined;
    /** The sender's id of the list; without one a list is known by its content. */
    readonly listId?: string | undefined;
  };
  /** Words of the column `kind` with what they mean: `avvisningsretur` is refused. */
  readonly kinds: Readonly<Record<string, ListMeaning>>;
}

/** A row of a list. */
export interface ListRow {
  readonly line: number;
  readonly paymentKey: string;
  /** undefined where the profile does not know the word. */
  readonly meaning: ListMeaning | undefined;
  readonly word: string;
  /** Hundredths of a krone; undefined where the text is no amount. */
  readonly amount: number | undefined;
  /** `YYYY-MM-DD`; empty where the text is no day. */
  readonly on: string;
  readonly reference: string;
  readonly account: string;
  readonly reason: string;
  readonly text: string;
}

/** A list of receipts: mottaksretur, avvisningsretur, avregningsretur. */
export interface ReceiptList {
  readonly kind: 'list';
  readonly version: string;
  readonly messageId: string;
  readonly sender: string;
  readonly rows: readonly ListRow[];
}

/**
 * Reads a list by its profile.
 *
 * @throws NorsktilskuddError input RECEIPT_LIST_UNREADABLE with the reason as a detail
 */
export function readReceiptList(bytes: Uint8Array, profile: ListProfile, file: string): ReceiptList {
  const records = recordsOf(textOf(bytes, profile, file), profile, file);
  const [header = [], ...rows] = records;
  const { columns } = profile;
  const missing = Object.values(columns).filter((name) => name !== undefined && !header.includes(name));
  if (missing.length > 0) {
    throw unreadable(
      file,
      missing.map((column) => errorDetail('RECEIPT_LIST_COLUMN', { file, column: String(column) })),
    );
  }
  const cell = (row: readonly string[], name: string | undefined): string =>
    name === undefined ? '' : (row[header.indexOf(name)] ?? '').trim();
  const [first] = rows;
  return {
    kind: 'list',
    version: `list ${profile.name}`,
    messageId: (first && cell(first, columns.listId)) || sha256Hex(bytes).slice(0, 12),
    sender: profile.name,
    rows: rows.map((row, index) => {
      const word = cell(row, columns.kind);
      const day = parseDay(cell(row, columns.date));
      return {
        line: index + 2,
        paymentKey: keyOf(cell(row, columns.paymentKey)),
        meaning: meaningOfWord(profile, word),
        word,
        amount: amountOf(cell(row, columns.amount), profile),
        on: day === undefined ? '' : formatDay(day),
        reference: cell(row, columns.reference),
        account: accountOf(cell(row, columns.account)),
        reason: cell(row, columns.reason),
        text: cell(row, columns.text),
      };
    }),
  };
}

function meaningOfWord({ kinds }: ListProfile, word: string): ListMeaning | undefined {
  return Object.entries(kinds).find(([known]) => known.toLowerCase() === word.toLowerCase())?.[1];
}

function textOf(bytes: Uint8Array, { encoding }: ListProfile, file: string): string {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const named = isMarked ? 'utf-8' : encoding;
  try {
    return new TextDecoder(named, { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(file, [errorDetail('XML_NOT_AS_DECLARED', { declared: named, line: 1 })]);
  }
}

function recordsOf(text: string, { separator }: ListProfile, file: string): string[][] {
  try {
    return parse(text, { delimiter: separator, skipEmptyLines: true });
  } catch (cause) {
    throw unreadable(file, [tableFault(cause)]);
  }
}

/** What keeps a table from being read, with its line. */
export function tableFault(cause: unknown): ErrorDetail {
  const line = cause instanceof CsvError && typeof cause.lines === 'number' ? cause.lines : 1;
  return errorDetail('TABLE_MALFORMED', { line });
}

/** An amount without its sign: which way money went is what the kind of the row says. */
function amountOf(text: string, { decimalMark }: ListProfile): number | undefined {
  const plain = text.replace(/[\s\u00a0']/g, '').replace(/^[+-]|-$/, '');
  const digits = decimalMark === ',' ? plain.replace(/\./g, '').replace(',', '.') : plain.replace(/,/g, '');
  return hundredthsOf(digits);
}

function unreadable(file: string, details: readonly ReturnType<typeof errorDetail>[]): NorsktilskuddError {
  return new NorsktilskuddError('input', 'RECEIPT_LIST_UNREADABLE', { file }, details);
}
