import { at } from '../../domain/columns';
import type { RowLayout } from './row-layout';
import { SpillBucket, type SpilledBucket } from './spill-bucket';
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
  readonly #buckets: readonly SpillBucket[];
  #other: { readonly buckets: readonly SpillBucket[]; readonly spill: SpillFile } | undefined;

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

  /** All rows of a bucket, those of another thread last. */
  load(index: number): BucketRows {
    const parts = [{ bucket: at(this.#buckets, index), spill: this.#spill }];
    if (this.#other) parts.push({ bucket: at(this.#other.buckets, index), spill: this.#other.spill });
    const words = new Int32Array(parts.reduce((total, part) => total + part.bucket.size, 0));
    let place = 0;
    for (const { bucket, spill } of parts) place = bucket.copyTo(words, place, spill);
    const starts = new Uint32Array(parts.reduce((rows, part) => rows + part.bucket.rows, 0));
    for (let row = 0, start = 0; row < starts.length; row += 1) {
      starts[row] = start;
      start += this.#layout.words;
      if (this.#withText) start += 1 + Math.ceil((words[start] ?? 0) / 4);
    }
    return { words, starts };
  }

  /** Spills everything and tells where it is, for the thread that joins it. */
  spilled(): SpilledBucket[] {
    return this.#buckets.map((bucket) => bucket.spilled(this.#spill));
  }

  /** Adds the rows that another thread has spilled. */
  join(spilled: readonly SpilledBucket[], spill: SpillFile): void {
    this.#other = { buckets: spilled.map((each) => SpillBucket.of(each)), spill };
  }
}
