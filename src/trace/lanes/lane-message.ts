import { i32 } from '../../domain/columns';
import type { MessageGroup } from './lane-group';
import { BLOCK_WORDS, LANES } from './lane-memory';

/** A message of one byte and so many words, and its padding, fill this many blocks. */
export function blocksNeeded(wordCount: number): number {
  // One byte of the message, one of the padding, eight of the length.
  return Math.ceil((wordCount * 4 + 10) / (BLOCK_WORDS * 4));
}

/** A word as it stands in memory, as SHA-256 reads its bytes. */
export function bigEndian(word: number): number {
  return (word << 24) | ((word & 0xff_00) << 8) | ((word >>> 8) & 0xff_00) | (word >>> 24);
}

/**
 * Writes messages of a tree into lanes: the byte that tells leaves from nodes (RFC 6962, section 2.1), then words. The
 * byte moves every word by eight bits.
 */
export class LaneMessage {
  #words: Int32Array = new Int32Array(0);
  #place = 0;
  #before = 0;

  /** Begins a message at the group's place. */
  begin(group: MessageGroup, firstByte: number): void {
    this.#words = group.words;
    this.#place = group.place;
    this.#before = firstByte;
  }

  /** Adds a word, big-endian. */
  put(word: number): void {
    this.#words[this.#place] = (this.#before << 24) | (word >>> 8);
    this.#place += LANES;
    this.#before = word;
  }

  /** Adds words from..to-1 of a list, big-endian. In one loop over locals: most of what is hashed comes this way. */
  putAll(list: Int32Array, from: number, to: number): void {
    const words = this.#words;
    let place = this.#place;
    let before = this.#before;
    for (let index = from; index < to; index += 1) {
      const word = i32(list, index);
      words[place] = (before << 24) | (word >>> 8);
      place += LANES;
      before = word;
    }
    this.#place = place;
    this.#before = before;
  }

  /** The same of words as they stand in memory. */
  putAllSwapped(list: Int32Array, from: number, to: number): void {
    const words = this.#words;
    let place = this.#place;
    let before = this.#before;
    for (let index = from; index < to; index += 1) {
      const word = bigEndian(i32(list, index));
      words[place] = (before << 24) | (word >>> 8);
      place += LANES;
      before = word;
    }
    this.#place = place;
    this.#before = before;
  }

  /** Pads the message and gives it to the group; its hash goes to `target`. */
  end(group: MessageGroup, target: number): void {
    const words = this.#words;
    const last = group.place + (group.messageWords - 1) * LANES;
    const bits = ((this.#place - group.place) / LANES) * 32 + 8;
    words[this.#place] = (this.#before << 24) | 0x80_00_00;
    for (let place = this.#place + LANES; place < last; place += LANES) words[place] = 0;
    words[last] = bits;
    group.take(target);
  }
}
