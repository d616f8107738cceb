import type { HashList } from './hash-list';
import { BLOCK_WORDS, LANES, type LaneMemory, STATE_WORDS } from './lane-memory';

/** Where messages are written: a word every LANES from `place`, padding included. */
export interface MessageGroup {
  readonly words: Int32Array;
  /** Words of a message with its padding. */
  readonly messageWords: number;
  /** Place of the first word of the next message. */
  readonly place: number;
  /** Ends the message at `place`. `target` is the place of the first word of its hash among the hashes. */
  take(target: number): void;
}

/**
 * Messages of one number of blocks on their way through the lanes. Their hashes stand in the list of hashes as numbers,
 * at the latest after `flush`.
 */
export class LaneGroup implements MessageGroup {
  readonly words: Int32Array;
  readonly messageWords: number;
  place: number;
  readonly #first: number;
  readonly #hashes: HashList;
  readonly #run: () => void;
  readonly #result: number;
  readonly #targets = new Int32Array(LANES);
  #filled = 0;

  /**
   * @param hashes where results go
   * @param before place of the state from which the messages go on
   * @param outer place of the state from which the hash of the hash goes on (HMAC); undefined for plain hashes
   */
  constructor(memory: LaneMemory, blockCount: number, hashes: HashList, before: number, outer?: number) {
    this.words = memory.words;
    this.messageWords = blockCount * BLOCK_WORDS;
    this.#first = memory.reserve(this.messageWords);
    this.#result = memory.reserve(STATE_WORDS);
    this.#hashes = hashes;
    this.place = this.#first;
    this.#run =
      outer === undefined
        ? () => memory.compress(before, this.#first, blockCount, this.#result)
        : this.#hmac(memory, blockCount, before, outer);
  }

  take(target: number): void {
    this.#targets[this.#filled] = target;
    this.#filled += 1;
    this.place += 1;
    if (this.#filled === LANES) this.flush();
  }

  /** Hashes what waits. */
  flush(): void {
    if (this.#filled === 0) return;
    this.#run();
    const { words: hashes } = this.#hashes;
    for (let lane = 0; lane < this.#filled; lane += 1) {
      const target = this.#targets[lane] ?? 0;
      const result = this.#result + lane;
      for (let word = 0; word < STATE_WORDS; word += 1) {
        hashes[target + word] = this.words[result + word * LANES] ?? 0;
      }
    }
    this.#filled = 0;
    this.place = this.#first;
  }

  /** The inner hash is the message of the outer one: 32 bytes behind a block that the state has taken in. */
  #hmac(memory: LaneMemory, blockCount: number, before: number, outer: number): () => void {
    const { words } = memory;
    const message = memory.reserve(BLOCK_WORDS);
    words.fill(0x80_00_00_00, message + STATE_WORDS * LANES, message + (STATE_WORDS + 1) * LANES);
    const bits = (BLOCK_WORDS + STATE_WORDS) * 32;
    words.fill(bits, message + (BLOCK_WORDS - 1) * LANES, message + BLOCK_WORDS * LANES);
    return () => {
      memory.compress(before, this.#first, blockCount, message);
      memory.compress(outer, message, 1, this.#result);
    };
  }
}
