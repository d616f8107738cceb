import { hashFour } from './lanes';
import { copyRoughly, reserve, Room } from './memory';
import { BLOCK_BYTES, HASH_BYTES, LANES } from './sha256';

/** Messages are written in order, each a little over its end (copyRoughly): the next one does not stand there yet. */
const SLACK_BYTES: usize = 32;
/** Longer messages are rare and are hashed one by one. */
const MOST_BLOCKS: i32 = 16;

/** Blocks that a message of so many bytes fills with its padding: a byte, zeros, eight bytes of length. */
function blocksOf(bytes: usize): i32 {
  return <i32>((bytes + 9 + BLOCK_BYTES - 1) / BLOCK_BYTES);
}

/** Messages of one number of blocks, hashed when there are four. */
class Group {
  blocks: usize;
  first: usize;
  targets: usize = reserve(LANES * sizeof<usize>());
  filled: usize = 0;

  constructor(blocks: usize) {
    this.blocks = blocks;
    this.first = reserve(LANES * blocks * BLOCK_BYTES + SLACK_BYTES);
  }

  next(): usize {
    return this.first + this.filled * this.blocks * BLOCK_BYTES;
  }

  take(target: usize): void {
    store<usize>(this.targets + this.filled * sizeof<usize>(), target);
    this.filled += 1;
    if (this.filled === LANES) this.flush();
  }

  flush(): void {
    if (this.filled === 0) return;
    hashFour(this.first, this.blocks * BLOCK_BYTES, this.blocks, hashes);
    for (let lane: usize = 0; lane < this.filled; lane += 1) {
      const target = load<usize>(this.targets + lane * sizeof<usize>());
      copyRoughly(hashes + lane * HASH_BYTES, HASH_BYTES, target);
    }
    this.filled = 0;
  }
}

const hashes: usize = reserve(LANES * HASH_BYTES);
const groups = new StaticArray<Group>(MOST_BLOCKS + 1);
for (let blocks = 1; blocks <= MOST_BLOCKS; blocks += 1) groups[blocks] = new Group(blocks);

/** The message in work, where it is too long for the groups. */
const long = new Room(4096);

/** Where a message of so many bytes is to be written. */
export function messageRoom(bytes: usize): usize {
  const blocks = blocksOf(bytes);
  if (blocks <= MOST_BLOCKS) return groups[blocks].next();
  long.grow(<usize>blocks * BLOCK_BYTES + SLACK_BYTES);
  return long.place;
}

/** Hashes the message that was written last; its hash stands at `target` after `flushMessages` at the latest. */
export function takeMessage(first: usize, bytes: usize, target: usize): void {
  const blocks = blocksOf(bytes);
  const last = first + <usize>blocks * BLOCK_BYTES;
  for (let place = first + bytes; place < last; place += 16) v128.store(place, i32x4.splat(0));
  store<u8>(first + bytes, 0x80);
  store<u64>(last - 8, bswap<u64>(<u64>bytes * 8));
  if (blocks <= MOST_BLOCKS) groups[blocks].take(target);
  else {
    hashFour(first, 0, <usize>blocks, hashes);
    copyRoughly(hashes, HASH_BYTES, target);
  }
}

export function flushMessages(): void {
  for (let blocks = 1; blocks <= MOST_BLOCKS; blocks += 1) groups[blocks].flush();
}
