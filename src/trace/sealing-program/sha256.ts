/*
 * SHA-256 (FIPS 180-4) of four messages at once. A vector holds the same word of each of the four: "in lanes". Blocks in
 * lanes have room for the whole schedule of 64 words behind their 16.
 */
import { add, choice, majority, sigma0, sigma1, sum0, sum1 } from './functions';
import { reserve } from './memory';

/** Messages that are hashed at once. */
export const LANES: usize = 4;
export const HASH_BYTES: usize = 32;
export const BLOCK_BYTES: usize = 64;
const HASH_WORDS: usize = 8;
const BLOCK_WORDS: usize = 16;
const ROUNDS: usize = 64;
/** Rounds that are written out one after the other. */
const UNROLLED: usize = 8;
/** Bytes of a word in lanes. */
export const VECTOR_BYTES: usize = 16;

/** Section 4.2.2. */
const constants: usize = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
]);
/** Section 5.3.3. */
const firstNumbers: usize = memory.data<u32>([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);

/** State in lanes with which every hash begins. */
export const firstState: usize = newState();
for (let word: usize = 0; word < HASH_WORDS; word += 1) setNumber(firstState, word, load<u32>(firstNumbers + word * 4));

/** Room for a state in lanes. */
export function newState(): usize {
  return reserve(HASH_WORDS * VECTOR_BYTES);
}

/** Room for a block in lanes and its schedule. */
export function newBlock(): usize {
  return reserve(ROUNDS * VECTOR_BYTES);
}

/** Sets a word of a state or block in all lanes. */
export function setNumber(place: usize, word: usize, value: u32): void {
  v128.store(place + word * VECTOR_BYTES, i32x4.splat(value));
}

/** Takes a block into a state. The schedule is worked out behind the block. */
export function compress(before: usize, block: usize, after: usize): void {
  schedule(block);
  let a = v128.load(before, 0);
  let b = v128.load(before, 16);
  let c = v128.load(before, 32);
  let d = v128.load(before, 48);
  let e = v128.load(before, 64);
  let f = v128.load(before, 80);
  let g = v128.load(before, 96);
  let h = v128.load(before, 112);
  let constant = constants;
  const end = block + ROUNDS * VECTOR_BYTES;
  // Instead of moving a to b, b to c and so on, each round takes its variables one place further.
  for (let at = block; at < end; at += UNROLLED * VECTOR_BYTES) {
    let t = add(add(h, input(at, constant, 0)), add(choice(e, f, g), sum1(e)));
    d = add(d, t);
    h = add(add(t, sum0(a)), majority(a, b, c));
    t = add(add(g, input(at, constant, 1)), add(choice(d, e, f), sum1(d)));
    c = add(c, t);
    g = add(add(t, sum0(h)), majority(h, a, b));
    t = add(add(f, input(at, constant, 2)), add(choice(c, d, e), sum1(c)));
    b = add(b, t);
    f = add(add(t, sum0(g)), majority(g, h, a));
    t = add(add(e, input(at, constant, 3)), add(choice(b, c, d), sum1(b)));
    a = add(a, t);
    e = add(add(t, sum0(f)), majority(f, g, h));
    t = add(add(d, input(at, constant, 4)), add(choice(a, b, c), sum1(a)));
    h = add(h, t);
    d = add(add(t, sum0(e)), majority(e, f, g));
    t = add(add(c, input(at, constant, 5)), add(choice(h, a, b), sum1(h)));
    g = add(g, t);
    c = add(add(t, sum0(d)), majority(d, e, f));
    t = add(add(b, input(at, constant, 6)), add(choice(g, h, a), sum1(g)));
    f = add(f, t);
    b = add(add(t, sum0(c)), majority(c, d, e));
    t = add(add(a, input(at, constant, 7)), add(choice(f, g, h), sum1(f)));
    e = add(e, t);
    a = add(add(t, sum0(b)), majority(b, c, d));
    constant += UNROLLED * 4;
  }
  v128.store(after, add(v128.load(before, 0), a), 0);
  v128.store(after, add(v128.load(before, 16), b), 16);
  v128.store(after, add(v128.load(before, 32), c), 32);
  v128.store(after, add(v128.load(before, 48), d), 48);
  v128.store(after, add(v128.load(before, 64), e), 64);
  v128.store(after, add(v128.load(before, 80), f), 80);
  v128.store(after, add(v128.load(before, 96), g), 96);
  v128.store(after, add(v128.load(before, 112), h), 112);
}

/** W(t) from W(t-16), W(t-15), W(t-7) and W(t-2), two at a time. */
function schedule(block: usize): void {
  const end = block + (ROUNDS - BLOCK_WORDS) * VECTOR_BYTES;
  let before = v128.load(block, 14 * VECTOR_BYTES);
  let last = v128.load(block, 15 * VECTOR_BYTES);
  for (let at = block; at < end; at += 2 * VECTOR_BYTES) {
    const second = v128.load(at, VECTOR_BYTES);
    const third = v128.load(at, 2 * VECTOR_BYTES);
    before = add(add(v128.load(at), sigma0(second)), add(v128.load(at, 9 * VECTOR_BYTES), sigma1(before)));
    v128.store(at, before, 16 * VECTOR_BYTES);
    last = add(add(second, sigma0(third)), add(v128.load(at, 10 * VECTOR_BYTES), sigma1(last)));
    v128.store(at, last, 17 * VECTOR_BYTES);
  }
}

@inline
function input(at: usize, constant: usize, round: usize): v128 {
  return add(v128.load_splat<u32>(constant + round * 4), v128.load(at + round * VECTOR_BYTES));
}
