import { at } from '../domain/columns';
import type { RowLayout } from './row-layout';
import { SpillBucket } from './spill-bucket';
import type { SpillFile } from './spill-file';

/** Rows of a table that belong to persons of one bucket: packed words and where each row begins. */
export interface BucketRows {
  readonly words: Int32Array;
  readonly starts: Uint32Array;
}

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
  readonly #buckets: SpillBucket[];

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
    this.#buckets = Array.from({ length: shape.buckets }, () => new SpillBucket());
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
