import { asRecipientCode, emptyList, i32, isKommune, NO_RECIPIENT, RECIPIENT_CODE_LIMIT } from '../../domain';
import type { Piece } from './year-pieces';
import type { YearWorld } from './year-world';

/** Simulations of a forecast. */
export const SIMULATIONS = 1000;

/** Kroner by slot and persons by cell, each a row of one number a simulation. */
export interface YearDraws {
  readonly amountNok: readonly Float64Array[];
  readonly persons: ReadonlyMap<number, Int32Array>;
}

/** What a grant year comes to in one simulation after the other; each starts from what is known at D. */
export class YearTally {
  readonly #world: YearWorld;
  readonly #known: { readonly nok: number[]; readonly cells: Map<number, number>; readonly counts: Int32Array };
  readonly #nok: number[] = [];
  readonly #cells = new Map<number, number>();
  readonly #counts = new Int32Array(RECIPIENT_CODE_LIMIT);
  /** Kommuner in which somebody has counted in some simulation. */
  readonly #kommuner = new Set<number>();
  readonly #amounts: Float64Array[] = [];
  readonly #persons = new Map<number, Int32Array>();

  constructor(world: YearWorld) {
    this.#world = world;
    this.#known = { nok: [], cells: new Map(), counts: new Int32Array(RECIPIENT_CODE_LIMIT) };
    for (const { pieces } of world.known)
      for (const piece of pieces) addTo(piece, 1, this.#known.nok, this.#known.cells);
    for (const kommune of world.counts.known) {
      this.#known.counts[kommune] = i32(this.#known.counts, kommune) + 1;
      this.#kommuner.add(kommune);
    }
  }

  /** Back to what is known at D. */
  start(): void {
    emptyList(this.#nok);
    for (const nok of this.#known.nok) this.#nok.push(nok);
    this.#cells.clear();
    for (const [cell, count] of this.#known.cells) this.#cells.set(cell, count);
    for (const kommune of this.#kommuner) this.#counts[kommune] = i32(this.#known.counts, kommune);
  }

  add(piece: Piece): void {
    addTo(piece, 1, this.#nok, this.#cells);
  }

  remove(piece: Piece): void {
    addTo(piece, -1, this.#nok, this.#cells);
  }

  /** One more or less who counts for grunntilskudd in a kommune. */
  count(kommune: number, change: 1 | -1): void {
    if (kommune === NO_RECIPIENT || !isKommune(asRecipientCode(kommune))) return;
    this.#kommuner.add(kommune);
    this.#counts[kommune] = i32(this.#counts, kommune) + change;
  }

  /** Grunntilskudd of the counts as they now are. */
  grantCounts(): void {
    const { pieces, countCellOf } = this.#world;
    for (const kommune of this.#kommuner) {
      const persons = i32(this.#counts, kommune);
      const cell = persons < 1 ? undefined : countCellOf(persons);
      if (cell === undefined) continue;
      const slot = pieces.slotOf(kommune, cell);
      this.#nok[slot] = (this.#nok[slot] ?? 0) + pieces.rateOf(cell).rateNok;
      this.#cells.set(cell, (this.#cells.get(cell) ?? 0) + persons);
    }
  }

  /** Writes the sums down as those of a simulation. */
  keep(index: number): void {
    for (const [slot, nok] of this.#nok.entries()) {
      if (nok === undefined || nok === 0) continue;
      while (this.#amounts.length <= slot) this.#amounts.push(new Float64Array(SIMULATIONS));
      const row = this.#amounts[slot];
      if (row !== undefined) row[index] = nok;
    }
    for (const [cell, count] of this.#cells) {
      const row = this.#persons.get(cell) ?? new Int32Array(SIMULATIONS);
      row[index] = count;
      this.#persons.set(cell, row);
    }
  }

  draws(): YearDraws {
    return { amountNok: this.#amounts, persons: this.#persons };
  }
}

function addTo({ slots, amountNok, cells }: Piece, sign: 1 | -1, amounts: number[], counts: Map<number, number>): void {
  for (let place = 0; place < slots.length; place += 1) {
    const slot = slots[place] ?? 0;
    while (amounts.length <= slot) amounts.push(0);
    amounts[slot] = (amounts[slot] ?? 0) + sign * (amountNok[place] ?? 0);
  }
  for (let place = 0; place < cells.length; place += 1) {
    const cell = cells[place] ?? 0;
    counts.set(cell, (counts.get(cell) ?? 0) + sign);
  }
}
