import { grunntilskuddStep, hourGrantNok } from '../../../rules';
import {
  COMPONENTS,
  type Component,
  componentOrdinal,
  f64,
  i32,
  NO_RECIPIENT,
  RATE_CLASS,
  type SizingRow,
  STATUS,
  u8,
  u32,
} from '../../domain';
import { CELL_LIMIT, cellKey, ordinalOfCell, rateClassOfCell } from './cell-key';
import type { FactTable, SplitBasis } from './fact-table';
import { type MissingPrice, missingPrices } from './missing-prices';
import { NO_PRICE, type PriceList } from './price-list';
import { SizeTotals } from './size-totals';
import { splitEntry } from './split-entry';

const GRUNNTILSKUDD = componentOrdinal('grunntilskudd');
const TIMETILSKUDD = componentOrdinal('timetilskudd');

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
 * register is not read.
 */
export class Repricer {
  readonly #facts: FactTable;
  readonly #totals: SizeTotals;
  readonly #counts = new Map<number, number>();
  readonly #needed = new Float64Array(CELL_LIMIT);
  readonly #isExcluded = new Uint8Array(COMPONENTS.length);
  readonly #parts: number[] = [];
  #unknownCountryPersons = 0;
  #neededTeaching = 0;
  #neededParticipant = 0;

  constructor(facts: FactTable) {
    this.#facts = facts;
    this.#totals = new SizeTotals(
      facts.recipient,
      facts.kommuneHours.map((row) => row.kommune),
    );
  }

  price(prices: PriceList, options: PricingOptions = {}): PricedSize {
    this.#begin(options.excluded ?? []);
    this.#addEntries(prices, options.basis ?? 'by_days');
    this.#addCounts(prices);
    this.#addHours(prices);
    const hours = { teaching: this.#neededTeaching, participant: this.#neededParticipant };
    return {
      rows: this.#totals.rows((cell) => printedRate(cell, prices)),
      missing: missingPrices(this.#needed, hours, prices),
      unknownCountryPersons: this.#unknownCountryPersons,
    };
  }

  #begin(excluded: readonly Component[]): void {
    this.#totals.clear();
    this.#counts.clear();
    this.#needed.fill(0);
    this.#isExcluded.fill(0);
    for (const component of excluded) this.#isExcluded[componentOrdinal(component)] = 1;
    this.#unknownCountryPersons = 0;
    this.#neededTeaching = 0;
    this.#neededParticipant = 0;
  }

  #addEntries(prices: PriceList, basis: SplitBasis): void {
    const facts = this.#facts;
    for (let entry = 0; entry < facts.cell.length; entry += 1) {
      const cell = u8(facts.cell, entry);
      if (u8(this.#isExcluded, ordinalOfCell(cell)) === 1) continue;
      const status = u8(facts.status, entry);
      if (ordinalOfCell(cell) === GRUNNTILSKUDD) this.#count(i32(facts.recipient, u32(facts.shareStart, entry)));
      else if (status === STATUS.unknownCountry) this.#unknownCountryPersons += 1;
      else this.#addEntry(entry, cell, f64(prices.nokByCell, cell), basis);
    }
  }

  #addEntry(entry: number, cell: number, priceNok: number, basis: SplitBasis): void {
    const facts = this.#facts;
    this.#needed[cell] = f64(this.#needed, cell) + 1;
    const amountNok = priceNok === NO_PRICE ? 0 : priceNok;
    const start = u32(facts.shareStart, entry);
    const end = u32(facts.shareStart, entry + 1);
    if (start === end) {
      this.#totals.add(NO_RECIPIENT, cell, 1, 0, amountNok);
      return;
    }
    if (end - start > 1) splitEntry(facts, entry, amountNok, basis, this.#parts);
    for (let share = start; share < end; share += 1) {
      const isNew = end - start === 1 || this.#isFirstAt(share, start);
      const partNok = end - start === 1 ? amountNok : (this.#parts[share - start] ?? 0);
      this.#totals.add(this.#recipientOf(share), cell, isNew ? 1 : 0, i32(facts.days, share), partNok);
    }
  }

  #recipientOf(share: number): number {
    return u8(this.#facts.stopped, share) === 1 ? NO_RECIPIENT : i32(this.#facts.recipient, share);
  }

  /** A person counts once at a recipient, however many shares lie there. */
  #isFirstAt(share: number, start: number): boolean {
    const recipient = this.#recipientOf(share);
    for (let earlier = start; earlier < share; earlier += 1) if (this.#recipientOf(earlier) === recipient) return false;
    return true;
  }

  #count(kommune: number): void {
    this.#counts.set(kommune, (this.#counts.get(kommune) ?? 0) + 1);
  }

  #addCounts(prices: PriceList): void {
    for (const [kommune, count] of this.#counts) {
      const cell = cellKey(GRUNNTILSKUDD, 0, grunntilskuddStep(count));
      const priceNok = f64(prices.nokByCell, cell);
      const pays = rateClassOfCell(cell) !== RATE_CLASS.none;
      if (pays) this.#needed[cell] = f64(this.#needed, cell) + 1;
      this.#totals.add(kommune, cell, count, 0, pays && priceNok !== NO_PRICE ? priceNok : 0);
    }
  }

  #addHours(prices: PriceList): void {
    if (u8(this.#isExcluded, TIMETILSKUDD) === 1) return;
    const cell = cellKey(TIMETILSKUDD, 0, RATE_CLASS.single);
    for (const { kommune, teachingHundredths, participantHundredths } of this.#facts.kommuneHours) {
      if (teachingHundredths > 0) this.#neededTeaching += 1;
      if (participantHundredths > 0) this.#neededParticipant += 1;
      const teachingNok = Math.max(prices.perTeachingHourNok, 0);
      const participantNok = Math.max(prices.perParticipantHourNok, 0);
      const amountNok = hourGrantNok(teachingHundredths, teachingNok, participantHundredths, participantNok);
      this.#totals.add(kommune, cell, 0, 0, amountNok);
    }
  }
}

function printedRate(cell: number, prices: PriceList): number | null {
  const priceNok = f64(prices.nokByCell, cell);
  return priceNok === NO_PRICE ? null : priceNok;
}
