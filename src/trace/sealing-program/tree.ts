import { fromLanes, intoLanes } from './lanes';
import { reserve, Room } from './memory';
import { BLOCK_BYTES, compress, firstState, HASH_BYTES, LANES, newBlock, newState, setNumber } from './sha256';

const SUBTREE_ENTRIES: usize = 1024;

const state: usize = newState();
/** A node is a byte and two hashes: a block, and one byte of the next. */
const firstBlock: usize = newBlock();
const secondBlock: usize = newBlock();
setNumber(secondBlock, 15, <u32>(HASH_BYTES * 2 + 1) * 8);

/** One byte before the hashes is read, too; four nodes at once read eight hashes. */
const level = new Room(16 + SUBTREE_ENTRIES * HASH_BYTES);
const alone: usize = reserve(HASH_BYTES);
let waiting: usize = 0;

/** Roots of the subtrees of 1024 entries so far. */
export const roots = new Room(4096);
export let subtrees: usize = 0;

function levelPlace(): usize {
  return level.place + 16;
}

/** Adds hashes of entries at the end. */
export function addEntryHashes(from: usize, count: usize): void {
  let next = from;
  const end = from + count * HASH_BYTES;
  while (next < end) {
    const fits = min((end - next) / HASH_BYTES, SUBTREE_ENTRIES - waiting);
    memory.copy(levelPlace() + waiting * HASH_BYTES, next, fits * HASH_BYTES);
    waiting += fits;
    next += fits * HASH_BYTES;
    if (waiting === SUBTREE_ENTRIES) closeSubtree();
  }
}

/** Ends the tree, which has an entry at least; returns the place of its root. */
export function rootPlace(): usize {
  if (waiting > 0) closeSubtree();
  level.grow(16 + (subtrees + 2 * LANES) * HASH_BYTES);
  memory.copy(levelPlace(), roots.place, subtrees * HASH_BYTES);
  fold(subtrees);
  return levelPlace();
}

function closeSubtree(): void {
  fold(waiting);
  roots.grow((subtrees + 1) * HASH_BYTES);
  memory.copy(roots.place + subtrees * HASH_BYTES, levelPlace(), HASH_BYTES);
  subtrees += 1;
  waiting = 0;
}

/** Leaves the root of the first hashes of the level in the place of the first. */
function fold(count: usize): void {
  const place = levelPlace();
  let size = count;
  while (size > 1) {
    const nodes = size >> 1;
    const odd = size & 1;
    if (odd) memory.copy(alone, place + (size - 1) * HASH_BYTES, HASH_BYTES);
    for (let node: usize = 0; node < nodes; node += LANES) fourNodes(place, node);
    // A hash without a neighbour rises as it is.
    if (odd) memory.copy(place + nodes * HASH_BYTES, alone, HASH_BYTES);
    size = nodes + odd;
  }
}

/** Puts the nodes n to n + 3 over the hashes 2n to 2n + 7 (RFC 6962, section 2.1) in the place of the hashes from n. */
function fourNodes(place: usize, node: usize): void {
  const from = place + node * BLOCK_BYTES;
  // The byte before the hashes makes room for the one that tells nodes from entries.
  intoLanes(from - 1, BLOCK_BYTES, firstBlock);
  v128.store(
    firstBlock,
    v128.or(v128.and(v128.load(firstBlock), i32x4.splat(0x00ffffff)), i32x4.splat(0x01000000)),
  );
  let last = v128.load_lane<u32>(from + 60, i32x4.splat(0), 0);
  last = v128.load_lane<u32>(from + 124, last, 1);
  last = v128.load_lane<u32>(from + 188, last, 2);
  last = v128.load_lane<u32>(from + 252, last, 3);
  v128.store(secondBlock, v128.or(v128.and(last, i32x4.splat(0xff000000)), i32x4.splat(0x00800000)));
  compress(firstState, firstBlock, state);
  compress(state, secondBlock, state);
  fromLanes(state, place + node * HASH_BYTES, HASH_BYTES);
}
