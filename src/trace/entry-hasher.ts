import { copyBytes, FixedHmac } from './fast-hash';
import { HASH_BYTES, PSEUDONYM_BYTES, partWords } from './format';

/** Bytes of a salt: half an HMAC. */
export const SALT_BYTES = 16;
const TAG_BYTES = 4;
/** 0x00, tag, salt, pseudonym. */
const HEAD_BYTES = 1 + TAG_BYTES + SALT_BYTES + PSEUDONYM_BYTES;
const SALT_AT = 1 + TAG_BYTES;
const PSEUDONYM_AT = SALT_AT + SALT_BYTES;
/** Leaf, record, grant year and component. */
const PART_PLACE_BYTES = 12;

/**
 * Puts the entries of the tree together and hashes them (FORMAT.md, "Entries"). The salts of a leaf are the halves of
 * HMACs over its number and a counter: the header has the first, its parts the following ones.
 */
export class EntryHasher {
  /** Pseudonym of the leaf in work; fill it before the leaf's entries. */
  readonly pseudonym = Buffer.alloc(PSEUDONYM_BYTES);
  readonly #saltHmac: FixedHmac;
  readonly #salts = Buffer.alloc(HASH_BYTES);
  #saltBlock = -1;
  #saltLeaf = -1;
  readonly #parts: readonly [Buffer, Buffer];
  #header: Buffer = Buffer.alloc(4096);

  constructor(saltKey: Uint8Array) {
    this.#saltHmac = new FixedHmac(saltKey, 12);
    this.#saltHmac.message.write('leaf', 0, 'latin1');
    this.#parts = [partBuffer(false), partBuffer(true)];
    this.#header.write('HEAD', 1, 'latin1');
  }

  /** Begins the header of a leaf; `addHeaderBytes` brings its words, `headerMessage` ends it. Returns the first free byte. */
  beginHeader(leaf: number, wordBytes: number): number {
    if (this.#header.length < HEAD_BYTES + wordBytes) {
      this.#header = Buffer.alloc((HEAD_BYTES + wordBytes) * 2);
      this.#header.write('HEAD', 1, 'latin1');
    }
    this.#copySalt(leaf, 0, this.#header);
    copyBytes(this.pseudonym, 0, PSEUDONYM_BYTES, this.#header, PSEUDONYM_AT);
    return HEAD_BYTES;
  }

  /** Copies words of the header; returns the next free byte. */
  addHeaderBytes(at: number, source: Buffer, from: number, to: number): number {
    copyBytes(source, from, to - from, this.#header, at);
    return at + to - from;
  }

  /** The header's message, zero byte first; overwritten by the next leaf. */
  headerMessage(end: number): Buffer {
    return this.#header.subarray(0, end);
  }

  /**
   * Puts a part together: salt, pseudonym, place and its words.
   * @param number number of the part within the leaf, from 1
   * @returns the message to hash, zero byte first; overwritten by the next call
   */
  part(
    leaf: number,
    number: number,
    record: number,
    yearAndComponent: number,
    source: Buffer,
    from: number,
    wide: boolean,
  ): Buffer {
    const message = this.#parts[wide ? 1 : 0];
    this.#copySalt(leaf, number, message);
    copyBytes(this.pseudonym, 0, PSEUDONYM_BYTES, message, PSEUDONYM_AT);
    message.writeUInt32LE(leaf, HEAD_BYTES);
    message.writeUInt32LE(record, HEAD_BYTES + 4);
    message.writeUInt32LE(yearAndComponent, HEAD_BYTES + 8);
    copyBytes(source, from, partWords(wide) * 4, message, HEAD_BYTES + PART_PLACE_BYTES);
    return message;
  }

  #copySalt(leaf: number, number: number, target: Buffer): void {
    const block = Math.floor(number / 2);
    if (leaf !== this.#saltLeaf || block !== this.#saltBlock) {
      this.#saltHmac.message.writeUInt32LE(leaf, 4);
      this.#saltHmac.message.writeUInt32LE(block, 8);
      this.#saltHmac.digestInto(this.#salts, 0);
      this.#saltLeaf = leaf;
      this.#saltBlock = block;
    }
    copyBytes(this.#salts, (number % 2) * SALT_BYTES, SALT_BYTES, target, SALT_AT);
  }
}

function partBuffer(wide: boolean): Buffer {
  const message = Buffer.alloc(HEAD_BYTES + PART_PLACE_BYTES + partWords(wide) * 4);
  message.write('PART', 1, 'latin1');
  return message;
}
