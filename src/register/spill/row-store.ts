import { assert, at, fingerprintOf, i32 } from '../../domain';
import type { FieldKind, FieldSpec, TableSpec } from '../tables/table-specs';
import { putWhole, SpillBuckets, type SpilledBucket, type SpillFile, wholeAt } from './spill-buckets';

/** Where a value stands within the words of a packed row: `(words[start + word] >>> shift) & mask`. */
export interface Slot {
  readonly word: number;
  readonly shift: number;
  readonly bits: number;
}

/** Words in front of the values: ordinal of the person, line. */
export const ORDINAL_WORD = 0;
export const LINE: Slot = { word: 1, shift: 0, bits: 32 };
const FRONT_WORDS = 2;

/** Bits that a value is packed into; 0 where it is not. */
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

function bitsOf(field: FieldSpec): number {
  return field.kind === 'hundredths' && field.maximum < 1 << 15 ? 15 : BITS[field.kind];
}

/** Bits that a slot takes within its word. */
export function maskOf(slot: Slot): number {
  return slot.bits === 32 ? -1 : (1 << slot.bits) - 1;
}

/**
 * How rows of a table are packed into 32-bit words while an extract is read: ordinal, line, then the values, several
 * in one word where they fit. Ids of persons are kept in persons alone, in two words; elsewhere the ordinal tells.
 */
export class RowLayout {
  readonly words: number;
  /** First of the two words of the id; -1 where none is kept. */
  readonly idWord: number;
  readonly #personField: number;
  readonly #slots = new Map<string, Slot>();
  /** Kept fields with their words and shifts, side by side. */
  readonly #fields: Uint8Array;
  readonly #fieldWords: Uint8Array;
  readonly #shifts: Uint8Array;

  constructor({ table, fields, personField }: TableSpec) {
    const free: number[] = [];
    const kept = fields.map((_, index) => index).filter((index) => bitsOf(at(fields, index)) > 0);
    kept.sort((a, b) => bitsOf(at(fields, b)) - bitsOf(at(fields, a)) || a - b);
    const slots = kept.map((index): Slot => {
      const bits = bitsOf(at(fields, index));
      const shared = free.findIndex((left) => left >= bits);
      const word = shared < 0 ? free.length : shared;
      const left = free[word] ?? 32;
      free[word] = left - bits;
      const slot = { word: word + FRONT_WORDS, shift: 32 - left, bits };
      this.#slots.set(at(fields, index).name, slot);
      return slot;
    });
    this.#personField = personField;
    this.idWord = table === 'persons' ? free.length + FRONT_WORDS : -1;
    this.words = free.length + FRONT_WORDS + (this.idWord < 0 ? 0 : 2);
    this.#fields = Uint8Array.from(kept);
    this.#fieldWords = Uint8Array.from(slots, ({ word }) => word);
    this.#shifts = Uint8Array.from(slots, ({ shift }) => shift);
  }

  /** Writes a row. The words must be zero before. */
  pack(words: Int32Array, start: number, ordinal: number, line: number, values: Float64Array): void {
    const fields = this.#fields;
    words[start + ORDINAL_WORD] = ordinal;
    words[start + LINE.word] = line;
    for (let index = 0; index < fields.length; index += 1) {
      const place = start + (this.#fieldWords[index] ?? 0);
      words[place] = (words[place] ?? 0) | ((values[fields[index] ?? 0] ?? 0) << (this.#shifts[index] ?? 0));
    }
    if (this.idWord < 0) return;
    putWhole(words, start + this.idWord, values[this.#personField] ?? 0);
  }

  /** Id of the person that a packed row of persons is about. */
  personId(words: Int32Array, start: number): number {
    return wholeAt(words, start + this.idWord);
  }

  /** Slot of a field by its name. */
  slot(name: string): Slot {
    const slot = this.#slots.get(name);
    assert(slot !== undefined, `no slot for ${name}`);
    return slot;
  }
}

/** How persons are sorted into buckets. */
export interface BucketShape {
  readonly buckets: number;
  readonly personsPerBucket: number;
}

/** Rows of a table that belong to persons of one bucket: packed words and where each row begins. */
export interface BucketRows {
  readonly words: Int32Array;
  readonly starts: Uint32Array;
}

/**
 * Packed rows of one table, sorted into buckets of persons as they come.
 *
 * A row whose key is kept is followed by it: the length of its UTF-8 bytes, and the bytes.
 */
export class RowStore {
  readonly layout: RowLayout;
  readonly #withText: boolean;
  readonly #personsPerBucket: number;
  readonly #buckets: SpillBuckets;

  constructor(spec: TableSpec, { buckets, personsPerBucket }: BucketShape, spill: SpillFile) {
    this.layout = new RowLayout(spec);
    this.#withText = spec.keepsKey;
    this.#personsPerBucket = personsPerBucket;
    this.#buckets = new SpillBuckets(buckets, spill);
  }

  /** @param text UTF-8, of a table whose rows are followed by one */
  append(ordinal: number, line: number, values: Float64Array, text?: Uint8Array): void {
    const rowWords = this.layout.words + (text ? 1 + Math.ceil(text.length / 4) : 0);
    const bucket = this.#buckets.bucket(Math.floor(ordinal / this.#personsPerBucket));
    const start = bucket.reserve(rowWords);
    this.layout.pack(bucket.words, start, ordinal, line, values);
    if (!text) return;
    const textStart = start + this.layout.words;
    bucket.words[textStart] = text.length;
    new Uint8Array(bucket.words.buffer).set(text, (textStart + 1) * 4);
  }

  /** Adds a row that is packed already, under another ordinal. */
  move(ordinal: number, words: Int32Array, start: number): void {
    const bucket = this.#buckets.bucket(Math.floor(ordinal / this.#personsPerBucket));
    const place = bucket.reserve(this.layout.words);
    bucket.words.set(words.subarray(start, start + this.layout.words), place);
    bucket.words[place + ORDINAL_WORD] = ordinal;
  }

  /** All rows of a bucket, those of another thread last. The next call writes over them. */
  load(index: number): BucketRows {
    const { words, records } = this.#buckets.load(index);
    const starts = new Uint32Array(records);
    for (let row = 0, start = 0; row < records; row += 1) {
      starts[row] = start;
      start += this.layout.words;
      if (this.#withText) start += 1 + Math.ceil(i32(words, start) / 4);
    }
    return { words, starts };
  }

  /** The text that follows a row. */
  textOf(words: Int32Array, start: number): string {
    return this.#bytesOf(words, start).toString('utf8');
  }

  /** fingerprintOf() the text that follows a row. */
  fingerprintOf(words: Int32Array, start: number): number {
    const bytes = this.#bytesOf(words, start);
    return fingerprintOf(bytes, 0, bytes.length);
  }

  #bytesOf(words: Int32Array, start: number): Buffer {
    const place = start + this.layout.words;
    return Buffer.from(words.buffer, words.byteOffset + (place + 1) * 4, i32(words, place));
  }

  /** Spills everything and tells where it is, for the thread that joins it. */
  spilled(): SpilledBucket[] {
    return this.#buckets.spilled();
  }

  /** Adds the rows that another thread has spilled. */
  join(spilled: readonly SpilledBucket[], spill: SpillFile): void {
    this.#buckets.join(spilled, spill);
  }
}
