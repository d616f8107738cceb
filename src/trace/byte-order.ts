import { assert } from '../domain';

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
