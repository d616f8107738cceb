import { at } from '../../domain/columns';
import { assert } from '../../domain/errors';
import type { FieldKind, FieldSpec, TableSpec } from '../tables/table-specs';
import { SpillBucket, type SpilledBucket, type SpillFile } from './spill-buckets';

/** Where a value stands within the words of a packed row: `(words[start + word] >>> shift) & mask`. */
export interface Slot {
  readonly word: number;
  readonly shift: number;
  readonly bits: number;
  /** True for a word of its own that is to be read as a number from 0. */
  readonly unsigned: boolean;
}

/** Words in front of the values: ordinal of the person, line. */
export const ORDINAL_WORD = 0;
export const LINE_WORD = 1;
const FRONT_WORDS = 2;

const BITS: Readonly<Record<FieldKind, number>> = {
  person: 0,
  text: 0,
  unused: 0,
  national_id: 0,
  day: 32,
  month: 17,
  year: 14,
  kommune: 17,
  fylke: 17,
  country: 15,
  code: 3,
  hundredths: 32,
};

/**
 * How rows of a table are packed into 32-bit words while an extract is read: ordinal, line, then the values, several
 * in one word where they fit.
 */
export class RowLayout {
  readonly words: number;
  /** Slot of each field by its index; undefined where the field is not kept as a number. */
  readonly slots: readonly (Slot | undefined)[];
  readonly #names: readonly string[];
  /** Kept fields with their words and shifts, side by side. */
  readonly #fields: Uint8Array;
  readonly #words: Uint8Array;
  readonly #shifts: Uint8Array;

  constructor(spec: TableSpec) {
    const slots: (Slot | undefined)[] = spec.fields.map(() => undefined);
    const free: number[] = [];
    const order = spec.fields.map((_, index) => index);
    order.sort((a, b) => bitsOf(at(spec.fields, b)) - bitsOf(at(spec.fields, a)) || a - b);
    for (const index of order) {
      const bits = bitsOf(at(spec.fields, index));
      if (bits === 0) continue;
      const shared = free.findIndex((left) => left >= bits);
      const word = shared < 0 ? free.length : shared;
      const left = free[word] ?? 32;
      free[word] = left - bits;
      const unsigned = at(spec.fields, index).kind === 'hundredths';
      slots[index] = { word: word + FRONT_WORDS, shift: 32 - left, bits, unsigned };
    }
    const kept = slots.flatMap((slot, field) => (slot === undefined ? [] : [{ field, slot }]));
    this.words = free.length + FRONT_WORDS;
    this.slots = slots;
    this.#names = spec.fields.map((field) => field.name);
    this.#fields = Uint8Array.from(kept, ({ field }) => field);
    this.#words = Uint8Array.from(kept, ({ slot }) => slot.word);
    this.#shifts = Uint8Array.from(kept, ({ slot }) => slot.shift);
  }

  /** Writes a row. The words must be zero before. */
  pack(words: Int32Array, start: number, ordinal: number, line: number, values: Float64Array): void {
    const fields = this.#fields;
    words[start + ORDINAL_WORD] = ordinal;
    words[start + LINE_WORD] = line;
    for (let index = 0; index < fields.length; index += 1) {
      const place = start + (this.#words[index] ?? 0);
      words[place] = (words[place] ?? 0) | ((values[fields[index] ?? 0] ?? 0) << (this.#shifts[index] ?? 0));
    }
  }

  /** Slot of a field by its name. */
  slot(name: string): Slot {
    const slot = this.slots[this.#names.indexOf(name)];
    assert(slot !== undefined, `no slot for ${name}`);
    return slot;
  }
}

function bitsOf(field: FieldSpec): number {
  return field.kind === 'hundredths' && field.maximum < 1 << 15 ? 15 : BITS[field.kind];
}

/** Bits that a slot takes within its word. */
export function maskOf(slot: Slot): number {
  return slot.bits === 32 ? -1 : (1 << slot.bits) - 1;
}

/** Value of a slot in a packed row. */
export function readSlot(words: Int32Array, start: number, slot: Slot): number {
  const word = words[start + slot.word] ?? 0;
  if (slot.bits === 32) return slot.unsigned ? word >>> 0 : word;
  return (word >>> slot.shift) & maskOf(slot);
}

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
