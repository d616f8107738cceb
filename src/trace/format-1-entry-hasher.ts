import { copyBytes, FixedHmac } from './fast-hash';
import { HASH_BYTES, PSEUDONYM_BYTES, partWords } from './format';
import { saltKey } from './keys';
import { firstRecord, leafKind, leafLength, recordLength } from './leaf-words';
import { SALT_BYTES } from './part-secrets';
import { forEachPart, type PartInWork, partsStart } from './part-walk';
import type { SealerKeys } from './sealer';

const TAG_BYTES = 4;
/** 0x00, tag, salt, pseudonym. */
const HEAD_BYTES = 1 + TAG_BYTES + SALT_BYTES + PSEUDONYM_BYTES;
const SALT_AT = 1 + TAG_BYTES;
const PSEUDONYM_AT = SALT_AT + SALT_BYTES;

/**
 * Puts the entries of a trace of format 1 together (FORMAT.md, "Format 1"): such a trace is verified, never written. The
 * salts of a leaf are the halves of HMACs over its number and a counter: the header has the first, its parts the following
 * ones.
 */
export class Format1EntryHasher {
  /** Pseudonym of the leaf in work; fill it before the leaf's entries. */
  readonly pseudonym = Buffer.alloc(PSEUDONYM_BYTES);
  readonly #saltHmac: FixedHmac;
  readonly #salts = Buffer.alloc(HASH_BYTES);
  #saltBlock = -1;
  #saltLeaf = -1;

  constructor(keys: SealerKeys) {
    this.#saltHmac = new FixedHmac(saltKey(keys.pseudonymKey, keys.runId), 12);
    this.#saltHmac.message.write('leaf', 0, 'latin1');
  }

  /**
   * Calls back with the message of each entry of a leaf, zero byte first: the header, then its parts in order.
   * @param bytes the bytes of `words`
   * @param leaf word at which the leaf begins
   */
  forEachEntry(words: Int32Array, bytes: Buffer, leaf: number, take: (message: Buffer) => void): void {
    take(this.#header(words, bytes, leaf));
    let number = 0;
    forEachPart(words, leaf, (part) => {
      number += 1;
      take(this.#part(part, number, bytes));
    });
  }

  #header(words: Int32Array, bytes: Buffer, leaf: number): Buffer {
    const end = leaf + leafLength(words, leaf);
    const pieces: Buffer[] = [this.#prefix('HEAD', words.at(leaf + 1) ?? 0, 0)];
    let copied = leaf;
    for (let record = firstRecord(leaf); record < end; record += recordLength(words, record)) {
      pieces.push(bytes.subarray(copied * 4, partsStart(words, record, leafKind(words, leaf)) * 4));
      copied = record + recordLength(words, record);
    }
    return Buffer.concat([...pieces, bytes.subarray(copied * 4, end * 4)]);
  }

  #part({ leaf, record, yearAndComponent, from, wide }: PartInWork, number: number, bytes: Buffer): Buffer {
    const place = Buffer.from(Uint32Array.of(leaf, record, yearAndComponent).buffer);
    return Buffer.concat([
      this.#prefix('PART', leaf, number),
      place,
      bytes.subarray(from * 4, (from + partWords(wide)) * 4),
    ]);
  }

  /** Zero byte, tag, salt, pseudonym. */
  #prefix(tag: string, leaf: number, number: number): Buffer {
    const prefix = Buffer.alloc(HEAD_BYTES);
    prefix.write(tag, 1, 'latin1');
    this.#copySalt(leaf >>> 0, number, prefix);
    this.pseudonym.copy(prefix, PSEUDONYM_AT);
    return prefix;
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
