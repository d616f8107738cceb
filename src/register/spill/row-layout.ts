import { at } from '../../domain/columns';
import { assert } from '../../domain/errors';
import type { FieldKind, FieldSpec, TableSpec } from '../tables/table-spec';

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
