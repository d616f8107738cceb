import { type RuleSet, YearLimits } from '../../../rules';
import { i32, NO_RECIPIENT, STATUS, u8, u16, u32 } from '../../domain';
import { CELL_LIMIT, cellOfLaterYear } from '../facts/cell-key';
import type { FactTable, SplitBasis } from '../facts/fact-table';
import type { MissingPrice } from '../facts/missing-prices';
import { entryAmount, splitEntry } from '../facts/split-entry';
import { type CodeInYear, codesIn } from '../forecast/code-in-year';
import { type ForecastRate, forecastRate } from '../forecast/forecast-rates';
import { homeOf } from './courses';
import type { EntryUnit } from './entry-groups';

/** What one way in comes to in a grant year: kroner by recipient and cell. */
export interface Piece {
  readonly group: number;
  readonly rateClass: number;
  readonly step: number;
  readonly day: number;
  /** Cells that it stands in. */
  readonly cells: readonly number[];
  /** Places among the slots, and kroner of each. */
  readonly slots: readonly number[];
  readonly amountNok: readonly number[];
  /** Recipient with most days, by the code of the grant year; NO_RECIPIENT for none. */
  readonly home: number;
}

const YEARS_BACK = 12;

/** Recipients and cells of one grant year with its rates, as they come up. */
export class YearPieces {
  readonly #grantYear: number;
  readonly #rules: RuleSet;
  readonly #basis: SplitBasis;
  readonly #codeIn: CodeInYear;
  readonly #places = new Map<number, number>();
  readonly #rates = new Map<number, ForecastRate>();
  readonly #parts: number[] = [];
  /** Recipient and cell of each slot. */
  readonly slots: { readonly recipient: number; readonly cell: number }[] = [];
  /** Rates that somebody needs and no year has. */
  readonly missing: MissingPrice[] = [];

  constructor(grantYear: number, rules: RuleSet) {
    this.#grantYear = grantYear;
    this.#rules = rules;
    this.#basis = new YearLimits(rules.limits, grantYear).oneOf('split.unit', ['by_days', 'by_months']);
    this.#codeIn = codesIn(rules.places);
  }

  /** The code of a recipient at the end of the grant year; NO_RECIPIENT for one that was split by then. */
  codeOf(recipient: number): number {
    return this.#codeIn(recipient, this.#grantYear);
  }

  slotOf(recipient: number, cell: number): number {
    const key = recipient * CELL_LIMIT + cell;
    const place = this.#places.get(key) ?? this.slots.length;
    if (place === this.slots.length) {
      this.#places.set(key, place);
      this.slots.push({ recipient, cell });
    }
    return place;
  }

  /** The rate of a cell: that of the year, else of the last year that has one. */
  rateOf(cell: number): ForecastRate {
    const known = this.#rates.get(cell);
    if (known !== undefined) return known;
    const years = Array.from({ length: YEARS_BACK }, (_, back) => this.#grantYear - back);
    const rate = forecastRate(cell, years, this.#rules.rates, 1, this.missing);
    this.#rates.set(cell, rate);
    return rate;
  }

  /**
   * What a way in of some facts comes to at the rates of the grant year.
   *
   * @param step year number that it stands for; where it is another than the unit's, rate and code are those of that year
   */
  piece(facts: FactTable, unit: EntryUnit, step = unit.step): Piece {
    const cells: number[] = [];
    const slots: number[] = [];
    const amountNok: number[] = [];
    for (const entry of unit.entries) {
      const from = u16(facts.cell, entry);
      const cell = cellOfLaterYear(from, step - unit.step);
      cells.push(cell);
      splitEntry(facts, entry, entryAmount(facts, entry, this.rateOf(cell).rateNok), this.#basis, this.#parts);
      this.#addShares(facts, entry, unit, cell, { slots, amountNok });
    }
    const home = this.codeOf(homeOf(facts, unit));
    const { group, rateClass, day } = unit;
    return { group, rateClass, step, day, cells, slots, amountNok, home: home < 0 ? NO_RECIPIENT : home };
  }

  /** What a way in comes to that gives its home the whole rate of each of its cells. */
  whole(way: Pick<Piece, 'group' | 'step' | 'rateClass' | 'cells' | 'home'>): Piece {
    return {
      ...way,
      day: 0,
      slots: way.cells.map((cell) => this.slotOf(way.home, cell)),
      amountNok: way.cells.map((cell) => this.rateOf(cell).rateNok),
    };
  }

  #addShares(
    facts: FactTable,
    entry: number,
    unit: EntryUnit,
    cell: number,
    to: { slots: number[]; amountNok: number[] },
  ): void {
    const start = u32(facts.shareStart, entry);
    const end = u32(facts.shareStart, entry + 1);
    if (start === end || u8(facts.status, entry) === STATUS.noRecipient) {
      to.slots.push(this.slotOf(NO_RECIPIENT, cell));
      to.amountNok.push(this.#parts.reduce((sum, part) => sum + part, 0));
      return;
    }
    for (let share = start; share < end; share += 1) {
      if (unit.share >= 0 && share !== unit.share) continue;
      const recipient = u8(facts.stopped, share) === 1 ? NO_RECIPIENT : this.codeOf(i32(facts.recipient, share));
      to.slots.push(this.slotOf(recipient, cell));
      to.amountNok.push(this.#parts[share - start] ?? 0);
    }
  }
}
