import { i32 } from '../../domain/columns';
import { DIGITS, PSEUDONYM_LABEL, saltKey } from '../keys';
import type { SealerKeys } from '../sealer';
import { HashList } from './hash-list';
import type { LaneGroup } from './lane-group';
import { laneHmac } from './lane-hmac';
import { HALF_HASH_WORDS, LANES, type LaneMemory, STATE_WORDS } from './lane-memory';
import { bigEndian } from './lane-message';

/** Digit 0 and the byte that begins the padding. */
const ZERO = 0x30;
const PADDING = 0x80;

/** The label ends three bytes into this word; the digits go on to the byte before the padding. */
const FIRST_DIGIT_WORD = Math.floor(PSEUDONYM_LABEL.length / 4);
const LAST_DIGIT_WORD = FIRST_DIGIT_WORD + DIGITS / 4;
/** Salts in a block. */
const BLOCK_SALTS = STATE_WORDS / HALF_HASH_WORDS;

/** Pseudonyms and salts of the leaves of a chunk (FORMAT.md, "Pseudonyms and salts") through the lanes. */
export class LaneSecrets {
  readonly #pseudonyms = new HashList(2048);
  readonly #salts = new HashList(4096);
  readonly #pseudonymHmac: LaneGroup;
  readonly #saltHmac: LaneGroup;
  /** What stands before the digits in the word of the first of them. */
  readonly #labelEnd: number;
  #leaves = 0;
  #saltBlocks = 0;

  constructor(memory: LaneMemory, keys: SealerKeys) {
    const label = Buffer.from(PSEUDONYM_LABEL + '0'.repeat(DIGITS), 'latin1');
    this.#pseudonymHmac = laneHmac(memory, keys.pseudonymKey, label, this.#pseudonyms);
    this.#labelEnd = label.readInt32BE(FIRST_DIGIT_WORD * 4) & ~0xff;
    const salt = Buffer.alloc(12);
    salt.write('leaf', 'latin1');
    this.#saltHmac = laneHmac(memory, saltKey(keys.pseudonymKey, keys.runId), salt, this.#salts);
  }

  /** Pseudonyms as numbers, complete after `flush`: that of the chunk's leaf n begins at word 8n. */
  get pseudonyms(): Int32Array {
    return this.#pseudonyms.words;
  }

  /** Salts as numbers, complete after `flush`: four words each. */
  get salts(): Int32Array {
    return this.#salts.words;
  }

  /** Begins a chunk. */
  begin(leafCount: number): void {
    this.#leaves = 0;
    this.#saltBlocks = 0;
    this.#pseudonyms.reserve(leafCount);
  }

  /**
   * Asks for the pseudonym and the salts of the next leaf.
   * @param personId 0 for a kommune, whose pseudonym is zeros
   * @returns word of its first salt
   */
  add(leafNumber: number, personId: number, entries: number): number {
    const pseudonymAt = this.#leaves * STATE_WORDS;
    if (personId === 0) this.#pseudonyms.words.fill(0, pseudonymAt, pseudonymAt + STATE_WORDS);
    else this.#addPseudonym(personId, pseudonymAt);
    this.#leaves += 1;
    const first = this.#saltBlocks * STATE_WORDS;
    const blocks = Math.ceil(entries / BLOCK_SALTS);
    this.#salts.reserve(this.#saltBlocks + blocks);
    for (let block = 0; block < blocks; block += 1) {
      this.#addSaltBlock(leafNumber, block, first + block * STATE_WORDS);
    }
    this.#saltBlocks += blocks;
    return first;
  }

  flush(): void {
    this.#pseudonymHmac.flush();
    this.#saltHmac.flush();
  }

  /** Pseudonyms of the chunk as they stand in trace.persons. */
  pseudonymBytes(): Buffer {
    const words = new Int32Array(this.#leaves * HALF_HASH_WORDS);
    for (let leaf = 0; leaf < this.#leaves; leaf += 1) {
      for (let word = 0; word < HALF_HASH_WORDS; word += 1) {
        words[leaf * HALF_HASH_WORDS + word] = bigEndian(i32(this.#pseudonyms.words, leaf * STATE_WORDS + word));
      }
    }
    return Buffer.from(words.buffer);
  }

  /** Writes the twelve digits from the last to the first, a word at a time. */
  #addPseudonym(personId: number, target: number): void {
    const { words, place } = this.#pseudonymHmac;
    let rest = personId;
    let word = PADDING;
    let shift = 8;
    let at = place + LAST_DIGIT_WORD * LANES;
    for (let digit = 0; digit < DIGITS; digit += 1) {
      const tens = Math.floor(rest / 10);
      word |= (ZERO + rest - tens * 10) << shift;
      rest = tens;
      shift += 8;
      if (shift < 32) continue;
      words[at] = word;
      at -= LANES;
      word = 0;
      shift = 0;
    }
    words[at] = word | this.#labelEnd;
    this.#pseudonymHmac.take(target);
  }

  #addSaltBlock(leafNumber: number, block: number, target: number): void {
    const { words, place } = this.#saltHmac;
    words[place + LANES] = bigEndian(leafNumber);
    words[place + 2 * LANES] = bigEndian(block);
    this.#saltHmac.take(target);
  }
}
