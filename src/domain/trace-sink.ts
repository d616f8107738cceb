import type { Outcome } from './outcome';
import type { PersonView } from './person-view';
import type { Settlement } from './settlement';

/**
 * Where the engine tells what it did, in columns, as it goes. Leaves are numbered from 0: first every person of the
 * register and every person with postings, in ascending order of id, then the kommuner of grunntilskudd and
 * timetilskudd, then the adjustments of cases in the order of their confirmation. A trace id is `<leaf>.<record>`; both numbers are counted by the engine, so they are the same with
 * the trace off.
 */
export interface TraceSink {
  /** A person of the register; `person` is valid until the next call. */
  beginPerson(leaf: number, personId: number, person: PersonView): void;
  /** A person with postings but without a visible persons row. */
  beginAbsentPerson(leaf: number, personId: number): void;
  /**
   * One grant year and component of the person begun last.
   *
   * @param view whose rows the outcome means, where they may be others than the register's: a case decides them (rulebook 9a)
   */
  record(grantYear: number, component: number, outcome: Outcome, settlement: Settlement, view?: PersonView): void;
  /** One grant year, component and kommune of a component without persons. */
  kommune(leaf: number, grantYear: number, component: number, record: KommuneRecord, settlement: Settlement): void;
  /** An adjustment of a case: its money, with the person whom it names (NO_PERSON for none). */
  adjustment(
    leaf: number,
    personId: number,
    act: number,
    grantYear: number,
    component: number,
    settlement: Settlement,
  ): void;
  /** All leaves have been reported. */
  end(): void;
}

/** What the amount of a kommune rests on. */
export interface KommuneRecord {
  /** RecipientCode, basis. */
  readonly kommune: number;
  /** grunntilskudd: n; timetilskudd: rows of hours. */
  readonly count: number;
  readonly teachingHundredths: number;
  readonly participantHundredths: number;
  readonly rateIndexes: readonly number[];
  readonly rateClass: number;
  readonly annualAmountNok: number;
}

/** A sink that keeps nothing: trace off. */
export const NO_TRACE: TraceSink = {
  beginPerson() {},
  beginAbsentPerson() {},
  record() {},
  kommune() {},
  adjustment() {},
  end() {},
};
