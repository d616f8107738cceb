import { asDay, type Day, formatDay } from '../domain';
import { applyFault, FAULT_OF_CHECK_DIGITS, faultTable } from './faults';
import { syntheticDuf } from './identity';
import type { KommuneMap } from './kommune-map';
import type { Person } from './person';
import { TABLE_COLUMNS, TABLE_NAMES, type TableName } from './tables';

/** Text of one table that waits to be handed on, and the rows counted so far. */
interface TableText {
  text: string;
  rows: number;
}

const FLUSH_CHARACTERS = 262_144;
/** Hours wait in months of a delivery, so that rows of a person do not stand together. */
const FIRST_MONTH = 1990 * 12;
const MONTHS = 60 * 12;

/**
 * Collects the rows of one extract. Rows are drawn as the register knows them on the day the extract is taken: a row
 * is added when it was registered by then and not yet deleted.
 */
export class SnapshotWriter {
  readonly takenOn: Day;
  readonly kommuner: KommuneMap;
  readonly #seed: number;
  readonly #tables: Record<TableName, TableText>;
  readonly #hours: string[] = Array.from({ length: MONTHS }, () => '');
  readonly #days = new Map<number, string>();
  #currentId = '';
  #formerIds: string[] = [];
  #person: Person | undefined;
  #faultTable: TableName | undefined;

  constructor(takenOn: Day, kommuner: KommuneMap, seed: number) {
    this.takenOn = takenOn;
    this.kommuner = kommuner;
    this.#seed = seed;
    const table = (name: TableName): TableText => ({ text: `${TABLE_COLUMNS[name]}\n`, rows: 0 });
    this.#tables = {
      persons: table('persons'),
      person_ids: table('person_ids'),
      target_group: table('target_group'),
      decisions: table('decisions'),
      residence: table('residence'),
      training_kommune: table('training_kommune'),
      upper_secondary: table('upper_secondary'),
      hours: table('hours'),
      teaching_hours: table('teaching_hours'),
      cost_base: table('cost_base'),
    };
  }

  /** Begins a person; false where the extract holds nothing of that person. */
  begin(person: Person): boolean {
    const isGone = person.deletedOn <= this.takenOn && this.takenOn < person.returnedOn;
    if (person.registeredOn > this.takenOn || isGone) return false;
    this.#person = person;
    const changes = Number(person.idChangedOn <= this.takenOn) + Number(person.idChangedAgainOn <= this.takenOn);
    const total = Number(person.idChangedOn < 2e9) + Number(person.idChangedAgainOn < 2e9);
    const isFaulty = this.takenOn < person.faultMendedOn;
    this.#faultTable = isFaulty ? faultTable(person.fault) : undefined;
    const failsCheck = isFaulty && person.fault === FAULT_OF_CHECK_DIGITS;
    const id = (generation: number): string => {
      const duf = syntheticDuf(person.ordinal, person.applicationYear, generation, this.#seed);
      return failsCheck ? `${duf.slice(0, 10)}99` : duf;
    };
    this.#currentId = id(total - changes);
    this.#formerIds = changes === 0 ? [] : Array.from({ length: changes }, (_, index) => id(total - index));
    return true;
  }

  /** Numbers that the person had before, oldest first. */
  get formerIds(): readonly string[] {
    return this.#formerIds;
  }

  get currentId(): string {
    return this.#currentId;
  }

  /** Number under which a row stands that was registered on a day. */
  idOf(registeredOn: Day): string {
    const person = this.#person;
    if (this.#formerIds.length === 0 || !person?.keepsOldRows || registeredOn >= person.idChangedOn) {
      return this.#currentId;
    }
    return this.#formerIds[0] ?? this.#currentId;
  }

  /** Day on which a row was registered: never before the person. */
  registration(day: number): Day {
    if (this.#person === undefined) return asDay(day);
    const { registeredOn, returnedOn } = this.#person;
    // Who was deleted and came back is registered anew.
    return asDay(Math.max(day, registeredOn, this.takenOn >= returnedOn ? returnedOn : registeredOn));
  }

  /** True where the extract shows a row registered on one day and deleted on another. */
  shows(registeredOn: number, deletedOn = 2e9): boolean {
    return registeredOn <= this.takenOn && deletedOn > this.takenOn;
  }

  add(table: TableName, row: string): void {
    const target = this.#tables[table];
    if (this.#faultTable === table) {
      target.text += this.#spoil(table, row);
    } else {
      target.text += row;
      target.rows += 1;
    }
  }

  /** @param month monthIndex() */
  addHours(month: number, row: string): void {
    const place = month - FIRST_MONTH;
    if (this.#faultTable === 'hours') {
      this.#hours[place] += this.#spoil('hours', row);
    } else {
      this.#hours[place] += row;
      this.#tables.hours.rows += 1;
    }
  }

  #spoil(table: TableName, row: string): string {
    const rows = applyFault(this.#person?.fault ?? -1, row);
    this.#tables[table].rows += rows.length;
    this.#faultTable = undefined;
    return rows.join('');
  }

  /** `YYYY-MM-DD`, empty for a day that is not given. */
  day(day: number): string {
    const known = this.#days.get(day);
    if (known !== undefined) return known;
    const text = formatDay(asDay(day));
    this.#days.set(day, text);
    return text;
  }

  /** Ends a delivery: hours of its persons follow month by month. */
  endDelivery(): void {
    for (let place = 0; place < MONTHS; place += 1) {
      this.#tables.hours.text += this.#hours[place] ?? '';
      this.#hours[place] = '';
    }
  }

  /** Text ready to be written, as file and chunk; all of it at the end. */
  *flush(isEnd: boolean): Generator<{ file: string; chunk: string }> {
    for (const name of TABLE_NAMES) {
      const table = this.#tables[name];
      if (table.text === '' || (!isEnd && table.text.length < FLUSH_CHARACTERS)) continue;
      yield { file: `${name}.csv`, chunk: table.text };
      table.text = '';
    }
  }

  /** Rows of each table. */
  counts(): Record<TableName, number> {
    const rows = (name: TableName): number => this.#tables[name].rows;
    return {
      persons: rows('persons'),
      person_ids: rows('person_ids'),
      target_group: rows('target_group'),
      decisions: rows('decisions'),
      residence: rows('residence'),
      training_kommune: rows('training_kommune'),
      upper_secondary: rows('upper_secondary'),
      hours: rows('hours'),
      teaching_hours: rows('teaching_hours'),
      cost_base: rows('cost_base'),
    };
  }
}
