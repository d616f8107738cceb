import { stepOfText } from '../../../rules';
import {
  COMPONENTS,
  componentOrdinal,
  f64,
  HOURS_COMPONENT,
  i32,
  NO_RECIPIENT,
  RATE_CLASS,
  STATUS,
  u8,
  u16,
  u32,
} from '../../domain';
import { CELL_LIMIT, cellKey, countedCell, isCountedCell, ordinalOfCell } from './cell-key';
import type { FactTable } from './fact-table';
import { RecipientCounts, type SizeSlot, SizeSlots } from './size-slots';
import { isPartOfPrice } from './split-entry';

const HOUR_CELL = cellKey(componentOrdinal(HOURS_COMPONENT), 0, RATE_CLASS.single);

/** Everything in a sizing that no rate changes: its rows with persons and days, and which amounts are split where. */
export interface SizeSkeleton {
  readonly slots: readonly SizeSlot[];
  /** Entries with more than one share, or a part of the rate: their amounts are worked out anew for every rate. */
  readonly splits: readonly number[];
  /** Place of the row of each share of those entries, entry after entry. */
  readonly splitSlots: Int32Array;
  /** Place of the row of each of facts.kommuneHours. */
  readonly hourSlots: Int32Array;
  /** Persons, or kommuner for grunntilskudd, that need the rate of a cell. */
  readonly needed: Float64Array;
  /** Persons who trigger but whose country stands outside the region table, by component. */
  readonly unknownCountry: Int32Array;
}

/** Works the skeleton of a fact table out, once for all rates. */
export function skeletonOf(facts: FactTable): SizeSkeleton {
  return new SkeletonBuilder(facts).build();
}

class SkeletonBuilder {
  readonly #facts: FactTable;
  readonly #slots = new SizeSlots();
  readonly #splits: number[] = [];
  readonly #splitSlots: number[] = [];
  readonly #counts = new RecipientCounts();
  readonly #needed = new Float64Array(CELL_LIMIT);
  readonly #unknownCountry = new Int32Array(COMPONENTS.length);
  readonly #stepOf: (persons: number) => number;

  constructor(facts: FactTable) {
    this.#facts = facts;
    this.#stepOf = stepOfText(facts.countSteps) ?? (() => RATE_CLASS.none);
  }

  build(): SizeSkeleton {
    for (let entry = 0; entry < this.#facts.cell.length; entry += 1) this.#addEntry(entry);
    const counts = new Map(this.#counts.entries());
    for (const { kommune, persons } of this.#facts.pinnedCounts) counts.set(kommune, persons);
    for (const [kommune, count] of counts) if (count > 0) this.#addCount(kommune, count);
    const hours = this.#facts.kommuneHours.map((row) => this.#slots.numberOf(row.kommune, HOUR_CELL));
    const { slots, placeOf } = this.#slots.sort();
    return {
      slots,
      splits: this.#splits,
      splitSlots: Int32Array.from(this.#splitSlots, (number) => i32(placeOf, number)),
      hourSlots: Int32Array.from(hours, (number) => i32(placeOf, number)),
      needed: this.#needed,
      unknownCountry: this.#unknownCountry,
    };
  }

  #addEntry(entry: number): void {
    const facts = this.#facts;
    const cell = u16(facts.cell, entry);
    const ordinal = ordinalOfCell(cell);
    const start = u32(facts.shareStart, entry);
    const end = u32(facts.shareStart, entry + 1);
    if (isCountedCell(cell)) {
      this.#counts.add(i32(facts.recipient, start));
      return;
    }
    if (u8(facts.status, entry) === STATUS.unknownCountry) {
      this.#unknownCountry[ordinal] = i32(this.#unknownCountry, ordinal) + 1;
      return;
    }
    this.#needed[cell] = f64(this.#needed, cell) + 1;
    if (end - start > 1 || isPartOfPrice(facts, entry)) this.#addSplit(entry, cell, start, end);
    else this.#addWhole(cell, start < end ? this.#recipientOf(start) : NO_RECIPIENT, start < end ? start : -1);
  }

  #addWhole(cell: number, recipient: number, share: number): void {
    const slot = this.#slots.slot(this.#slots.numberOf(recipient, cell));
    slot.persons += 1;
    slot.wholes += 1;
    if (share >= 0) slot.days += i32(this.#facts.days, share);
  }

  #addSplit(entry: number, cell: number, start: number, end: number): void {
    this.#splits.push(entry);
    if (start === end) {
      const number = this.#slots.numberOf(NO_RECIPIENT, cell);
      this.#slots.slot(number).persons += 1;
      this.#splitSlots.push(number);
    }
    for (let share = start; share < end; share += 1) {
      const number = this.#slots.numberOf(this.#recipientOf(share), cell);
      const slot = this.#slots.slot(number);
      if (this.#isFirstAt(share, start)) slot.persons += 1;
      slot.days += i32(this.#facts.days, share);
      this.#splitSlots.push(number);
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

  #addCount(kommune: number, count: number): void {
    const step = this.#stepOf(count);
    const cell = countedCell(step);
    const slot = this.#slots.slot(this.#slots.numberOf(kommune, cell));
    slot.persons = count;
    if (step === RATE_CLASS.none) return;
    slot.wholes = 1;
    this.#needed[cell] = f64(this.#needed, cell) + 1;
  }
}
