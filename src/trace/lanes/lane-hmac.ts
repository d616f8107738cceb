import { hashInto } from '../fast-hash';
import type { HashList } from './hash-list';
import { LaneGroup } from './lane-group';
import { BLOCK_WORDS, LANES, type LaneMemory, STATE_WORDS } from './lane-memory';

const BLOCK_BYTES = BLOCK_WORDS * 4;

/**
 * HMAC-SHA-256 (RFC 2104) under one key of messages of up to 55 bytes, the same length each. Every message starts as
 * `template`, padding included: write the words that differ, and take it.
 */
export function laneHmac(memory: LaneMemory, key: Uint8Array, template: Uint8Array, hashes: HashList): LaneGroup {
  const block = Buffer.alloc(BLOCK_BYTES);
  if (key.length > BLOCK_BYTES) hashInto(key, block, 0);
  else block.set(key);
  const group = new LaneGroup(memory, 1, hashes, stateAfter(memory, block, 0x36), stateAfter(memory, block, 0x5c));
  const message = Buffer.alloc(BLOCK_BYTES);
  message.set(template);
  message[template.length] = 0x80;
  message.writeUInt32BE((BLOCK_BYTES + template.length) * 8, BLOCK_BYTES - 4);
  fillLanes(memory, group.place, message);
  return group;
}

/** Place of a state that has taken in the key under one of the two masks. */
function stateAfter(memory: LaneMemory, key: Buffer, mask: number): number {
  const state = memory.reserve(STATE_WORDS);
  const block = memory.reserve(BLOCK_WORDS);
  fillLanes(
    memory,
    block,
    key.map((byte) => byte ^ mask),
  );
  memory.compress(memory.firstState, block, 1, state);
  return state;
}

/** Writes one block of bytes into every lane. */
function fillLanes(memory: LaneMemory, place: number, block: Uint8Array): void {
  const bytes = Buffer.from(block);
  for (let word = 0; word < BLOCK_WORDS; word += 1) {
    memory.words.fill(bytes.readInt32BE(word * 4), place + word * LANES, place + (word + 1) * LANES);
  }
}
