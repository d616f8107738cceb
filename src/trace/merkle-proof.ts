import { assert, at } from '../domain';
import { hashInto } from './fast-hash';
import { HASH_BYTES } from './format';

/** Proof that an entry stands at a place of a tree of a size (RFC 6962, 2.1.1): hashes from the entry upwards. */
export interface InclusionProof {
  readonly index: number;
  readonly size: number;
  readonly path: readonly Buffer[];
}

/** Hash of an entry: SHA-256 of a zero byte and its data. */
export function entryHash(data: Uint8Array): Buffer {
  const message = Buffer.alloc(1 + data.length);
  message.set(data, 1);
  const result = Buffer.alloc(HASH_BYTES);
  hashInto(message, result, 0);
  return result;
}

/** Hash of two nodes: SHA-256 of a one byte, left and right. */
function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  const message = Buffer.alloc(1 + 2 * HASH_BYTES);
  message[0] = 1;
  message.set(left, 1);
  message.set(right, 1 + HASH_BYTES);
  const result = Buffer.alloc(HASH_BYTES);
  hashInto(message, result, 0);
  return result;
}

/** Root over hashes (RFC 6962, 2.1); at least one. */
export function treeRoot(hashes: readonly Buffer[]): Buffer {
  assert(hashes.length > 0, 'a tree needs an entry');
  let level = [...hashes];
  while (level.length > 1) level = parents(level);
  return at(level, 0);
}

/** Path of the entry at a place among all hashes of a tree or of a subtree of it. */
export function treePath(hashes: readonly Buffer[], index: number): Buffer[] {
  assert(index >= 0 && index < hashes.length, 'a proof needs an entry of the tree');
  const path: Buffer[] = [];
  let level = [...hashes];
  let place = index;
  while (level.length > 1) {
    const sibling = level[place % 2 === 0 ? place + 1 : place - 1];
    if (sibling) path.push(sibling);
    level = parents(level);
    place = Math.floor(place / 2);
  }
  return path;
}

/** One level up; a node without a neighbour rises as it is, which gives the tree of RFC 6962. */
function parents(level: readonly Buffer[]): Buffer[] {
  const above: Buffer[] = [];
  for (let index = 0; index + 1 < level.length; index += 2)
    above.push(nodeHash(at(level, index), at(level, index + 1)));
  if (level.length % 2 === 1) above.push(at(level, level.length - 1));
  return above;
}
