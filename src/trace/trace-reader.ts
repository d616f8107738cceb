import { assert, i32, u32 } from '../domain';
import { decodeLeaf } from './decode-leaf';
import { FILE_HEADER, PSEUDONYM_BYTES, TRACE_FILES } from './format';
import { leafLength } from './leaf-words';
import type { TraceLeaf } from './trace-leaf';

/** Random access to the files of a trace, given by the caller. */
export interface TraceStore {
  /** Bytes of the file of that name. */
  size(name: string): number;
  /** A copy of `length` bytes from `position`. */
  read(name: string, position: number, length: number): Uint8Array;
}

/** A leaf as it stands in trace.bin, with the number of its first entry. */
export interface LeafWords {
  readonly leaf: number;
  readonly firstEntry: number;
  readonly words: Int32Array;
}

/** Reads single leaves of a stored trace; nothing is read that is not asked for. */
export class TraceReader {
  readonly #store: TraceStore;
  readonly leafCount: number;

  constructor(store: TraceStore) {
    this.#store = store;
    this.leafCount = store.size(TRACE_FILES.index) / 8;
    const header = wordsOf(store.read(TRACE_FILES.words, 0, FILE_HEADER.length * 4));
    assert(
      FILE_HEADER.every((word, index) => i32(header, index) === word),
      'trace.bin is of format 1',
    );
  }

  /** Words and first entry of a leaf. */
  words(leaf: number): LeafWords {
    const from = this.#index(leaf);
    const to = leaf + 1 < this.leafCount ? this.#index(leaf + 1).word : this.#store.size(TRACE_FILES.words) / 4;
    const words = wordsOf(this.#store.read(TRACE_FILES.words, from.word * 4, (to - from.word) * 4));
    assert(leafLength(words, 0) === words.length, 'the index agrees with the length of the leaf');
    return { leaf, firstEntry: from.entry, words };
  }

  leaf(leaf: number): TraceLeaf {
    return decodeLeaf(this.words(leaf).words, 0);
  }

  /** Every leaf in order, read a few hundred kilobytes at a time. */
  *leaves(): Generator<TraceLeaf> {
    const step = 4096;
    for (let first = 0; first < this.leafCount; first += step) {
      const last = Math.min(first + step, this.leafCount);
      const from = this.#index(first).word;
      const to = last < this.leafCount ? this.#index(last).word : this.#store.size(TRACE_FILES.words) / 4;
      const words = wordsOf(this.#store.read(TRACE_FILES.words, from * 4, (to - from) * 4));
      for (let at = 0; at < words.length; at += leafLength(words, at)) yield decodeLeaf(words, at);
    }
  }

  /** Pseudonym of a leaf's person, 32 hexadecimal digits. */
  pseudonym(leaf: number): string {
    return Buffer.from(this.#store.read(TRACE_FILES.persons, leaf * PSEUDONYM_BYTES, PSEUDONYM_BYTES)).toString('hex');
  }

  /** Leaf of a pseudonym, -1 where it has none. */
  findPseudonym(pseudonym: string): number {
    const wanted = Buffer.from(pseudonym, 'hex');
    if (wanted.length !== PSEUDONYM_BYTES) return -1;
    const all = Buffer.from(this.#store.read(TRACE_FILES.persons, 0, this.#store.size(TRACE_FILES.persons)));
    for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
      if (at % PSEUDONYM_BYTES === 0) return at / PSEUDONYM_BYTES;
    }
    return -1;
  }

  /** Leaf and record of a payout line by its place in payout_lines.csv, from 0; undefined beyond the last. */
  line(index: number): { leaf: number; record: number } | undefined {
    if (index < 0 || (index + 1) * 8 > this.#store.size(TRACE_FILES.lines)) return undefined;
    const words = unsignedOf(this.#store.read(TRACE_FILES.lines, index * 8, 8));
    return { leaf: u32(words, 0), record: u32(words, 1) };
  }

  #index(leaf: number): { word: number; entry: number } {
    const words = unsignedOf(this.#store.read(TRACE_FILES.index, leaf * 8, 8));
    return { word: u32(words, 0), entry: u32(words, 1) };
  }

  /** Leaf to which an entry belongs. */
  leafOfEntry(entry: number): number {
    let low = 0;
    let high = this.leafCount - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#index(middle).entry <= entry) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function aligned(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}

function wordsOf(bytes: Uint8Array): Int32Array {
  return new Int32Array(aligned(bytes));
}

function unsignedOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(aligned(bytes));
}
