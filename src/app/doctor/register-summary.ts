import {
  asDay,
  at,
  DECISION_KINDS,
  FAR_FUTURE,
  FAR_PAST,
  i32,
  isProtectedPerson,
  monthIndex,
  OUTCOMES,
  RESIDENCE_KIND,
  type RowColumns,
  u8,
  u16,
  u32,
  yearOf,
} from '../../domain';
import type { SnapshotBlock } from '../../register';

/** Numbers by some key. */
export class Tally extends Map<number, number> {
  add(key: number, amount = 1): void {
    this.set(key, (this.get(key) ?? 0) + amount);
  }

  /** In the order of the keys. */
  ascending(): [number, number][] {
    return [...this].sort(([a], [b]) => a - b);
  }
}

/** Outcomes that a kind of decision may have; `decisions` is by kind times this and outcome. */
const OUTCOME_PLACES = 8;

/** Kind and outcome of a key of `decisions`. */
export function decisionCodes(key: number): readonly [kind: string, outcome: string] {
  return [at(DECISION_KINDS, Math.floor(key / OUTCOME_PLACES))[0], at(OUTCOMES, key % OUTCOME_PLACES)[0]];
}

/** What is in a register, in numbers. Rows are counted as they stand, whatever the day of their registration. */
export class RegisterSummary {
  persons = 0;
  protectedPersons = 0;
  sharedNationalIds = 0;
  /** Persons of whom a row was rejected (other than hours). */
  withheld = 0;
  withoutTargetGroup = 0;
  withoutResidence = 0;
  /** Persons whose emigration lies before their earliest entry. */
  emigratedBeforeEntry = 0;
  receptionCentreRows = 0;
  /** Hours rows registered later than the last day of the second month after theirs. */
  lateHoursRows = 0;
  firstRegistered: number = FAR_FUTURE;
  lastRegistered: number = FAR_PAST;
  /** Persons by the year of their earliest entry. */
  readonly entryYears = new Tally();
  readonly laws = new Tally();
  readonly categories = new Tally();
  readonly decisions = new Tally();
  readonly kommuner = new Tally();
  readonly hoursRows = new Tally();
  /** Hundredths of hours by year. */
  readonly hoursHundredths = new Tally();

  /** Counts the persons of a block and their rows. */
  add(block: SnapshotBlock): void {
    this.#persons(block);
    const { targetGroup, decisions, residence } = block;
    targetGroup.law.forEach((law, row) => {
      this.laws.add(law);
      this.categories.add(u8(targetGroup.category, row));
    });
    decisions.kind.forEach((kind, row) => {
      this.decisions.add(kind * OUTCOME_PLACES + u8(decisions.outcome, row));
    });
    residence.recipient.forEach((kommune, row) => {
      this.kommuner.add(kommune);
      if (u8(residence.kind, row) === RESIDENCE_KIND.receptionCentre) this.receptionCentreRows += 1;
    });
    this.#hours(block);
    for (const table of [block.persons, targetGroup, decisions, residence, block.hours]) this.#registered(table);
  }

  #persons(block: SnapshotBlock): void {
    const { persons, targetGroup, residence } = block;
    this.persons += block.personCount;
    for (let index = 0; index < block.personCount; index += 1) {
      const row = u32(persons.offsets, index);
      if (isProtectedPerson(block, index)) this.protectedPersons += 1;
      this.sharedNationalIds += u8(block.sharedNationalId, index);
      this.withheld += u8(block.withheld, index);
      if (u32(residence.offsets, index) === u32(residence.offsets, index + 1)) this.withoutResidence += 1;
      const entry = u32(targetGroup.offsets, index);
      if (entry === u32(targetGroup.offsets, index + 1)) {
        this.withoutTargetGroup += 1;
        continue;
      }
      const enteredOn = i32(targetGroup.enteredOn, entry);
      this.entryYears.add(yearOf(asDay(enteredOn)));
      if (i32(persons.emigratedOn, row) < enteredOn) this.emigratedBeforeEntry += 1;
    }
  }

  #hours({ hours }: SnapshotBlock): void {
    for (let row = 0; row < hours.month.length; row += 1) {
      const month = i32(hours.month, row);
      const year = Math.floor(month / 12);
      this.hoursRows.add(year);
      this.hoursHundredths.add(year, u16(hours.hoursHundredths, row));
      if (monthIndex(asDay(i32(hours.registeredOn, row))) > month + 2) this.lateHoursRows += 1;
    }
  }

  #registered({ registeredOn }: RowColumns): void {
    for (const day of registeredOn) {
      if (day < this.firstRegistered) this.firstRegistered = day;
      if (day > this.lastRegistered) this.lastRegistered = day;
    }
  }
}
