import { BLOCK_BYTES, compress, firstState, HASH_BYTES, newBlock, newState, VECTOR_BYTES } from './sha256';

const block: usize = newBlock();
const state: usize = newState();

/** One block of each of four messages, a stride apart, from bytes into lanes. */
export function intoLanes(from: usize, stride: usize, to: usize): void {
  for (let quad: usize = 0; quad < 4; quad += 1) {
    const at = from + quad * VECTOR_BYTES;
    turn(
      v128.load(at),
      v128.load(at + stride),
      v128.load(at + 2 * stride),
      v128.load(at + 3 * stride),
      to + quad * 4 * VECTOR_BYTES,
      VECTOR_BYTES,
    );
  }
}

/** The hashes of four messages from lanes into bytes, a stride apart. */
export function fromLanes(from: usize, to: usize, stride: usize): void {
  turn(v128.load(from), v128.load(from, 16), v128.load(from, 32), v128.load(from, 48), to, stride);
  turn(v128.load(from, 64), v128.load(from, 80), v128.load(from, 96), v128.load(from, 112), to + VECTOR_BYTES, stride);
}

/** Four rows of words become columns, a stride apart, and each word is turned round: bytes are big-endian. */
@inline
function turn(a: v128, b: v128, c: v128, d: v128, to: usize, stride: usize): void {
  const lowAb = i8x16.shuffle(a, b, 3, 2, 1, 0, 19, 18, 17, 16, 7, 6, 5, 4, 23, 22, 21, 20);
  const lowCd = i8x16.shuffle(c, d, 3, 2, 1, 0, 19, 18, 17, 16, 7, 6, 5, 4, 23, 22, 21, 20);
  const highAb = i8x16.shuffle(a, b, 11, 10, 9, 8, 27, 26, 25, 24, 15, 14, 13, 12, 31, 30, 29, 28);
  const highCd = i8x16.shuffle(c, d, 11, 10, 9, 8, 27, 26, 25, 24, 15, 14, 13, 12, 31, 30, 29, 28);
  v128.store(to, v128.shuffle<i64>(lowAb, lowCd, 0, 2));
  v128.store(to + stride, v128.shuffle<i64>(lowAb, lowCd, 1, 3));
  v128.store(to + 2 * stride, v128.shuffle<i64>(highAb, highCd, 0, 2));
  v128.store(to + 3 * stride, v128.shuffle<i64>(highAb, highCd, 1, 3));
}

/** Hashes four padded messages of so many blocks, a stride apart; leaves their hashes after each other. */
export function hashFour(from: usize, stride: usize, blocks: usize, to: usize): void {
  let before = firstState;
  for (let done: usize = 0; done < blocks; done += 1) {
    intoLanes(from + done * BLOCK_BYTES, stride, block);
    compress(before, block, state);
    before = state;
  }
  fromLanes(state, to, HASH_BYTES);
}
