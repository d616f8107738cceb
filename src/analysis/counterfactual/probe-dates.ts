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
} from '../../domain';
import { cellOf, FACT_COLUMNS, FACT_TABLES, type FactRow, type PersonFacts } from './person-facts';

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

/** Days to try for dates of a person, ascending and without doubles. */
export interface ProbeDates {
  /** For birth dates. */
  readonly births: readonly Day[];
  /** For every other date. */
  readonly others: readonly Day[];
}

/**
 * Every day at which moving a date of the person could change what a rule finds, with the day before and after: the
 * rules compare dates with each other, with fixed days and with ages, so between two of these nothing changes.
 */
export function probeDates(facts: PersonFacts, context: GrantYearContext): ProbeDates {
  const { grantYear } = context;
  const turning = [
    ...TURNING_DAYS,
    context.firstDay,
    context.lastDay,
    context.asOf,
    countDateOf(grantYear),
    knownDay(context.assumptions.value('A19')),
    ...[-2, -1, 1].map((years) => dayOf(grantYear + years, 1, 1)),
    ...datesOf(facts),
  ].map(asDay);
  const ageDays = [context.firstDay, ...facts.rows.targetGroup.flatMap(agedOn)].filter(isGiven).map(asDay);
  const births = facts.rows.persons.map((row) => asDay(cellOf(row, 'birthDate')));
  const birthdays = births.flatMap((birth) => AGES.map((age) => yearsLater(birth, age)));
  return {
    births: withNeighbours(ageDays.flatMap((day) => AGES.map((age) => yearsLater(day, -age)))),
    others: withNeighbours([...turning, ...birthdays]),
  };
}

const agedOn = (row: FactRow): number[] => [cellOf(row, 'enteredOn'), cellOf(row, 'permitGrantedOn')];

function withNeighbours(days: readonly Day[]): readonly Day[] {
  const all = new Set(days.flatMap((day) => [day - 1, day, day + 1]));
  return [...all].sort((a, b) => a - b).map(asDay);
}

/** Given dates of every row but those of registration. */
function datesOf(facts: PersonFacts): number[] {
  const dates: number[] = [];
  for (const table of FACT_TABLES) {
    for (const row of facts.rows[table]) {
      for (const column of FACT_COLUMNS[table]) if (isDateColumn(column)) dates.push(cellOf(row, column));
    }
  }
  return dates.filter(isGiven);
}

/** The same day of another year; 29 February becomes the 28th where the year has none. */
export function yearsLater(day: Day, years: number): Day {
  const date = calendarDate(day);
  const year = date.year + years;
  return dayOf(year, date.month, Math.min(date.dayOfMonth, daysInMonth(year, date.month)));
}
