import { hourGrantNok } from '../../../rules';
import { at, type Component, componentOrdinal, f64, i32, type SizingRow, u8, u32 } from '../../domain';
import { componentOfCell, ordinalOfCell, rateClassOfCell, yearNumberOfCell } from './cell-key';
import type { FactTable, SplitBasis } from './fact-table';
import { type MissingPrice, missingPrices } from './missing-prices';
import { NO_PRICE, type PriceList } from './price-list';
import { type SizeSkeleton, skeletonOf } from './size-skeleton';
import { splitEntry } from './split-entry';

/** What may differ from one pricing of the same facts to the next. */
export interface PricingOptions {
  readonly basis?: SplitBasis;
  readonly excluded?: readonly Component[];
}

/** The annual size at some rates. */
export interface PricedSize {
  /** Rows of sizing.csv, ascending by recipient, component, year number and class. */
  readonly rows: readonly SizingRow[];
  /** Prices that somebody needs and nobody has given; their amounts count as nothing, so a size with any is no result. */
  readonly missing: readonly MissingPrice[];
  /** Persons who trigger but whose country stands outside the region table: they are left out. */
  readonly unknownCountryPersons: number;
}

/**
 * Prices one fact table again and again: the same annual size as the engine's (rulebook 8.1), from columns alone. The
 * register is not read, and what no rate changes is counted once.
 */
export class Repricer {
  readonly #facts: FactTable;
  readonly #skeleton: SizeSkeleton;
  readonly #amountNok: Float64Array;
  readonly #parts: number[] = [];

  constructor(facts: FactTable) {
    this.#facts = facts;
    this.#skeleton = skeletonOf(facts);
    this.#amountNok = new Float64Array(this.#skeleton.slots.length);
  }

  price(prices: PriceList, options: PricingOptions = {}): PricedSize {
    const excluded = new Set((options.excluded ?? []).map(componentOrdinal));
    this.#priceWholes(prices);
    this.#priceSplits(prices, options.basis ?? 'by_days');
    const hours = this.#priceHours(prices, excluded.has(componentOrdinal('timetilskudd')));
    const needed = this.#skeleton.needed.map((count, cell) => (excluded.has(ordinalOfCell(cell)) ? 0 : count));
    return {
      rows: this.#rows(prices, excluded),
      missing: missingPrices(needed, hours, prices),
      unknownCountryPersons: this.#skeleton.unknownCountry.reduce(
        (sum, count, ordinal) => (excluded.has(ordinal) ? sum : sum + count),
        0,
      ),
    };
  }

  #priceWholes(prices: PriceList): void {
    for (const [place, slot] of this.#skeleton.slots.entries()) {
      this.#amountNok[place] = slot.wholes === 0 ? 0 : slot.wholes * amountOf(prices, slot.cell);
    }
  }

  #priceSplits(prices: PriceList, basis: SplitBasis): void {
    const { splits, splitSlots } = this.#skeleton;
    let next = 0;
    for (const entry of splits) {
      const amountNok = amountOf(prices, u8(this.#facts.cell, entry));
      splitEntry(this.#facts, entry, amountNok, basis, this.#parts);
      const shares = u32(this.#facts.shareStart, entry + 1) - u32(this.#facts.shareStart, entry);
      for (let share = 0; share < shares; share += 1, next += 1) {
        const place = i32(splitSlots, next);
        this.#amountNok[place] = f64(this.#amountNok, place) + at(this.#parts, share);
      }
    }
  }

  /** Kommuner that need each of the two rates of hours. */
  #priceHours(prices: PriceList, excluded: boolean): { teaching: number; participant: number } {
    const needed = { teaching: 0, participant: 0 };
    if (excluded) return needed;
    for (const [index, { teachingHundredths, participantHundredths }] of this.#facts.kommuneHours.entries()) {
      if (teachingHundredths > 0) needed.teaching += 1;
      if (participantHundredths > 0) needed.participant += 1;
      const teachingNok = Math.max(prices.perTeachingHourNok, 0);
      const participantNok = Math.max(prices.perParticipantHourNok, 0);
      this.#amountNok[i32(this.#skeleton.hourSlots, index)] = hourGrantNok(
        teachingHundredths,
        teachingNok,
        participantHundredths,
        participantNok,
      );
    }
    return needed;
  }

  #rows(prices: PriceList, excluded: ReadonlySet<number>): SizingRow[] {
    const rows: SizingRow[] = [];
    for (const [place, { recipient, cell, persons, days }] of this.#skeleton.slots.entries()) {
      if (excluded.has(ordinalOfCell(cell))) continue;
      const rateNok = f64(prices.nokByCell, cell);
      rows.push({
        recipient,
        component: componentOfCell(cell),
        yearNumber: yearNumberOfCell(cell),
        rateClass: rateClassOfCell(cell),
        persons,
        days,
        rateNok: rateNok === NO_PRICE ? null : rateNok,
        annualAmountNok: f64(this.#amountNok, place),
      });
    }
    return rows;
  }
}

/** A missing price counts as nothing here; `missing` tells. */
function amountOf(prices: PriceList, cell: number): number {
  return Math.max(f64(prices.nokByCell, cell), 0);
}
