import { hashInto } from '../fast-hash';
import type { HashList } from './hash-list';
import type { MessageGroup } from './lane-group';
import { LANES, STATE_WORDS } from './lane-memory';

/** Messages too long for the lanes, hashed one by one; laid out as in the lanes. */
export class LongGroup implements MessageGroup {
  words = new Int32Array(0);
  messageWords = 0;
  readonly place = 0;
  readonly #hashes: HashList;

  constructor(hashes: HashList) {
    this.#hashes = hashes;
  }

  /** Makes room for a message of so many blocks. */
  ofWords(messageWords: number): this {
    this.messageWords = messageWords;
    if (this.words.length < messageWords * LANES) this.words = new Int32Array(messageWords * LANES);
    return this;
  }

  take(target: number): void {
    const padded = Buffer.alloc(this.messageWords * 4);
    for (let word = 0; word < this.messageWords; word += 1)
      padded.writeInt32BE(this.words[word * LANES] ?? 0, word * 4);
    const bits = padded.readUInt32BE(padded.length - 4);
    const digest = Buffer.alloc(STATE_WORDS * 4);
    hashInto(padded.subarray(0, bits / 8), digest, 0);
    for (let word = 0; word < STATE_WORDS; word += 1) this.#hashes.words[target + word] = digest.readInt32BE(word * 4);
  }
}
