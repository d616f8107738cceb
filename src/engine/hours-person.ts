import { findStandingDecision, limitsOf, rowEnd, rowStart } from '../../rules';
import {
  asDay,
  at,
  dayOf,
  type GrantYearContext,
  HOURS_CATEGORY,
  type HoursColumns,
  i32,
  monthIndex,
  NO_RECIPIENT,
  OUTCOME,
  type Outcome,
  type PersonView,
  u8,
  u16,
  u32,
} from '../domain';

/** Hours of one person in one kommune within the grant year, in hundredths. */
export interface KommuneHours {
  kommune: number;
  norwegianHundredths: number;
  socialStudiesHundredths: number;
  absenceHundredths: number;
  rows: number;
  rowsOnTime: number;
}

/** What the hours rows of one person say (rulebook 8.2). The same objects are used again. */
export class PersonHours {
  readonly #context: GrantYearContext;
  readonly #timelyDays: Int32Array;
  readonly #kommuner: KommuneHours[] = [];
  /** Number of kommuner with rows of the grant year. */
  kommuneCount = 0;
  /** Month index of the first row with hours above 0, over all years; Infinity for none. */
  firstMonth = Number.POSITIVE_INFINITY;
  /** Hours above 0 anywhere in the grant year. */
  hasHours = false;

  constructor(context: GrantYearContext) {
    this.#context = context;
    const months = limitsOf(context).whole('hours.on_time_months');
    const first = context.grantYear * 12;
    this.#timelyDays = Int32Array.from({ length: 12 }, (_, month) => lastTimelyDay(first + month, months));
  }

  /** Hours in one of the kommuner. */
  kommune(index: number): KommuneHours {
    return at(this.#kommuner, index);
  }

  /** Reads the visible hours rows of a person. */
  read(person: PersonView): void {
    this.kommuneCount = 0;
    this.firstMonth = Number.POSITIVE_INFINITY;
    this.hasHours = false;
    const { hours } = person.block;
    const { month, registeredOn, hoursHundredths } = hours;
    const { asOf } = this.#context;
    const monthOfYear = this.#context.grantYear * 12;
    const end = rowEnd(hours, person.index);
    for (let row = rowStart(hours, person.index); row < end; row += 1) {
      if (i32(registeredOn, row) > asOf) continue;
      const rowMonth = i32(month, row);
      if (rowMonth < this.firstMonth && u16(hoursHundredths, row) > 0) this.firstMonth = rowMonth;
      if (rowMonth >= monthOfYear && rowMonth < monthOfYear + 12) this.#add(hours, row, rowMonth - monthOfYear);
    }
  }

  #add(hours: HoursColumns, row: number, month: number): void {
    const kommune = this.#kommuneOf(i32(this.#context.translation.target, i32(hours.kommune, row)));
    const hundredths = u16(hours.hoursHundredths, row);
    if (hundredths > 0) this.hasHours = true;
    if (u8(hours.category, row) === HOURS_CATEGORY.norwegian) kommune.norwegianHundredths += hundredths;
    else kommune.socialStudiesHundredths += hundredths;
    kommune.absenceHundredths += u32(hours.absenceHundredths, row);
    kommune.rows += 1;
    if (i32(hours.registeredOn, row) <= i32(this.#timelyDays, month)) kommune.rowsOnTime += 1;
  }

  #kommuneOf(code: number): KommuneHours {
    for (let index = 0; index < this.kommuneCount; index += 1) {
      const known = at(this.#kommuner, index);
      if (known.kommune === code) return known;
    }
    if (this.kommuneCount === this.#kommuner.length) this.#kommuner.push(emptyHours());
    const hours = at(this.#kommuner, this.kommuneCount);
    this.kommuneCount += 1;
    clearHours(hours, code);
    return hours;
  }
}

/** Hours of nobody, to be filled. */
export function emptyHours(): KommuneHours {
  return {
    kommune: NO_RECIPIENT,
    norwegianHundredths: 0,
    socialStudiesHundredths: 0,
    absenceHundredths: 0,
    rows: 0,
    rowsOnTime: 0,
  };
}

/** Empties hours for use again. */
export function clearHours(hours: KommuneHours, kommune: number): void {
  hours.kommune = kommune;
  hours.norwegianHundredths = 0;
  hours.socialStudiesHundredths = 0;
  hours.absenceHundredths = 0;
  hours.rows = 0;
  hours.rowsOnTime = 0;
}

/** Last day of so many months after a month: registered on time until then (rulebook 8.2). */
function lastTimelyDay(month: number, months: number): number {
  const after = month + months + 1;
  return dayOf(Math.floor(after / 12), (after % 12) + 1, 1) - 1;
}

/** A standing granted decision of any kind. */
export function hasAnyGrantedDecision(person: PersonView, context: GrantYearContext): boolean {
  const { decisions } = person.block;
  const accept = (row: number): boolean => u8(decisions.outcome, row) === OUTCOME.granted;
  return findStandingDecision(decisions, person.index, context.asOf, accept) >= 0;
}

/** Code with most days of the window, ties to the lower code; NO_RECIPIENT where no day has one. */
export function mainRecipient(outcome: Outcome): number {
  let main: number = NO_RECIPIENT;
  let most = 0;
  for (let index = 0; index < outcome.recipients.length; index += 1) {
    if (at(outcome.days, index) <= most) continue;
    main = at(outcome.recipients, index);
    most = at(outcome.days, index);
  }
  return main;
}

/** Law of the earliest visible target-group row; -1 where there is none. */
export function lawOfEarliestRow(person: PersonView, context: GrantYearContext): number {
  const table = person.block.targetGroup;
  const end = rowEnd(table, person.index);
  for (let row = rowStart(table, person.index); row < end; row += 1) {
    if (i32(table.registeredOn, row) <= context.asOf) return u8(table.law, row);
  }
  return -1;
}

/** First month with hours is not later than so many months after the month of entry (rulebook 8.2). */
export function startsWithin(months: number, firstMonth: number, enteredOn: number): boolean {
  return firstMonth <= monthIndex(asDay(enteredOn)) + months;
}
