import { digest } from './hashes';

const [LEAF, INNER] = [Buffer.of(0), Buffer.of(1)];

/** Hash of an entry of a tree: a zero byte comes before its data. */
export function entryHash(...parts: readonly (string | Uint8Array)[]): Buffer {
  return digest(LEAF, ...parts);
}

/** Root of a hash tree (RFC 6962, 2.1): neighbours are hashed in pairs, level by level; an odd last one rises as it is. */
export function rootOf(hashes: readonly Buffer[]): Buffer {
  const [first, second] = hashes;
  if (!first) return digest('');
  if (!second) return first;
  const above: Buffer[] = [];
  for (let place = 0; place < hashes.length; place += 2) {
    const [left = first, right] = [hashes[place], hashes[place + 1]];
    above.push(right ? digest(INNER, left, right) : left);
  }
  return rootOf(above);
}

/** Whether a proof leads from an entry to the root (RFC 9162, 2.1.3.2). */
export function leadsToRoot(
  data: Uint8Array,
  entry: number,
  size: number,
  path: readonly Uint8Array[],
  root: string,
): boolean {
  if (!(Number.isSafeInteger(entry) && entry >= 0 && entry < size)) return false;
  let [place, last, hash] = [entry, size - 1, entryHash(data)];
  for (const sibling of path) {
    if (last === 0 || sibling.length !== 32) return false;
    const isRight = place % 2 === 1 || place === last;
    hash = isRight ? digest(INNER, sibling, hash) : digest(INNER, hash, sibling);
    while (isRight && place % 2 === 0 && place !== 0) {
      place = Math.floor(place / 2);
      last = Math.floor(last / 2);
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && hash.toString('hex') === root;
}
