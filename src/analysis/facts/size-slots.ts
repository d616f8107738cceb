import { at, f64, i32, RECIPIENT_CODE_LIMIT } from '../../domain';
import { CELL_LIMIT } from './cell-key';

/** One row of a sizing, apart from its amount: what no rate changes. */
export interface SizeSlot {
  /** RecipientCode; NO_RECIPIENT for held parts. */
  readonly recipient: number;
  /** cellKey() */
  readonly cell: number;
  persons: number;
  days: number;
  /** How many whole amounts stand here, each of the cell's rate. */
  wholes: number;
}

/** Gathers the rows of a sizing and numbers them. */
export class SizeSlots {
  readonly #slots: SizeSlot[] = [];
  readonly #numberOf = new Map<number, number>();

  /** Number of the row of a recipient and cell, made where there is none; the order comes with `sort`. */
  numberOf(recipient: number, cell: number): number {
    const key = recipient * CELL_LIMIT + cell;
    const known = this.#numberOf.get(key);
    if (known !== undefined) return known;
    const number = this.#slots.push({ recipient, cell, persons: 0, days: 0, wholes: 0 }) - 1;
    this.#numberOf.set(key, number);
    return number;
  }

  slot(number: number): SizeSlot {
    return at(this.#slots, number);
  }

  /** Rows in the order of sizing.csv, and the new place of each number. */
  sort(): { readonly slots: readonly SizeSlot[]; readonly placeOf: Int32Array } {
    const order = this.#slots.map((_, number) => number);
    const key = Float64Array.from(this.#slots, (slot) => slot.recipient * CELL_LIMIT + slot.cell);
    order.sort((a, b) => f64(key, a) - f64(key, b));
    const placeOf = new Int32Array(order.length);
    for (const [place, number] of order.entries()) placeOf[number] = place;
    return { slots: order.map((number) => at(this.#slots, number)), placeOf };
  }
}

/** Numbers that count per recipient code. */
export class RecipientCounts {
  readonly #counts = new Int32Array(RECIPIENT_CODE_LIMIT);
  readonly #seen = new Set<number>();

  add(recipient: number): void {
    this.#counts[recipient] = i32(this.#counts, recipient) + 1;
    this.#seen.add(recipient);
  }

  /** In the order of the codes. */
  entries(): (readonly [recipient: number, count: number])[] {
    return [...this.#seen].sort((a, b) => a - b).map((recipient) => [recipient, i32(this.#counts, recipient)]);
  }
}
