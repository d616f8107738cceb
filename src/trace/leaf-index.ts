import type { LineTable } from '../domain';
import { FILE_HEADER } from './format';

const WORDS_A_LEAF = 2;

/** trace.index in the making: where each leaf begins in trace.bin and how many parts stand before it. */
export class LeafIndex {
  readonly #pages: Uint32Array[] = [];
  #page = new Uint32Array(0);
  #place = 0;
  #chunkAt = 0;
  #wordsBefore: number = FILE_HEADER.length;
  #parts = 0;

  /** Begins a chunk of so many leaves and words. */
  begin(leaves: number, words: number): void {
    this.#page = new Uint32Array(leaves * WORDS_A_LEAF);
    this.#pages.push(this.#page);
    this.#place = 0;
    this.#chunkAt = this.#wordsBefore;
    this.#wordsBefore += words;
  }

  /** The next leaf of the chunk, at a word of it, with so many parts. */
  add(leaf: number, parts: number): void {
    this.#page[this.#place] = this.#chunkAt + leaf;
    this.#page[this.#place + 1] = this.#parts;
    this.#place += WORDS_A_LEAF;
    this.#parts += parts;
  }

  /** The file's bytes. */
  bytes(): Buffer {
    return Buffer.concat(this.#pages.map((page) => new Uint8Array(page.buffer)));
  }
}

const LINES_A_CHUNK = 32_768;

/** Bytes of trace.lines: per payout line, in the order of payout_lines.csv, the numbers of its leaf and record. */
export function* lineIndexBytes(lines: LineTable): Generator<Uint8Array> {
  for (let from = 0; from < lines.length; from += LINES_A_CHUNK) {
    const count = Math.min(LINES_A_CHUNK, lines.length - from);
    const words = new Uint32Array(count * 2);
    lines.traceAddresses(from, words);
    yield new Uint8Array(words.buffer);
  }
}
