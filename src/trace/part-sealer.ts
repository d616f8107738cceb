import { f64 } from '../domain';
import { copyBytes, type FixedHmac } from './fast-hash';
import { HASH_BYTES, PSEUDONYM_BYTES } from './format';
import { HeadEntry } from './head-entry';
import { pseudonymHmac, setPseudonymDigits } from './keys';
import { LeafIndex } from './leaf-index';
import { leafLength } from './leaf-words';
import { PartHasher } from './part-hasher';
import { PartTree } from './part-tree';
import { forEachPart } from './part-walk';
import type { SealedTrace, SealerKeys, TraceSealer } from './sealer';

/** A sealer that works at once, on the thread that calls it. */
export class PartSealer implements TraceSealer {
  readonly #tree = new PartTree();
  readonly #hasher: PartHasher;
  readonly #pseudonyms: FixedHmac;
  readonly #digest = Buffer.alloc(HASH_BYTES);
  readonly #index = new LeafIndex();
  readonly #head = new HeadEntry();
  readonly #keys: SealerKeys;
  readonly #pages: Buffer[] = [];

  constructor(keys: SealerKeys) {
    this.#keys = keys;
    this.#hasher = new PartHasher(keys);
    this.#pseudonyms = pseudonymHmac(keys.pseudonymKey);
  }

  chunk(words: Int32Array, personIds: Float64Array): void {
    const bytes = Buffer.from(words.buffer, words.byteOffset, words.byteLength);
    const page = Buffer.alloc(personIds.length * PSEUDONYM_BYTES);
    this.#index.begin(personIds.length, words.length);
    let leaf = 0;
    for (let index = 0; index < personIds.length; index += 1) {
      const at = index * PSEUDONYM_BYTES;
      this.#writePseudonym(f64(personIds, index), page, at);
      this.#hasher.begin(page, at);
      const parts = forEachPart(words, leaf, (part) => {
        this.#tree.add(this.#hasher.message(part, bytes), part.recipient);
      });
      this.#index.add(leaf, parts);
      leaf += leafLength(words, leaf);
    }
    this.#pages.push(page);
    this.#head.addWords(words);
    this.#head.addPersons(page);
  }

  finish(): SealedTrace {
    const { root, hashes } = this.#tree.finish(this.#head.data(this.#keys));
    const { parts } = this.#tree;
    return { root, parts, tree: hashes, pseudonyms: Buffer.concat(this.#pages), index: this.#index.bytes() };
  }

  /** A kommune has zeros. */
  #writePseudonym(personId: number, page: Buffer, at: number): void {
    if (personId === 0) return;
    setPseudonymDigits(this.#pseudonyms, personId);
    this.#pseudonyms.digestInto(this.#digest, 0);
    copyBytes(this.#digest, 0, PSEUDONYM_BYTES, page, at);
  }
}
