import { assert, i32, u32 } from '../domain';
import { decodeLeaf } from './decode-leaf';
import { FILE_HEADER, fileHeader, LEAF_KIND, PSEUDONYM_BYTES, TRACE_FILES, type TraceFormat } from './format';
import { leafKind, leafLength } from './leaf-words';
import type { TraceLeaf } from './trace-leaf';

/** Random access to the files of a trace, given by the caller. */
export interface TraceStore {
  /** Bytes of the file of that name. */
  size(name: string): number;
  /** A copy of `length` bytes from `position`. */
  read(name: string, position: number, length: number): Uint8Array;
}

/** A leaf as it stands in trace.bin. */
export interface LeafWords {
  readonly leaf: number;
  readonly words: Int32Array;
}

/** Reads single leaves of a stored trace; nothing is read that is not asked for. */
export class TraceReader {
  readonly #store: TraceStore;
  readonly leafCount: number;
  readonly format: TraceFormat;

  constructor(store: TraceStore) {
    this.#store = store;
    this.leafCount = store.size(TRACE_FILES.index) / 8;
    const header = wordsOf(store.read(TRACE_FILES.words, 0, FILE_HEADER.length * 4));
    this.format = i32(header, 2) === 1 ? 1 : 2;
    assert(
      fileHeader(this.format).every((word, index) => i32(header, index) === word),
      'trace.bin is of format 1 or 2',
    );
  }

  /** Words of a leaf. */
  words(leaf: number): LeafWords {
    const from = this.#index(leaf);
    const to = leaf + 1 < this.leafCount ? this.#index(leaf + 1) : this.#store.size(TRACE_FILES.words) / 4;
    const words = wordsOf(this.#store.read(TRACE_FILES.words, from * 4, (to - from) * 4));
    assert(leafLength(words, 0) === words.length, 'the index agrees with the length of the leaf');
    return { leaf, words };
  }

  leaf(leaf: number): TraceLeaf {
    return decodeLeaf(this.words(leaf).words, 0);
  }

  /** Every leaf in order. */
  *leaves(): Generator<TraceLeaf> {
    for (const { words } of this.chunks()) {
      for (let at = 0; at < words.length; at += leafLength(words, at)) yield decodeLeaf(words, at);
    }
  }

  /** Whole leaves in order, a few hundred kilobytes at a time, with the number of the first. */
  *chunks(): Generator<LeafWords> {
    const step = 4096;
    for (let first = 0; first < this.leafCount; first += step) {
      const last = Math.min(first + step, this.leafCount);
      const from = this.#index(first);
      const to = last < this.leafCount ? this.#index(last) : this.#store.size(TRACE_FILES.words) / 4;
      yield { leaf: first, words: wordsOf(this.#store.read(TRACE_FILES.words, from * 4, (to - from) * 4)) };
    }
  }

  /** Pseudonym of a leaf's person, 32 hexadecimal digits. */
  pseudonym(leaf: number): string {
    return Buffer.from(this.#store.read(TRACE_FILES.persons, leaf * PSEUDONYM_BYTES, PSEUDONYM_BYTES)).toString('hex');
  }

  /** Leaf of the person of a pseudonym, -1 where there is none: adjustments have leaves of their own. */
  findPseudonym(pseudonym: string): number {
    const wanted = Buffer.from(pseudonym, 'hex');
    if (wanted.length !== PSEUDONYM_BYTES) return -1;
    const all = Buffer.from(this.#store.read(TRACE_FILES.persons, 0, this.#store.size(TRACE_FILES.persons)));
    for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
      const leaf = at / PSEUDONYM_BYTES;
      if (at % PSEUDONYM_BYTES === 0) return this.#kind(leaf) === LEAF_KIND.adjustment ? -1 : leaf;
    }
    return -1;
  }

  /** Leaf and record of a payout line by its place in payout_lines.csv, from 0; undefined beyond the last. */
  line(index: number): { leaf: number; record: number } | undefined {
    if (index < 0 || (index + 1) * 8 > this.#store.size(TRACE_FILES.lines)) return undefined;
    const words = unsignedOf(this.#store.read(TRACE_FILES.lines, index * 8, 8));
    return { leaf: u32(words, 0), record: u32(words, 1) };
  }

  /** LEAF_KIND of a leaf, of which nothing else is read. */
  #kind(leaf: number): number {
    return leafKind(wordsOf(this.#store.read(TRACE_FILES.words, this.#index(leaf) * 4, 4)), 0);
  }

  /** Word of trace.bin at which a leaf begins. */
  #index(leaf: number): number {
    return u32(unsignedOf(this.#store.read(TRACE_FILES.index, leaf * 8, 4)), 0);
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
