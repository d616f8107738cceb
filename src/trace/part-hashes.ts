import { orderOfBytes } from './byte-order';
import { copyBytes } from './fast-hash';
import { HASH_BYTES } from './format';

const FIRST_ROOM = 64;

/** Hashes of one recipient's parts, in the order of the leaves until they are asked for by their own. */
export class PartHashes {
  #bytes = Buffer.alloc(FIRST_ROOM * HASH_BYTES);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Where hashes are written; another array when it has grown. */
  get bytes(): Buffer {
    return this.#bytes;
  }

  /** Makes room for one more hash; returns the place in `bytes` at which it is to be written. */
  add(): number {
    const at = this.#count * HASH_BYTES;
    if (at === this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], at * 2);
    this.#count += 1;
    return at;
  }

  /** Copies the hash of a number to a place. */
  copyInto(ordinal: number, target: Buffer, at: number): void {
    copyBytes(this.#bytes, ordinal * HASH_BYTES, HASH_BYTES, target, at);
  }

  /**
   * Numbers of the hashes in ascending order of the hashes: an order that says nothing of who stands before whom in the
   * trace.
   */
  ordinals(): Uint32Array {
    return orderOfBytes(this.#bytes, 0, HASH_BYTES, this.#count, HASH_BYTES);
  }
}
