import { assert, at, i32 } from '../domain';
import type { FieldKind, FieldSpec, TableSpec } from './table-spec';

/** Where a value stands within the words of a packed row. */
export interface Slot {
  readonly word: number;
  readonly shift: number;
  /** Bits below 32; a value of 32 bits has a word of its own. */
  readonly bits: number;
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
  readonly #kept: readonly { field: number; slot: Slot }[];

  constructor(spec: TableSpec) {
    const slots: (Slot | undefined)[] = spec.fields.map(() => undefined);
    const free: number[] = [];
    let words = FRONT_WORDS;
    const order = spec.fields.map((_, index) => index);
    order.sort((a, b) => bitsOf(at(spec.fields, b)) - bitsOf(at(spec.fields, a)) || a - b);
    for (const index of order) {
      const bits = bitsOf(at(spec.fields, index));
      if (bits === 0) continue;
      const shared = free.findIndex((left) => left >= bits);
      const slotWord = shared < 0 ? words - FRONT_WORDS : shared;
      const left = shared < 0 ? 32 : at(free, shared);
      if (shared < 0) words += 1;
      free[slotWord] = left - bits;
      const unsigned = at(spec.fields, index).kind === 'hundredths';
      slots[index] = { word: slotWord + FRONT_WORDS, shift: 32 - left, bits, unsigned };
    }
    this.words = words;
    this.slots = slots;
    this.#names = spec.fields.map((field) => field.name);
    this.#kept = slots.flatMap((slot, field) => (slot === undefined ? [] : [{ field, slot }]));
  }

  /** Writes a row. The words must be zero before. */
  pack(words: Int32Array, start: number, ordinal: number, line: number, values: Float64Array): void {
    words[start + ORDINAL_WORD] = ordinal;
    words[start + LINE_WORD] = line;
    for (let index = 0; index < this.#kept.length; index += 1) {
      const { field, slot } = at(this.#kept, index);
      const place = start + slot.word;
      words[place] = i32(words, place) | ((values[field] ?? 0) << slot.shift);
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

/** Value of a slot in a packed row. */
export function readSlot(words: Int32Array, start: number, slot: Slot): number {
  const word = i32(words, start + slot.word);
  if (slot.bits === 32) return slot.unsigned ? word >>> 0 : word;
  return (word >>> slot.shift) & ((1 << slot.bits) - 1);
}
