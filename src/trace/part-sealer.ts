import { createHash, createHmac, type Hash } from 'node:crypto';
import { f64 } from '../domain';
import { copyBytes, type FixedHmac } from './fast-hash';
import { FILE_HEADER, HASH_BYTES, PSEUDONYM_BYTES } from './format';
import { pseudonymHmac, saltKey, setPseudonymDigits } from './keys';
import { LeafIndex } from './leaf-index';
import { forEachPart, leafLength } from './leaf-words';
import { PartHasher } from './part-hasher';
import { PartTree } from './part-tree';
import { bytesOf, type SealedTrace, type SealerKeys, type TraceSealer } from './sealer';

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

const SALT_BYTES = 16;

/**
 * The first entry of the tree (FORMAT.md, "Parts and tree"): it seals every word of trace.bin and every pseudonym, for who
 * has the key. It is laid open to nobody.
 */
export class HeadEntry {
  readonly #words: Hash = createHash('sha256').update(bytesOf(Int32Array.from(FILE_HEADER)));
  readonly #persons: Hash = createHash('sha256');

  /** Adds words of trace.bin behind its header. */
  addWords(words: Int32Array): void {
    this.#words.update(bytesOf(words));
  }

  /** Adds pseudonyms as trace.persons has them. */
  addPersons(bytes: Uint8Array): void {
    this.#persons.update(bytes);
  }

  /** Data of the entry; call it once, at the end. */
  data({ pseudonymKey, runId }: SealerKeys): Buffer {
    const salt = createHmac('sha256', saltKey(pseudonymKey, runId)).update('head').digest().subarray(0, SALT_BYTES);
    return Buffer.concat([Buffer.from('HEAD'), salt, this.#words.digest(), this.#persons.digest()]);
  }
}
