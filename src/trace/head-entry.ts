import { createHash, createHmac, type Hash } from 'node:crypto';
import { FILE_HEADER } from './format';
import { saltKey } from './keys';
import type { SealerKeys } from './sealer';

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

function bytesOf(words: Int32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}
