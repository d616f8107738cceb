import { hourGrantNok } from '../../../rules';
import {
  at,
  type Component,
  componentOrdinal,
  f64,
  HOURS_COMPONENT,
  i32,
  type SizingRow,
  u16,
  u32,
} from '../../domain';
import { componentOfCell, ordinalOfCell, rateClassOfCell, yearNumberOfCell } from './cell-key';
import type { FactTable, SplitBasis } from './fact-table';
import { type MissingPrice, missingPrices } from './missing-prices';
import { NO_PRICE, type PriceList } from './price-list';
import { type SizeSkeleton, skeletonOf } from './size-skeleton';
import type { SizeSlot } from './size-slots';
import { entryAmount, splitEntry } from './split-entry';

const HOURLY = componentOrdinal(HOURS_COMPONENT);

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
  /** What needs a rate: the whole year, whatever term is looked at (rulebook 1). */
  readonly #needed: Float64Array;
  readonly #neededHours: FactTable['kommuneHours'];
  readonly #parts: number[] = [];
  #amountNok: Float64Array;

  /** @param wholeYear the same of the whole year, where the facts are those at a term */
  constructor(facts: FactTable, wholeYear = facts) {
    this.#facts = facts;
    this.#skeleton = skeletonOf(facts);
    this.#needed = (wholeYear === facts ? this.#skeleton : skeletonOf(wholeYear)).needed;
    this.#neededHours = wholeYear.kommuneHours;
    this.#amountNok = new Float64Array(this.#skeleton.slots.length);
  }

  /** Recipient and cell of every amount, whatever is excluded. */
  get slots(): readonly SizeSlot[] {
    return this.#skeleton.slots;
  }

  /** Amounts by slot, whole kroner, also of excluded components; a missing price counts as nothing. */
  amounts(prices: PriceList, basis: SplitBasis, into: Float64Array): Float64Array {
    this.#amountNok = into;
    this.#priceWholes(prices);
    this.#priceSplits(prices, basis);
    this.#priceHours(prices);
    return into;
  }

  price(prices: PriceList, options: PricingOptions = {}): PricedSize {
    const amountNok = this.amounts(prices, options.basis ?? 'by_days', new Float64Array(this.slots.length));
    const excluded = excludedOrdinals(options);
    return {
      rows: this.#rows(prices, excluded, amountNok),
      missing: this.missing(prices, options),
      unknownCountryPersons: this.#skeleton.unknownCountry.reduce(
        (sum, count, ordinal) => (excluded.has(ordinal) ? sum : sum + count),
        0,
      ),
    };
  }

  /** Prices that somebody needs and nobody has given. */
  missing(prices: PriceList, options: PricingOptions = {}): MissingPrice[] {
    const excluded = excludedOrdinals(options);
    const needed = this.#needed.map((count, cell) => (excluded.has(ordinalOfCell(cell)) ? 0 : count));
    const hours = { teaching: 0, participant: 0 };
    if (!excluded.has(HOURLY)) {
      for (const { teachingHundredths, participantHundredths } of this.#neededHours) {
        if (teachingHundredths > 0) hours.teaching += 1;
        if (participantHundredths > 0) hours.participant += 1;
      }
    }
    return missingPrices(needed, hours, prices);
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
      const amountNok = entryAmount(this.#facts, entry, amountOf(prices, u16(this.#facts.cell, entry)));
      splitEntry(this.#facts, entry, amountNok, basis, this.#parts);
      const shares = u32(this.#facts.shareStart, entry + 1) - u32(this.#facts.shareStart, entry);
      for (let share = 0; share < Math.max(shares, 1); share += 1, next += 1) {
        const place = i32(splitSlots, next);
        this.#amountNok[place] = f64(this.#amountNok, place) + at(this.#parts, share);
      }
    }
  }

  #priceHours(prices: PriceList): void {
    const teachingNok = Math.max(prices.perTeachingHourNok, 0);
    const participantNok = Math.max(prices.perParticipantHourNok, 0);
    for (const [index, { teachingHundredths, participantHundredths }] of this.#facts.kommuneHours.entries()) {
      const place = i32(this.#skeleton.hourSlots, index);
      this.#amountNok[place] = hourGrantNok(teachingHundredths, teachingNok, participantHundredths, participantNok);
    }
  }

  #rows(prices: PriceList, excluded: ReadonlySet<number>, amountNok: Float64Array): SizingRow[] {
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
        annualAmountNok: f64(amountNok, place),
      });
    }
    return rows;
  }
}

function excludedOrdinals(options: PricingOptions): ReadonlySet<number> {
  return new Set((options.excluded ?? []).map(componentOrdinal));
}

/** A missing price counts as nothing here; `missing` tells. */
function amountOf(prices: PriceList, cell: number): number {
  return Math.max(f64(prices.nokByCell, cell), 0);
}
