import { COMPONENTS } from '../../domain';
import { componentNumber, POSTING_KINDS } from '../codes';

/** A `posting` row of a text, in numbers; one object is filled again for every row. */
export interface PostingFields {
  line: number;
  /** Number of the kind in the ledger. */
  kind: number;
  grantYear: number;
  /** Number of the component in the ledger. */
  component: number;
  /** The ledger's number of the person. */
  person: number;
  basisRecipient: number;
  amountNok: number;
  /** Place in the list of codes met so far. */
  code: number;
}

const TAB = 9;
const LINE_FEED = 10;
const MINUS = 45;
const ZERO = 48;
const LETTER_O = 111;
const LETTER_P = 112;
const PREFIX_BYTES = 'posting\t'.length;
/** A tab and the four digits of a kommune; a fylke has two. */
const KOMMUNE_WIDTH = 5;
const SEED = 7;

/**
 * Reads the `posting` rows of a block of hashed text, byte by byte, for there are millions of them. Other rows are passed
 * over. What cannot be read comes out as a number that fits nothing: the bytes are held to their hash elsewhere.
 */
export class PostingRowReader {
  readonly row: PostingFields = {
    line: 0,
    kind: 0,
    grantYear: 0,
    component: 0,
    person: 0,
    basisRecipient: 0,
    amountNok: 0,
    code: 0,
  };
  readonly #kinds = new Map(POSTING_KINDS.map((name, index) => [hashOf(name), index + 1]));
  readonly #components = new Map(COMPONENTS.map((name) => [hashOf(name), componentNumber(name)]));
  readonly #codes = new Map<number, number>();
  /** Codes met so far. */
  readonly codes: string[] = [];

  /** Calls `use` for each row, which finds it in `row`. */
  read(bytes: Uint8Array, use: () => void): void {
    const end = bytes.length;
    let at = 0;
    while (at < end) {
      if (bytes[at] === LETTER_P && bytes[at + 1] === LETTER_O) {
        at = this.#readRow(bytes, at + PREFIX_BYTES);
        use();
      }
      while (at < end && bytes[at] !== LINE_FEED) at += 1;
      at += 1;
    }
  }

  /** Reads the fields up to the code; returns where it stopped. Written out, since a call for each byte costs too much. */
  #readRow(bytes: Uint8Array, start: number): number {
    const { row } = this;
    let [at, byte, number, word] = [start, 0, 0, SEED];
    for (byte = bytes[at] ?? 0; byte >= ZERO; byte = bytes[++at] ?? 0) number = number * 10 + byte - ZERO;
    row.line = number;
    for (byte = bytes[++at] ?? 0; byte > TAB; byte = bytes[++at] ?? 0) word = (Math.imul(word, 31) + byte) | 0;
    row.kind = this.#kinds.get(word) ?? 0;
    number = 0;
    for (byte = bytes[++at] ?? 0; byte >= ZERO; byte = bytes[++at] ?? 0) number = number * 10 + byte - ZERO;
    row.grantYear = number;
    word = SEED;
    for (byte = bytes[++at] ?? 0; byte > TAB; byte = bytes[++at] ?? 0) word = (Math.imul(word, 31) + byte) | 0;
    row.component = this.#components.get(word) ?? 0;
    number = 0;
    for (byte = bytes[++at] ?? 0; byte >= ZERO; byte = bytes[++at] ?? 0) number = number * 10 + byte - ZERO;
    row.person = number;
    number = 0;
    const basis = at;
    for (byte = bytes[++at] ?? 0; byte >= ZERO; byte = bytes[++at] ?? 0) number = number * 10 + byte - ZERO;
    row.basisRecipient = at - basis === KOMMUNE_WIDTH ? number * 10 + 1 : number * 1000;
    // The recipient is read by nothing that adds up postings.
    for (byte = bytes[++at] ?? 0; byte > TAB; byte = bytes[++at] ?? 0);
    return this.#readMoney(bytes, at + 1);
  }

  #readMoney(bytes: Uint8Array, start: number): number {
    const { row } = this;
    const isNegative = bytes[start] === MINUS;
    let [at, byte, number, word] = [isNegative ? start + 1 : start, 0, 0, SEED];
    for (byte = bytes[at] ?? 0; byte >= ZERO; byte = bytes[++at] ?? 0) number = number * 10 + byte - ZERO;
    row.amountNok = isNegative ? -number : number;
    const begin = at + 1;
    for (byte = bytes[++at] ?? 0; byte > TAB; byte = bytes[++at] ?? 0) word = (Math.imul(word, 31) + byte) | 0;
    row.code = this.#codes.get(word) ?? this.#newCode(word, bytes, begin, at);
    return at;
  }

  #newCode(word: number, bytes: Uint8Array, begin: number, end: number): number {
    const place = this.codes.push(Buffer.from(bytes.subarray(begin, end)).toString('utf8')) - 1;
    this.#codes.set(word, place);
    return place;
  }
}

function hashOf(text: string): number {
  let hash = SEED;
  for (const byte of Buffer.from(text, 'utf8')) hash = (Math.imul(hash, 31) + byte) | 0;
  return hash;
}
