import { copyBytes, hashInto } from './fast-hash';
import { HASH_BYTES } from './format';

/** Hashes of so many entries make one subtree whose root is kept in trace.tree. */
export const ENTRIES_PER_SUBTREE_LOG2 = 10;
const NODE_BYTES = 1 + 2 * HASH_BYTES;

/**
 * RFC 6962 tree over entry hashes added one by one: a stack of the roots of full subtrees, one a level at most. Keeps
 * nothing but that stack and the roots of the subtrees of 1024 entries.
 */
export class MerkleBuilder {
  /** Fill this with an entry's hash before `add`. */
  readonly entry = Buffer.alloc(HASH_BYTES);
  readonly #stack = Buffer.alloc(HASH_BYTES * 33);
  readonly #node = Buffer.alloc(NODE_BYTES);
  readonly #subtrees: Buffer[] = [];
  #size = 0;

  constructor() {
    this.#node[0] = 1;
  }

  get size(): number {
    return this.#size;
  }

  /** Adds `entry` at the end. */
  add(): void {
    let level = 0;
    let occupied = this.#size;
    while (occupied % 2 === 1) {
      this.#combine(level, this.entry);
      occupied = (occupied - 1) / 2;
      level += 1;
      if (level === ENTRIES_PER_SUBTREE_LOG2) this.#subtrees.push(Buffer.from(this.entry));
    }
    copyBytes(this.entry, 0, HASH_BYTES, this.#stack, level * HASH_BYTES);
    this.#size += 1;
  }

  /** Root of all entries and the roots of the subtrees, the last of which may be shorter; further `add` is not allowed. */
  finish(): { root: Buffer; subtrees: Buffer } {
    const subtree = this.#fold(0, ENTRIES_PER_SUBTREE_LOG2);
    if (subtree) this.#subtrees.push(Buffer.from(subtree));
    const root = this.#fold(0, 33) ?? emptyRoot();
    return { root: Buffer.from(root), subtrees: Buffer.concat(this.#subtrees) };
  }

  /** Root over the stack's levels from..to-1, right to left; undefined where they are empty. */
  #fold(from: number, to: number): Buffer | undefined {
    let found = false;
    for (let level = from; level < to; level += 1) {
      if (Math.floor(this.#size / 2 ** level) % 2 === 0) continue;
      if (found) this.#combine(level, this.entry);
      else this.#stack.copy(this.entry, 0, level * HASH_BYTES, (level + 1) * HASH_BYTES);
      found = true;
    }
    return found ? this.entry : undefined;
  }

  /** right = H(0x01, stack[level], right) */
  #combine(level: number, right: Buffer): void {
    copyBytes(this.#stack, level * HASH_BYTES, HASH_BYTES, this.#node, 1);
    copyBytes(right, 0, HASH_BYTES, this.#node, 1 + HASH_BYTES);
    hashInto(this.#node, right, 0);
  }
}

/** Root of a tree without entries: SHA-256 of nothing. */
export function emptyRoot(): Buffer {
  const root = Buffer.alloc(HASH_BYTES);
  hashInto(new Uint8Array(0), root, 0);
  return root;
}
