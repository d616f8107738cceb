import { countDateOf } from '../../../rules';
import {
  asDay,
  calendarDate,
  type Day,
  dayOf,
  daysInMonth,
  FAR_FUTURE,
  FAR_PAST,
  type GrantYearContext,
  knownDay,
  NO_DAY,
  yearOf,
} from '../../domain';
import { FACT_COLUMNS, FACT_TABLES, type PersonFacts, valueOf } from './person-facts';

/** Ages at which a condition of the rulebook turns (E3, E7, 5.2). */
const AGES = [16, 18, 67];
/** Days on which a rule of the rulebook changes (E4, 43g, 5.2). */
const TURNING_DAYS: readonly Day[] = [dayOf(2018, 1, 1), dayOf(2021, 1, 1), dayOf(2023, 7, 1)];

const DATE_COLUMNS = new Set([
  'registeredOn',
  'decidedOn',
  'enteredOn',
  'permitGrantedOn',
  'leftOn',
  'fromDate',
  'toDate',
  'birthDate',
  'deathDate',
  'emigratedOn',
]);

/** True for columns that hold a date. */
export function isDateColumn(column: string): boolean {
  return DATE_COLUMNS.has(column);
}

/** True for a date that is given: neither empty nor "for ever". */
export function isGiven(day: number): boolean {
  return day !== FAR_FUTURE && day !== FAR_PAST && day !== NO_DAY;
}

/**
 * Every day at which moving a date of the person could change what a rule finds, with the day before and after: the
 * rules compare dates with each other, with fixed days and with ages, so between two of these nothing changes.
 * Ascending, without doubles.
 */
export function probeDates(facts: PersonFacts, context: GrantYearContext): readonly Day[] {
  const fixed = [
    ...TURNING_DAYS,
    context.firstDay,
    context.lastDay,
    context.asOf,
    countDateOf(context.grantYear),
    knownDay(context.assumptions.value('A19')),
    ...[-3, -2, -1, 1].map((years) => dayOf(context.grantYear + years, 1, 1)),
  ];
  const own = datesOf(facts);
  const births = facts.rows.persons.map((row) => asDay(valueOf(row, 'birthDate')));
  const turning = [...fixed, ...own].map(asDay);
  const birthdays = births.flatMap((birth) => AGES.map((age) => yearsLater(birth, age)));
  const birthsOfAge = turning.flatMap((day) => AGES.map((age) => yearsLater(day, -age)));
  const all = new Set<number>();
  for (const day of [...turning, ...birthdays, ...birthsOfAge]) for (const step of [-1, 0, 1]) all.add(day + step);
  return [...all].sort((a, b) => a - b).map(asDay);
}

/** Given dates of every row, and the first days of their years. */
function datesOf(facts: PersonFacts): number[] {
  const dates: number[] = [];
  for (const table of FACT_TABLES) {
    for (const row of facts.rows[table]) {
      for (const column of ['registeredOn', ...FACT_COLUMNS[table]]) {
        if (!isDateColumn(column)) continue;
        const day = valueOf(row, column);
        if (isGiven(day)) dates.push(day, dayOf(yearOf(asDay(day)), 1, 1));
      }
    }
  }
  return dates;
}

/** The same day of another year; 29 February becomes the 28th where the year has none. */
export function yearsLater(day: Day, years: number): Day {
  const date = calendarDate(day);
  const year = date.year + years;
  return dayOf(year, date.month, Math.min(date.dayOfMonth, daysInMonth(year, date.month)));
}
