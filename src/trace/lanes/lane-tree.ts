import { emptyRoot } from '../merkle-builder';
import { HashList } from './hash-list';
import { LaneGroup } from './lane-group';
import { type LaneMemory, STATE_WORDS } from './lane-memory';
import { LaneMessage } from './lane-message';

const NODE_BYTE = 1;
const NODE_BLOCKS = 2;
const SUBTREE_ENTRIES = 1024;

/** RFC 6962 tree over entry hashes added in order, folded level by level, four nodes at a time. */
export class LaneTree {
  readonly #level = new HashList(SUBTREE_ENTRIES);
  readonly #roots = new HashList(64);
  readonly #nodes: LaneGroup;
  readonly #message = new LaneMessage();
  #waiting = 0;
  #subtrees = 0;
  #size = 0;

  constructor(memory: LaneMemory) {
    this.#nodes = new LaneGroup(memory, NODE_BLOCKS, this.#level, memory.firstState);
  }

  /** Number of entries. */
  get size(): number {
    return this.#size;
  }

  /** Adds the first `count` hashes of a list at the end. */
  append(hashes: HashList, count: number): void {
    let taken = 0;
    while (taken < count) {
      const fits = Math.min(count - taken, SUBTREE_ENTRIES - this.#waiting);
      const from = taken * STATE_WORDS;
      this.#level.words.set(hashes.words.subarray(from, from + fits * STATE_WORDS), this.#waiting * STATE_WORDS);
      this.#waiting += fits;
      taken += fits;
      if (this.#waiting === SUBTREE_ENTRIES) this.#closeSubtree();
    }
    this.#size += count;
  }

  /** Root of all entries and the roots of the subtrees, the last of which may be shorter; ends the tree. */
  finish(): { root: Buffer; subtrees: Buffer } {
    if (this.#size === 0) return { root: emptyRoot(), subtrees: Buffer.alloc(0) };
    if (this.#waiting > 0) this.#closeSubtree();
    this.#level.reserve(this.#subtrees);
    this.#level.words.set(this.#roots.words.subarray(0, this.#subtrees * STATE_WORDS));
    this.#fold(this.#subtrees);
    return { root: this.#level.bytes(1), subtrees: this.#roots.bytes(this.#subtrees) };
  }

  #closeSubtree(): void {
    this.#fold(this.#waiting);
    this.#roots.reserve(this.#subtrees + 1);
    this.#roots.words.set(this.#level.words.subarray(0, STATE_WORDS), this.#subtrees * STATE_WORDS);
    this.#subtrees += 1;
    this.#waiting = 0;
  }

  /** Leaves the root of the first `count` hashes of the level in the place of the first. */
  #fold(count: number): void {
    let size = count;
    while (size > 1) {
      const nodes = size >>> 1;
      for (let node = 0; node < nodes; node += 1) this.#combine(node);
      this.#nodes.flush();
      // A node without a neighbour rises as it is.
      if (size % 2 === 1)
        this.#level.words.copyWithin(nodes * STATE_WORDS, (size - 1) * STATE_WORDS, size * STATE_WORDS);
      size = (size + 1) >>> 1;
    }
  }

  /** Node over the hashes 2n and 2n + 1, to the place of hash n, which has been read when it is written. */
  #combine(node: number): void {
    const { words } = this.#level;
    const first = node * 2 * STATE_WORDS;
    this.#message.begin(this.#nodes, NODE_BYTE);
    this.#message.putAll(words, first, first + 2 * STATE_WORDS);
    this.#message.end(this.#nodes, node * STATE_WORDS);
  }
}
