import { STATE_WORDS } from './lane-memory';

/** Hashes as numbers, eight words each, in a row that grows. */
export class HashList {
  words: Int32Array;

  constructor(count: number) {
    this.words = new Int32Array(count * STATE_WORDS);
  }

  /** Makes room for so many hashes in all; what stands there stays. */
  reserve(count: number): void {
    if (count * STATE_WORDS <= this.words.length) return;
    const larger = new Int32Array(count * STATE_WORDS * 2);
    larger.set(this.words);
    this.words = larger;
  }

  /** The first so many hashes as they stand in files: big-endian bytes. */
  bytes(count: number): Buffer {
    return Buffer.from(this.words.slice(0, count * STATE_WORDS).buffer).swap32();
  }
}
