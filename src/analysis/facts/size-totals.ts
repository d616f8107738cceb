import { f64, i32, NO_RECIPIENT, RECIPIENT_CODE_LIMIT, type SizingRow } from '../../domain';
import { CELL_LIMIT, componentOfCell, rateClassOfCell, yearNumberOfCell } from './cell-key';

/**
 * Persons, days and kroner per recipient and cell, as sizing.csv has them (rulebook 8.1), in arrays by place: the
 * recipients that occur are numbered once. Used again for one set of rates after another.
 */
export class SizeTotals {
  /** Place of a recipient code, -1 for one that does not occur. */
  readonly #placeOf = new Int32Array(RECIPIENT_CODE_LIMIT).fill(-1);
  readonly #recipients: readonly number[];
  readonly #persons: Int32Array;
  readonly #days: Float64Array;
  readonly #amountNok: Float64Array;
  /** 1 where the cell of the recipient has a row. */
  readonly #used: Uint8Array;

  /** @param lists every RecipientCode that can occur; NO_RECIPIENT for held parts is always there */
  constructor(...lists: readonly Iterable<number>[]) {
    const recipients = new Set<number>([NO_RECIPIENT]);
    for (const list of lists) for (const recipient of list) recipients.add(recipient);
    this.#recipients = [...recipients].sort((a, b) => a - b);
    for (const [place, recipient] of this.#recipients.entries()) this.#placeOf[recipient] = place;
    const size = this.#recipients.length * CELL_LIMIT;
    this.#persons = new Int32Array(size);
    this.#days = new Float64Array(size);
    this.#amountNok = new Float64Array(size);
    this.#used = new Uint8Array(size);
  }

  clear(): void {
    this.#persons.fill(0);
    this.#days.fill(0);
    this.#amountNok.fill(0);
    this.#used.fill(0);
  }

  add(recipient: number, cell: number, persons: number, days: number, amountNok: number): void {
    const place = i32(this.#placeOf, recipient) * CELL_LIMIT + cell;
    this.#persons[place] = i32(this.#persons, place) + persons;
    this.#days[place] = f64(this.#days, place) + days;
    this.#amountNok[place] = f64(this.#amountNok, place) + amountNok;
    this.#used[place] = 1;
  }

  /** @param rateOf rate that a row of a cell prints; null where it prints none */
  rows(rateOf: (cell: number) => number | null): SizingRow[] {
    const rows: SizingRow[] = [];
    for (const [place, recipient] of this.#recipients.entries()) {
      for (let cell = 0; cell < CELL_LIMIT; cell += 1) {
        const index = place * CELL_LIMIT + cell;
        if (this.#used[index] !== 1) continue;
        rows.push({
          recipient,
          component: componentOfCell(cell),
          yearNumber: yearNumberOfCell(cell),
          rateClass: rateClassOfCell(cell),
          persons: i32(this.#persons, index),
          days: f64(this.#days, index),
          rateNok: rateOf(cell),
          annualAmountNok: f64(this.#amountNok, index),
        });
      }
    }
    return rows;
  }
}
