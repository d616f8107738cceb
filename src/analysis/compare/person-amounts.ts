import {
  at,
  COMPONENTS,
  componentOrdinal,
  emptyList,
  f64,
  i32,
  NO_RECIPIENT,
  SHARING,
  STATUS,
  u8,
  u16,
  u32,
} from '../../domain';
import { isCountedCell, ordinalOfCell } from '../facts/cell-key';
import type { DueTerm } from '../facts/due-term';
import type { FactTable, SplitBasis } from '../facts/fact-table';
import { entryAmount, splitEntry } from '../facts/split-entry';
import { isOfClass } from '../scenario/scenario';
import type { SizeView } from './size-side';

/** Takes one share of a person's amount. */
export type TakeAmount = (cell: number, recipient: number, days: number, amountNok: number) => void;

/** Values the entries of one person as a sizing does; grunntilskudd and the hour grant have no person. */
export class PersonValuer {
  readonly #facts: FactTable;
  readonly #view: SizeView;
  readonly #excluded: ReadonlySet<number>;
  readonly #recipients: ReadonlySet<number>;
  readonly #classes: ReadonlySet<number>;
  readonly #due: DueTerm | undefined;
  readonly #parts: number[] = [];

  /** @param due values what is due at a term; the annual amount where left out */
  constructor(facts: FactTable, view: SizeView, due?: DueTerm) {
    this.#due = due;
    this.#facts = facts;
    this.#view = view;
    this.#excluded = new Set(view.excluded.map(componentOrdinal));
    this.#recipients = new Set(view.filter.recipients);
    this.#classes = new Set(view.filter.rateClasses);
  }

  /** Shares of the person at that place of the table. */
  value(index: number, take: TakeAmount): void {
    const end = u32(this.#facts.entryStart, index + 1);
    for (let entry = u32(this.#facts.entryStart, index); entry < end; entry += 1) this.valueEntry(entry, take);
  }

  /** Shares of one entry; of another amount than its own where one is given. */
  valueEntry(entry: number, take: TakeAmount, otherNok?: number): void {
    const facts = this.#facts;
    const cell = u16(facts.cell, entry);
    const ordinal = ordinalOfCell(cell);
    if (isCountedCell(cell) || this.#excluded.has(ordinal) || !isOfClass(cell, this.#classes)) return;
    if (u8(facts.status, entry) === STATUS.unknownCountry) return;
    const amountNok = otherNok ?? entryAmount(facts, entry, Math.max(f64(this.#view.prices.nokByCell, cell), 0));
    const start = u32(facts.shareStart, entry);
    const shares = u32(facts.shareStart, entry + 1) - start;
    if (shares === 0) {
      this.#take(cell, NO_RECIPIENT, 0, amountNok, take);
      return;
    }
    entryParts(facts, entry, amountNok, this.#view.basis, this.#due, this.#parts);
    for (let share = 0; share < shares; share += 1) {
      const stopped = u8(facts.stopped, start + share) === 1;
      const recipient = stopped ? NO_RECIPIENT : i32(facts.recipient, start + share);
      this.#take(cell, recipient, i32(facts.days, start + share), this.#parts[share] ?? 0, take);
    }
  }

  #take(cell: number, recipient: number, days: number, amountNok: number, take: TakeAmount): void {
    if (this.#recipients.size === 0 || this.#recipients.has(recipient)) take(cell, recipient, days, amountNok);
  }
}

/** Parts of an entry that are due at a term (rulebook 6), one a share; all of an amount where no term is given. */
function entryParts(
  facts: FactTable,
  entry: number,
  amountNok: number,
  basis: SplitBasis,
  due: DueTerm | undefined,
  parts: number[],
): void {
  if (due === undefined) {
    splitEntry(facts, entry, amountNok, basis, parts);
    return;
  }
  if (u8(facts.sharing, entry) === SHARING.separate) {
    emptyList(parts);
    const end = u32(facts.shareStart, entry + 1);
    for (let share = u32(facts.shareStart, entry); share < end; share += 1) {
      parts.push(u8(facts.shareTerm, share) <= due.term ? amountNok : 0);
    }
    return;
  }
  splitEntry(facts, entry, dueOf(facts, entry, amountNok, due), basis, parts);
}

/** Whole kroner of an entry's amount that are due, before the split. */
function dueOf(facts: FactTable, entry: number, amountNok: number, { calendar, term }: DueTerm): number {
  const component = at(COMPONENTS, ordinalOfCell(u16(facts.cell, entry)));
  return calendar.cumulativeDue(component, amountNok, u8(facts.firstTerm, entry), term);
}
