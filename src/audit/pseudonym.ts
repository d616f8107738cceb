import { createHmac } from 'node:crypto';
import { at, i32 } from '../domain/columns';
import { NO_PERSON } from '../domain/person-id';
import { BLOCK_WORDS, compressBlock, INITIAL_STATE, STATE_WORDS } from './sha256-block';

/** Stands before the digits in the hashed text, so that no hash made for another purpose is ever equal. */
const LABEL = 'norsktilskudd/pseudonym/v1\n';
const DIGITS = 12;
const MILLION = 1_000_000;
/** Words of the block that hold digits. */
const FIRST_DIGIT_WORD = Math.floor(LABEL.length / 4);
const LAST_DIGIT_WORD = Math.floor((LABEL.length + DIGITS - 1) / 4);
const KEY_ID_LABEL = 'norsktilskudd/key-id/v1\n';
/** Bytes of a pseudonym: the first of 32. */
const PSEUDONYM_BYTES = 16;
const KEY_ID_BYTES = 8;
const BLOCK_BYTES = 64;
/** Pseudonyms kept, by the last bits of the id: findings and postings of a person stand close together. */
const KEPT = 1024;

let hexOfTwoBytes: readonly string[] | undefined;

/** Hex digits of every two bytes; made when the first pseudonym is, since a quick command often makes none. */
function hexTable(): readonly string[] {
  hexOfTwoBytes ??= Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, '0'));
  return hexOfTwoBytes;
}

/** Names of persons that only the holder of the key can trace back. */
export interface Pseudonyms {
  /** Names the key without giving it away; stands in the manifest. */
  readonly keyId: string;
  /** Pseudonym of a person id: 32 hex digits, the same in every run of the installation; empty for NO_PERSON. */
  of(personId: number): string;
}

/**
 * Pseudonyms under a key of 32 bytes: the first 16 bytes of HMAC-SHA-256(key, label and the 12 digits of the id). The
 * state after the key is worked out once, so that a person costs two blocks.
 */
export function pseudonymsOf(key: Uint8Array): Pseudonyms {
  const hmac = new PersonHmac(key);
  const keptIds = new Float64Array(KEPT);
  const keptTexts = new Array<string>(KEPT).fill('');
  return {
    keyId: pseudonymKeyId(key),
    of(personId) {
      const slot = personId % KEPT;
      if (keptIds[slot] !== personId) {
        keptIds[slot] = personId;
        keptTexts[slot] = personId === NO_PERSON ? '' : hmac.text(personId);
      }
      return at(keptTexts, slot);
    },
  };
}

/** Id of a pseudonym key: 16 hex digits. */
export function pseudonymKeyId(key: Uint8Array): string {
  return createHmac('sha256', key)
    .update(KEY_ID_LABEL)
    .digest('hex')
    .slice(0, KEY_ID_BYTES * 2);
}

/** HMAC-SHA-256 (RFC 2104) of label and digits, which fit one block. */
class PersonHmac {
  readonly #inner: Int32Array;
  readonly #outer: Int32Array;
  readonly #message = new Int32Array(BLOCK_WORDS);
  readonly #digest = new Int32Array(BLOCK_WORDS);
  readonly #bytes = Buffer.alloc(BLOCK_BYTES);
  readonly #state = new Int32Array(STATE_WORDS);
  readonly #hex = hexTable();

  constructor(key: Uint8Array) {
    this.#inner = stateAfterKey(key, 0x36);
    this.#outer = stateAfterKey(key, 0x5c);
    const length = this.#bytes.write(LABEL, 'latin1') + DIGITS;
    this.#bytes[length] = 0x80;
    this.#bytes.writeUInt32BE((BLOCK_BYTES + length) * 8, BLOCK_BYTES - 4);
    this.#digest[STATE_WORDS] = 0x80_00_00_00;
    this.#digest[BLOCK_WORDS - 1] = (BLOCK_BYTES + STATE_WORDS * 4) * 8;
    readWords(this.#bytes, this.#message);
  }

  text(personId: number): string {
    this.#writeDigits(personId);
    for (let word = FIRST_DIGIT_WORD; word <= LAST_DIGIT_WORD; word += 1) {
      this.#message[word] = this.#bytes.readInt32BE(word * 4);
    }
    compressBlock(this.#inner, this.#message, this.#state);
    this.#digest.set(this.#state);
    compressBlock(this.#outer, this.#digest, this.#state);
    let text = '';
    for (let word = 0; word < PSEUDONYM_BYTES / 4; word += 1) {
      const bits = i32(this.#state, word);
      text += at(this.#hex, bits >>> 16) + at(this.#hex, bits & 0xffff);
    }
    return text;
  }

  #writeDigits(personId: number): void {
    const high = Math.floor(personId / MILLION);
    let rest = personId - high * MILLION;
    for (let place = LABEL.length + DIGITS - 1; place >= LABEL.length; place -= 1) {
      const tenth = (rest / 10) | 0;
      this.#bytes[place] = 48 + rest - tenth * 10;
      rest = place === LABEL.length + DIGITS / 2 ? high : tenth;
    }
  }
}

function stateAfterKey(key: Uint8Array, mask: number): Int32Array {
  const block = Buffer.alloc(BLOCK_BYTES, mask);
  for (const [place, byte] of key.entries()) block[place] = byte ^ mask;
  const words = new Int32Array(BLOCK_WORDS);
  readWords(block, words);
  const state = new Int32Array(STATE_WORDS);
  compressBlock(INITIAL_STATE, words, state);
  return state;
}

function readWords(bytes: Buffer, into: Int32Array): void {
  for (let word = 0; word < BLOCK_WORDS; word += 1) into[word] = bytes.readInt32BE(word * 4);
}
