import { assert } from '../../domain/errors';
import { sha256Program } from './sha256-program';

/** Messages that are hashed at once. */
export const LANES = 4;
/** Words of a SHA-256 state or hash. */
export const STATE_WORDS = 8;
/** Words of a salt or a pseudonym: half a hash. */
export const HALF_HASH_WORDS = STATE_WORDS / 2;
/** Words of a block of SHA-256. */
export const BLOCK_WORDS = 16;

/** FIPS 180-4, section 4.2.2. */
const ROUND_CONSTANTS = Int32Array.of(
  ...[0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5],
  ...[0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174],
  ...[0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da],
  ...[0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967],
  ...[0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85],
  ...[0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070],
  ...[0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3],
  ...[0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2],
);
/** FIPS 180-4, section 5.3.3. */
const FIRST_STATE = Int32Array.of(
  ...[0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19],
);

const PAGES = 2;
const program = sha256Program();

/** True where this processor and version of Node can hash four messages at once. */
export function lanesAvailable(): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(program);
}

/**
 * Memory that holds the states and blocks of four messages side by side: word w of lane l stands at `place + 4w + l`,
 * as a number, and places count words. Messages are written here directly, since copying costs as much as hashing.
 */
export class LaneMemory {
  readonly words: Int32Array;
  /** Place of the state with which every hash begins. */
  readonly firstState: number;
  readonly #compress: (before: number, blocks: number, count: number, after: number) => void;
  #free = ROUND_CONSTANTS.length;

  constructor() {
    const memory = new WebAssembly.Memory({ initial: PAGES });
    const instance = new WebAssembly.Instance(new WebAssembly.Module(program), { lanes: { memory } });
    const { compress } = instance.exports;
    assert(compress !== undefined, 'the program for lanes exports its function');
    this.#compress = compress;
    this.words = new Int32Array(memory.buffer);
    this.words.set(ROUND_CONSTANTS);
    this.firstState = this.reserve(STATE_WORDS);
    for (let word = 0; word < STATE_WORDS; word += 1) {
      this.words.fill(FIRST_STATE[word] ?? 0, this.firstState + word * LANES, this.firstState + (word + 1) * LANES);
    }
  }

  /** Room for so many words of each lane; returns its place. */
  reserve(wordCount: number): number {
    const place = this.#free;
    this.#free += wordCount * LANES;
    assert(this.#free <= this.words.length, 'the memory of the lanes is used up');
    return place;
  }

  /** Takes blocks into the states at `before` and leaves the states after them at `after`; all four are places. */
  compress(before: number, blocks: number, count: number, after: number): void {
    this.#compress(before * 4, blocks * 4, count, after * 4);
  }
}
