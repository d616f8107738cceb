import { COMPONENTS } from '../../domain';
import { COMPONENT_NUMBERS, POSTING_KINDS } from '../codes';

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
  recipient: number;
  amountNok: number;
  /** Place in the list of codes met so far. */
  code: number;
}

const [TAB, LINE_FEED, MINUS, LETTER_P, LETTER_O] = [9, 10, 45, 112, 111];
const PREFIX_BYTES = 'posting\t'.length;

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
    recipient: 0,
    amountNok: 0,
    code: 0,
  };
  readonly #kinds = new Map(POSTING_KINDS.map((name, index) => [hashOf(name), index + 1]));
  readonly #components = new Map(COMPONENTS.map((name) => [hashOf(name), COMPONENT_NUMBERS[name]]));
  readonly #codes = new Map<number, number>();
  /** Codes met so far. */
  readonly codes: string[] = [];
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;

  /** Calls `use` for each row, which finds it in `row`. */
  read(bytes: Buffer, use: () => void): void {
    this.#bytes = bytes;
    this.#at = 0;
    while (this.#at < bytes.length) {
      if (bytes[this.#at] === LETTER_P && bytes[this.#at + 1] === LETTER_O) {
        this.#at += PREFIX_BYTES;
        this.#readRow();
        use();
      }
      const end = bytes.indexOf(LINE_FEED, this.#at);
      if (end < 0) return;
      this.#at = end + 1;
    }
  }

  #readRow(): void {
    const { row } = this;
    row.line = this.#whole();
    row.kind = this.#kinds.get(this.#word()) ?? 0;
    row.grantYear = this.#whole();
    row.component = this.#components.get(this.#word()) ?? 0;
    row.person = this.#whole();
    row.basisRecipient = this.#recipient();
    row.recipient = this.#recipient();
    row.amountNok = this.#whole();
    row.code = this.#code();
  }

  #whole(): number {
    const bytes = this.#bytes;
    const isNegative = bytes[this.#at] === MINUS;
    if (isNegative) this.#at += 1;
    let value = 0;
    for (let byte = bytes[this.#at] ?? TAB; byte !== TAB; byte = bytes[this.#at] ?? TAB) {
      value = value * 10 + byte - 48;
      this.#at += 1;
    }
    this.#at += 1;
    return isNegative ? -value : value;
  }

  /** `1507` is 15071, `15` is 15000. */
  #recipient(): number {
    const start = this.#at;
    const value = this.#whole();
    return this.#at - start - 1 === 4 ? value * 10 + 1 : value * 1000;
  }

  #word(): number {
    const bytes = this.#bytes;
    let hash = 7;
    for (let byte = bytes[this.#at] ?? TAB; byte !== TAB; byte = bytes[this.#at] ?? TAB) {
      hash = (Math.imul(hash, 31) + byte) | 0;
      this.#at += 1;
    }
    this.#at += 1;
    return hash;
  }

  #code(): number {
    const start = this.#at;
    const hash = this.#word();
    const known = this.#codes.get(hash);
    if (known !== undefined) return known;
    const place = this.codes.push(this.#bytes.toString('utf8', start, this.#at - 1)) - 1;
    this.#codes.set(hash, place);
    return place;
  }
}

function hashOf(text: string): number {
  let hash = 7;
  for (const byte of Buffer.from(text, 'utf8')) hash = (Math.imul(hash, 31) + byte) | 0;
  return hash;
}
