import { at, COMPONENTS, f64, hasYears, i32, isCounted, paysHours, SHARING, STATUS, u8, u16, u32 } from '../../domain';
import { isCountedCell, ordinalOfCell, yearNumberOfCell } from '../facts/cell-key';
import type { FactTable } from '../facts/fact-table';
import { entryAmount } from '../facts/split-entry';
import { PersonValuer } from './person-amounts';
import type { Stage } from './size-side';

/** Why persons and what is known of them come to another amount, in the order in which it is told (EFFECTS.md). */
export const REASONS = [
  'entered',
  'late',
  'moved_on',
  'finished',
  'fell_away',
  'moved',
  'merged',
  'corrected',
  'count',
  'hours',
] as const;
export type Reason = (typeof REASONS)[number];

/** Kroner of one reason. */
export interface ReasonRow {
  /** RecipientCode in the codes of the later year; NO_RECIPIENT for what is held. */
  readonly recipient: number;
  /** componentOrdinal() */
  readonly ordinal: number;
  readonly reason: Reason;
  readonly amountNok: number;
}

/** What a reason comes to for one person: 0 for who only takes the amount to another recipient. */
export interface PersonReason {
  readonly personId: number;
  /** componentOrdinal() */
  readonly ordinal: number;
  readonly reason: Reason;
  readonly amountNok: number;
}

/** Reasons of a comparison: by recipient and component, and by person. */
export interface Reasons {
  readonly rows: readonly ReasonRow[];
  /** In the order of the ids; one row a person, component and reason. */
  readonly persons: readonly PersonReason[];
}

/**
 * Parts the population and data effects by reason, person by person: from A's facts to B's under A's law and rates.
 *
 * @param codes RecipientCode to the one that the comparison is shown in
 * @param yearsPaid years of persontilskudd by A's law: who was in the last of them has finished
 * @param ofKommuner what counts and hours of kommuner come to: they have no persons
 */
export function reasonsBetween(
  before: Stage,
  after: Stage,
  codes: Int32Array,
  yearsPaid: number,
  ofKommuner: readonly { readonly recipient: number; readonly ordinal: number; readonly amountNok: number }[],
): Reasons {
  const sums = new ReasonSums(codes);
  const walk = new PersonWalk(before, after, yearsPaid, sums, codes);
  const [a, b] = [before.facts.personIds, after.facts.personIds];
  for (let [mine, theirs] = [0, 0]; mine < a.length || theirs < b.length; ) {
    const [first, second] = [a[mine] ?? Number.POSITIVE_INFINITY, b[theirs] ?? Number.POSITIVE_INFINITY];
    const personId = Math.min(first, second);
    walk.person(personId, first === personId ? mine : -1, second === personId ? theirs : -1);
    if (first === personId) mine += 1;
    if (second === personId) theirs += 1;
  }
  for (const { recipient, ordinal, amountNok } of ofKommuner) {
    const component = at(COMPONENTS, ordinal);
    if (isCounted(component)) sums.addAt(recipient, ordinal, 'count', amountNok);
    if (paysHours(component)) sums.addAt(recipient, ordinal, 'hours', amountNok);
  }
  return sums.finish();
}

class ReasonSums {
  readonly #codes: Int32Array;
  readonly #sums = new Map<string, { recipient: number; ordinal: number; reason: Reason; amountNok: number }>();
  readonly #persons: { personId: number; ordinal: number; reason: Reason; amountNok: number }[] = [];

  constructor(codes: Int32Array) {
    this.#codes = codes;
  }

