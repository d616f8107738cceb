import { assert } from '../domain';
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

/** Bits of a sort key that number an item; the bits above are its first 32. */
const ORDINAL_BITS = 21;

/**
 * Numbers of items of one length in ascending order of their bytes. Of items that begin alike, which are few, each is
 * moved down to its place.
 * @param from byte of the first item
 * @param length bytes of an item by which it is ordered, from its first
 */
export function orderOfBytes(bytes: Buffer, from: number, stride: number, count: number, length: number): Uint32Array {
  assert(count < 2 ** ORDINAL_BITS, 'fewer than two million items are put in order');
  const keys = new Float64Array(count);
  for (let ordinal = 0; ordinal < count; ordinal += 1) {
    keys[ordinal] = bytes.readUInt32BE(from + ordinal * stride) * 2 ** ORDINAL_BITS + ordinal;
  }
  keys.sort();
  const sorted = Uint32Array.from(keys, (key) => key % 2 ** ORDINAL_BITS);
  const beginning = (place: number): number => Math.floor((keys[place] ?? 0) / 2 ** ORDINAL_BITS);
  for (let place = 1; place < count; place += 1) {
    for (let low = place; low > 0 && beginning(low - 1) === beginning(place); low -= 1) {
      const [before = 0, here = 0] = [sorted[low - 1], sorted[low]];
      const [a, b] = [from + before * stride, from + here * stride];
      if (bytes.compare(bytes, b, b + length, a, a + length) <= 0) break;
      sorted[low - 1] = here;
      sorted[low] = before;
    }
  }
  return sorted;
}
