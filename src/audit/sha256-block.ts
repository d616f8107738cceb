import { i32 } from '../domain/columns';

/*
 * SHA-256 (FIPS 180-4) of one block from a given state. node:crypto cannot be given a state, and with it a keyed hash
 * of a short text costs twice as much: both halves of the key would be hashed anew for every person.
 */

const ROUNDS = 64;
/** Words of a state. */
export const STATE_WORDS = 8;
/** Words of a block. */
export const BLOCK_WORDS = 16;

/** First 32 bits of the fractional part of a root, as a signed word. */
function fractionWord(root: number): number {
  return ((root - Math.floor(root)) * 2 ** 32) | 0;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}

const CONSTANTS = Int32Array.from(firstPrimes(ROUNDS), (prime) => fractionWord(Math.cbrt(prime)));
/** State before the first block. */
export const INITIAL_STATE = Int32Array.from(firstPrimes(STATE_WORDS), (prime) => fractionWord(Math.sqrt(prime)));

const schedule = new Int32Array(ROUNDS);

/**
 * State after one more block.
 *
 * @param block 16 words
 * @param into takes the state; may be `state` itself
 */
export function compressBlock(state: Int32Array, block: Int32Array, into: Int32Array): void {
  schedule.set(block);
  for (let index = BLOCK_WORDS; index < ROUNDS; index += 1) {
    const early = i32(schedule, index - 15);
    const late = i32(schedule, index - 2);
    const first = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const second = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    schedule[index] = (i32(schedule, index - 16) + first + i32(schedule, index - 7) + second) | 0;
  }
  let a = i32(state, 0);
  let b = i32(state, 1);
  let c = i32(state, 2);
  let d = i32(state, 3);
  let e = i32(state, 4);
  let f = i32(state, 5);
  let g = i32(state, 6);
  let h = i32(state, 7);
  for (let index = 0; index < ROUNDS; index += 1) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const sumE = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const sumA = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const first = (h + sumE + choice + i32(CONSTANTS, index) + i32(schedule, index)) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + sumA + majority) | 0;
  }
  into[0] = i32(state, 0) + a;
  into[1] = i32(state, 1) + b;
  into[2] = i32(state, 2) + c;
  into[3] = i32(state, 3) + d;
  into[4] = i32(state, 4) + e;
  into[5] = i32(state, 5) + f;
  into[6] = i32(state, 6) + g;
  into[7] = i32(state, 7) + h;
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}
