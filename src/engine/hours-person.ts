import { findStandingDecision, rowEnd, rowStart } from '../../rules';
import {
  asDay,
  at,
  dayOf,
  type GrantYearContext,
  HOURS_CATEGORY,
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

/** What the hours rows of one person say (rulebook 8.2). The same object is used again. */
export class PersonHours {
  readonly kommuner: KommuneHours[] = [];
  /** Month index of the first row with hours above 0, over all years; Infinity for none. */
  firstMonth = Number.POSITIVE_INFINITY;
  /** Hours above 0 anywhere in the grant year. */
  hasHours = false;

  /** Reads the visible hours rows of a person. */
  read(person: PersonView, context: GrantYearContext): void {
    this.kommuner.length = 0;
    this.firstMonth = Number.POSITIVE_INFINITY;
    this.hasHours = false;
    const { hours } = person.block;
    const firstMonthOfYear = context.grantYear * 12;
    const end = rowEnd(hours, person.index);
    for (let row = rowStart(hours, person.index); row < end; row += 1) {
      const registeredOn = i32(hours.registeredOn, row);
      if (registeredOn > context.asOf) continue;
      const month = i32(hours.month, row);
      const hundredths = u16(hours.hoursHundredths, row);
      if (hundredths > 0 && month < this.firstMonth) this.firstMonth = month;
      if (month < firstMonthOfYear || month >= firstMonthOfYear + 12) continue;
      if (hundredths > 0) this.hasHours = true;
      const kommune = this.#kommune(i32(context.translation.target, i32(hours.kommune, row)));
      if (u8(hours.category, row) === HOURS_CATEGORY.norwegian) kommune.norwegianHundredths += hundredths;
      else kommune.socialStudiesHundredths += hundredths;
      kommune.absenceHundredths += u32(hours.absenceHundredths, row);
      kommune.rows += 1;
      if (registeredOn <= lastTimelyDay(month)) kommune.rowsOnTime += 1;
    }
  }

  #kommune(code: number): KommuneHours {
    for (const known of this.kommuner) if (known.kommune === code) return known;
    const made = {
      kommune: code,
      norwegianHundredths: 0,
      socialStudiesHundredths: 0,
      absenceHundredths: 0,
      rows: 0,
      rowsOnTime: 0,
    };
    this.kommuner.push(made);
    return made;
  }
}

const timelyDays = new Map<number, number>();

/** Last day of the second month after a month: registered on time until then (rulebook 8.2). */
function lastTimelyDay(month: number): number {
  const known = timelyDays.get(month);
  if (known !== undefined) return known;
  const after = month + 3;
  const day = dayOf(Math.floor(after / 12), (after % 12) + 1, 1) - 1;
  timelyDays.set(month, day);
  return day;
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

/** First month with hours is not later than three months after the month of entry. */
export function startsWithinThreeMonths(firstMonth: number, enteredOn: number): boolean {
  return firstMonth <= monthIndex(asDay(enteredOn)) + 3;
}
