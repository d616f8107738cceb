import { fromLanes, intoLanes } from './lanes';
import { Room } from './memory';
import { BLOCK_BYTES, compress, firstState, HASH_BYTES, LANES, newBlock, newState, setNumber } from './sha256';

/** Messages for which there is room at first. */
const FIRST_ROOM: usize = 4096;

const block: usize = newBlock();
const state: usize = newState();
/** The inner hash and its padding: 32 bytes behind the block of the key. */
const outerBlock: usize = newBlock();
setNumber(outerBlock, 8, 0x80000000);
setNumber(outerBlock, 15, <u32>((BLOCK_BYTES + HASH_BYTES) * 8));

/** Hashes of messages of one block with its padding, each of which stands there as the template at first. */
export class BlockHashes {
  messages: Room = new Room(0);
  hashes: Room = new Room(0);
  count: usize = 0;
  template: usize = 0;

  /** Tells the template, 64 bytes; comes first. */
  beginWith(template: usize): void {
    this.template = template;
    this.makeRoom(FIRST_ROOM);
  }

  /** Place of a new message. */
  add(): usize {
    if (this.count * BLOCK_BYTES >= this.messages.size) this.makeRoom(this.count * 2);
    this.count += 1;
    return this.messages.place + (this.count - 1) * BLOCK_BYTES;
  }

  /** Works out the hashes of all messages, after each other, and begins anew. */
  flush(): void {
    this.hashes.grow((this.count + LANES) * HASH_BYTES);
    for (let message: usize = 0; message < this.count; message += LANES) {
      intoLanes(this.messages.place + message * BLOCK_BYTES, BLOCK_BYTES, block);
      this.hashBlock();
      fromLanes(state, this.hashes.place + message * HASH_BYTES, HASH_BYTES);
    }
    this.count = 0;
  }

  /** Puts the hashes of the four messages in lanes into the state. */
  hashBlock(): void {
    compress(firstState, block, state);
  }

  private makeRoom(count: usize): void {
    const before = this.messages.size / BLOCK_BYTES;
    this.messages.grow(count * BLOCK_BYTES);
    const after = this.messages.size / BLOCK_BYTES;
    for (let message = before; message < after; message += 1) {
      memory.copy(this.messages.place + message * BLOCK_BYTES, this.template, BLOCK_BYTES);
    }
  }
}

/** HMAC-SHA-256 (RFC 2104) under one key; the padding of a message counts the block of the key, too. */
export class Hmac extends BlockHashes {
  inner: usize = newState();
  outer: usize = newState();

  /**
   * Tells key and template; comes first.
   * @param key 64 bytes
   */
  begin(key: usize, template: usize): void {
    takeKey(key, 0x36, this.inner);
    takeKey(key, 0x5c, this.outer);
    this.beginWith(template);
  }

  hashBlock(): void {
    compress(this.inner, block, outerBlock);
    compress(this.outer, outerBlock, state);
  }
}

function takeKey(key: usize, mask: u32, to: usize): void {
  for (let word: usize = 0; word < 16; word += 1) {
    setNumber(block, word, bswap<u32>(load<u32>(key + word * 4)) ^ (mask * 0x01010101));
  }
  compress(firstState, block, to);
}
