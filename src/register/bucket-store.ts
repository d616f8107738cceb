import { at, f64 } from '../domain';
import { GrowingColumn } from './growing-column';
import type { RowLayout } from './row-layout';
import type { SpillFile } from './spill-file';

/** Rows of a table that belong to persons of one bucket: packed words and where each row begins. */
export interface BucketRows {
  readonly words: Int32Array;
  readonly starts: Uint32Array;
}

/** Words that a bucket gathers in memory before they are spilled. */
const CHUNK_WORDS = 1 << 14;
const FIRST_WORDS = 1 << 8;

/**
 * Packed rows of one table, sorted into buckets of persons as they come. A bucket that is full is spilled, so that
 * memory does not grow with the extract.
 *
 * A row with a text (decision_id) is followed by the length of its UTF-8 bytes and the bytes.
 */
export class BucketStore {
  readonly #layout: RowLayout;
  readonly #withText: boolean;
  readonly #spill: SpillFile;
  readonly #personsPerBucket: number;
  readonly #buckets: Bucket[];

  constructor(
    layout: RowLayout,
    withText: boolean,
    spill: SpillFile,
    shape: { buckets: number; personsPerBucket: number },
  ) {
    this.#layout = layout;
    this.#withText = withText;
    this.#spill = spill;
    this.#personsPerBucket = shape.personsPerBucket;
    this.#buckets = Array.from({ length: shape.buckets }, () => new Bucket());
  }

  append(ordinal: number, line: number, values: Float64Array, text: string): void {
    const bucket = at(this.#buckets, Math.floor(ordinal / this.#personsPerBucket));
    const bytes = this.#withText ? Buffer.from(text, 'utf8') : undefined;
    const rowWords = this.#layout.words + (bytes ? 1 + Math.ceil(bytes.length / 4) : 0);
    const start = bucket.reserve(rowWords, this.#spill);
    this.#layout.pack(bucket.words, start, ordinal, line, values);
    if (!bytes) return;
    const textStart = start + this.#layout.words;
    bucket.words[textStart] = bytes.length;
    new Uint8Array(bucket.words.buffer).set(bytes, (textStart + 1) * 4);
  }

  /** All rows of a bucket. */
  load(index: number): BucketRows {
    const bucket = at(this.#buckets, index);
    const words = bucket.load(this.#spill);
    const starts = new Uint32Array(bucket.rows);
    for (let row = 0, start = 0; row < starts.length; row += 1) {
      starts[row] = start;
      start += this.#layout.words;
      if (this.#withText) start += 1 + Math.ceil((words[start] ?? 0) / 4);
    }
    return { words, starts };
  }
}

class Bucket {
  words = new Int32Array(0);
  rows = 0;
  #used = 0;
  readonly #chunkStarts = new GrowingColumn();
  readonly #chunkWords = new GrowingColumn();

  /** Makes room for a row of zeros and tells where it begins. */
  reserve(rowWords: number, spill: SpillFile): number {
    if (this.#used + rowWords > this.words.length) this.#makeRoom(rowWords, spill);
    const start = this.#used;
    this.#used += rowWords;
    this.rows += 1;
    return start;
  }

  #makeRoom(rowWords: number, spill: SpillFile): void {
    if (this.words.length < CHUNK_WORDS) {
      const wider = new Int32Array(Math.max(FIRST_WORDS, this.words.length * 4, this.#used + rowWords));
      wider.set(this.words.subarray(0, this.#used));
      this.words = wider;
      return;
    }
    this.#chunkStarts.push(spill.append(bytesOf(this.words.subarray(0, this.#used))));
    this.#chunkWords.push(this.#used);
    if (rowWords > this.words.length) this.words = new Int32Array(rowWords);
    else this.words.fill(0, 0, this.#used);
    this.#used = 0;
  }

  load(spill: SpillFile): Int32Array {
    let total = this.#used;
    for (const words of this.#chunkWords.view()) total += words;
    const all = new Int32Array(total);
    let place = 0;
    for (let chunk = 0; chunk < this.#chunkStarts.length; chunk += 1) {
      const words = f64(this.#chunkWords.view(), chunk);
      spill.read(bytesOf(all.subarray(place, place + words)), f64(this.#chunkStarts.view(), chunk));
      place += words;
    }
    all.set(this.words.subarray(0, this.#used), place);
    return all;
  }
}

function bytesOf(words: Int32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}