  add(recipient: number, ordinal: number, reason: Reason, amountNok: number): void {
    this.addAt(i32(this.#codes, recipient), ordinal, reason, amountNok);
  }

  /** @param recipient in the codes of the comparison */
  addAt(recipient: number, ordinal: number, reason: Reason, amountNok: number): void {
    const key = `${recipient} ${ordinal} ${reason}`;
    const sum = this.#sums.get(key) ?? { recipient, ordinal, reason, amountNok: 0 };
    sum.amountNok += amountNok;
    this.#sums.set(key, sum);
  }

  /** Persons come one after the other, and component after component. */
  person(personId: number, ordinal: number, reason: Reason, amountNok: number): void {
    const last = this.#persons.at(-1);
    const isSame = last?.personId === personId && last.ordinal === ordinal && last.reason === reason;
    if (isSame) last.amountNok += amountNok;
    else this.#persons.push({ personId, ordinal, reason, amountNok });
  }

  finish(): Reasons {
    const order = (one: ReasonRow, other: ReasonRow): number =>
      one.recipient - other.recipient ||
      one.ordinal - other.ordinal ||
      REASONS.indexOf(one.reason) - REASONS.indexOf(other.reason);
    const rows = [...this.#sums.values()].filter(({ amountNok }) => amountNok !== 0).sort(order);
    return { rows, persons: this.#persons };
  }
}

class PersonWalk {
  readonly #before: Stage;
  readonly #after: Stage;
  readonly #yearsPaid: number;
  readonly #sums: ReasonSums;
  readonly #codes: Int32Array;
  readonly #valuers: readonly [PersonValuer, PersonValuer];

  constructor(before: Stage, after: Stage, yearsPaid: number, sums: ReasonSums, codes: Int32Array) {
    this.#before = before;
    this.#after = after;
    this.#yearsPaid = yearsPaid;
    this.#sums = sums;
    this.#codes = codes;
    this.#valuers = [new PersonValuer(before.facts, before.view), new PersonValuer(after.facts, after.view)];
  }

  /** @param mine place among A's persons, @param theirs among B's; -1 for none */
  person(personId: number, mine: number, theirs: number): void {
    const a = entriesOf(this.#before.facts, mine);
    const b = entriesOf(this.#after.facts, theirs);
    for (const ordinal of new Set([...a.keys(), ...b.keys()])) {
      this.#component(personId, ordinal, a.get(ordinal) ?? [], b.get(ordinal) ?? []);
    }
  }

  #component(personId: number, ordinal: number, a: readonly number[], b: readonly number[]): void {
    const [first = -1] = a;
    const [second = -1] = b;
    if (a.length > 1 || b.length > 1) {
      this.#whole(personId, ordinal, 'merged', a, b);
    } else if (first < 0) {
      this.#whole(personId, ordinal, this.#isNew(second) ? 'entered' : 'late', a, b);
    } else if (second < 0) {
      this.#whole(personId, ordinal, this.#hasFinished(ordinal, first) ? 'finished' : 'fell_away', a, b);
    } else {
      this.#both(personId, ordinal, first, second);
    }
  }

  /** Everything at once: what stood goes, what stands comes. */
  #whole(personId: number, ordinal: number, reason: Reason, a: readonly number[], b: readonly number[]): void {
    const amounts = new Map<number, number>();
    for (const entry of a) this.#value(0, entry, undefined, amounts, -1);
    for (const entry of b) this.#value(1, entry, undefined, amounts, 1);
    this.#book(personId, ordinal, reason, amounts);
  }

  /** First the amount at A's places, then the places. */
  #both(personId: number, ordinal: number, a: number, b: number): void {
    const [before, after] = [this.#before.facts, this.#after.facts];
    const isOn = yearNumberOfCell(u16(before.cell, a)) !== yearNumberOfCell(u16(after.cell, b));
    const amountNok = entryAmount(after, b, Math.max(f64(this.#after.view.prices.nokByCell, u16(after.cell, b)), 0));
    const amount = new Map<number, number>();
    this.#value(0, a, undefined, amount, -1);
    this.#value(0, a, amountNok, amount, 1);
    this.#book(personId, ordinal, isOn ? 'moved_on' : 'corrected', amount);
    const places = new Map<number, number>();
    this.#value(0, a, amountNok, places, -1);
    this.#value(1, b, undefined, places, 1);
    this.#book(personId, ordinal, this.#placeReason(ordinal, a, b), places);
  }

  #placeReason(ordinal: number, a: number, b: number): Reason {
    const [mine, theirs] = [placesOf(this.#before.facts, a, this.#codes), placesOf(this.#after.facts, b, this.#codes)];
    const more = u8(this.#after.facts.sharing, b) === SHARING.separate ? theirs.length - mine.length : 0;
    // One decision more or less of several (43 g).
    if (more > 0) return this.#isNew(b) ? 'entered' : 'late';
    if (more < 0) return this.#hasFinished(ordinal, a) ? 'finished' : 'fell_away';
    const isSame = new Set(mine).size === new Set(theirs).size && theirs.every((code) => mine.includes(code));
    if (!isSame) return 'moved';
    return mine.length === theirs.length ? 'corrected' : 'merged';
  }

  /**
   * Entered after A's as-of date; whoever had entered by then comes late. Decisions of one year alone (43 g) know no day: those of
   * a later year are new.
   */
  #isNew(entry: number): boolean {
    const { facts } = this.#after;
    if (u8(facts.sharing, entry) === SHARING.separate) return facts.grantYear > this.#before.facts.grantYear;
    return i32(facts.dueDay, entry) > this.#before.facts.asOf;
  }

  /** In a later year: the last year that is paid, or what is given once. */
  #hasFinished(ordinal: number, entry: number): boolean {
    const passed = this.#after.facts.grantYear - this.#before.facts.grantYear;
    if (passed <= 0) return false;
    const component = COMPONENTS[ordinal];
    const years = component !== undefined && hasYears(component) ? this.#yearsPaid : 1;
    return Math.max(yearNumberOfCell(u16(this.#before.facts.cell, entry)), 1) + passed > years;
  }

  #value(side: 0 | 1, entry: number, amountNok: number | undefined, into: Map<number, number>, sign: 1 | -1): void {
    this.#valuers[side].valueEntry(
      entry,
      (_cell, recipient, _days, partNok) => {
        into.set(recipient, (into.get(recipient) ?? 0) + sign * partNok);
      },
      amountNok,
    );
  }

  #book(personId: number, ordinal: number, reason: Reason, amounts: ReadonlyMap<number, number>): void {
    const moved = [...amounts].filter(([, amountNok]) => amountNok !== 0);
    for (const [recipient, amountNok] of moved) this.#sums.add(recipient, ordinal, reason, amountNok);
    const ownNok = moved.reduce((sum, [, amountNok]) => sum + amountNok, 0);
    if (moved.length > 0) this.#sums.person(personId, ordinal, reason, ownNok);
  }
}

/** Entries of a person by component, those that have an amount. */
function entriesOf(facts: FactTable, index: number): Map<number, number[]> {
  const entries = new Map<number, number[]>();
  if (index < 0) return entries;
  for (let entry = u32(facts.entryStart, index); entry < u32(facts.entryStart, index + 1); entry += 1) {
    const cell = u16(facts.cell, entry);
    if (isCountedCell(cell) || u8(facts.status, entry) === STATUS.unknownCountry) continue;
    const ordinal = ordinalOfCell(cell);
    entries.set(ordinal, [...(entries.get(ordinal) ?? []), entry]);
  }
  return entries;
}

function placesOf(facts: FactTable, entry: number, codes: Int32Array): number[] {
  const places: number[] = [];
  for (let share = u32(facts.shareStart, entry); share < u32(facts.shareStart, entry + 1); share += 1) {
    places.push(i32(codes, i32(facts.recipient, share)));
  }
  return places;
}
