import {
  asDay,
  type Cell,
  type CellTable,
  cellOf,
  type DayTurn,
  FAR_FUTURE,
  type FactRow,
  NO_DAY,
  type PersonFacts,
} from '../../domain';
import { firstDayOfAge, lastBirthOfAge } from './age-days';
import { fixedDays, possibleEntries } from './candidate-entries';
import { isGiven } from './date-columns';
import { datesAt, PLACE_TABLES } from './person-dates';
import { turningAges } from './rule-reads';
import { isSplit } from './split-codes';
import type { Trial } from './trial';

/*
 * Why trying these days is as good as trying every day.
 *
 * The rules read a date only by comparing it: with fixed days, with other dates of the person, and (birth) by completed
 * years on them. Their conditions and other readings say which comparisons these are. So with everything else as it
 * stands, what comes out is constant between the break points of a column: days on which one of its comparisons turns. Of
 * each stretch both ends are tried, among them the day nearest to the registered one. Two dates changed together are
 * bound by comparisons of one with the other, each of which is met best at an end of a stretch; the second date is then
 * tried at the break points that the first one makes. So both ends are enough for pairs too.
 *
 * Where every comparison of a date asks for later (or earlier), only that direction is tried: a later end of membership,
 * death or emigration lets more conditions hold and more days count. The same is true of the days of a place as long as
 * every code of the person can be paid; where one was split, a row may also have to give way to another.
 *
 * It rests on days as weights (A10 by_days) and on annual amounts of at least a krone a day. The tests try every day
 * against this list.
 */

interface Asked {
  readonly trial: Trial;
  readonly facts: PersonFacts;
  readonly table: CellTable;
  readonly row: FactRow;
  readonly column: string;
  readonly value: number;
}

/** A day with which a comparison holds and beyond which it does not. */
interface Bound {
  readonly is: DayTurn['is'];
  readonly day: number;
}

/**
 * Days to try for a date: without the registered one, without order or doubles taken out. An end that is empty stays
 * so where earlier is never better. FAR_FUTURE means "without an end".
 */
export function breakPoints(
  trial: Trial,
  facts: PersonFacts,
  table: CellTable,
  row: FactRow,
  column: string,
): number[] {
  const asked = { trial, facts, table, row, column, value: cellOf(row, column) };
  if (column === 'registeredOn') return registrationDays(asked);
  const ages = column === 'birthDate' ? birthDays(asked) : ageDays(asked);
  const bounds = boundsOf(asked);
  if (asked.value === NO_DAY) return nearestFirst(cellOf(row, 'enteredOn'), [...bounds.flatMap(bothEnds), ...ages]);
  const senses = new Set(bounds.map(({ is }) => is));
  const [sense] = senses;
  if (ages.length > 0 || senses.size > 1 || sense === 'either') {
    return [...bounds.flatMap(bothEnds), ...ages, ...(isOpenEnd(column) ? [FAR_FUTURE] : [])];
  }
  if (sense === 'until') return bounds.map(({ day }) => day).filter((day) => day < asked.value);
  if (asked.value === FAR_FUTURE) return [];
  const later = bounds.map(({ day }) => day).filter((day) => day > asked.value);
  return isOpenEnd(column) ? [...later, FAR_FUTURE] : later;
}

/** Dates that may be empty, for ever. */
function isOpenEnd(column: string): boolean {
  return ['leftOn', 'toDate', 'deathDate', 'emigratedOn'].includes(column);
}

/** The last day of a stretch and the first of the next; of a comparison that may turn either way, those around it. */
function bothEnds({ is, day }: Bound): number[] {
  if (is === 'either') return [day - 1, day, day + 1];
  return is === 'from' ? [day - 1, day] : [day, day + 1];
}

const REVERSED = { from: 'until', until: 'from', either: 'either' } as const;

/** The comparisons of a date with fixed days and with the person's other dates, from either side. */
function boundsOf(asked: Asked): Bound[] {
  const { trial, facts, table, column } = asked;
  const name = `${table}.${column}`;
  const bounds: Bound[] = [];
  for (const turn of trial.reads.days) {
    if (turn.ifSplit && !hasSplit(trial, facts)) continue;
    const { cell, is, than, plusDays } = turn;
    if (cell === name) {
      const days = typeof than === 'number' ? [than] : datesOf(asked, than);
      bounds.push(...days.map((day) => ({ is, day: day + plusDays })));
    } else if (than === name) {
      bounds.push(...datesOf(asked, cell).map((day) => ({ is: REVERSED[is], day: day - plusDays })));
    }
  }
  return bounds.filter(({ day }) => Number.isFinite(day));
}

/** Given dates of a column; beside other tables, entries too of rows that could be added. */
function datesOf({ trial, facts, table }: Asked, cell: Cell): readonly number[] {
  const dates = datesAt(facts, cell);
  const isEntry = cell === 'targetGroup.enteredOn' && table !== 'targetGroup';
  return isEntry ? [...dates, ...possibleEntries(trial, facts).map((row) => cellOf(row, 'enteredOn'))] : dates;
}

function hasSplit(trial: Trial, facts: PersonFacts): boolean {
  return PLACE_TABLES.some((table) => facts.rows[table].some((row) => isSplit(trial, cellOf(row, 'recipient'))));
}

/** Days on which the person reaches an age that is asked for on this date, and those before. */
function ageDays({ trial, facts, table, column }: Asked): number[] {
  const ages = turningAges(trial.reads.ages.filter(({ on }) => on === `${table}.${column}`));
  const births = datesAt(facts, 'persons.birthDate');
  return births
    .flatMap((birth) => ages.map((age) => firstDayOfAge(asDay(birth), age)))
    .flatMap((day) => [day - 1, day]);
}

/** Births with which an age of the rule is just reached, or just not, on a day on which it counts. */
function birthDays(asked: Asked): number[] {
  return asked.trial.reads.ages.flatMap((turn) => {
    const days =
      typeof turn.on === 'number' ? [turn.on] : [...datesOf(asked, turn.on), ...fixedDays(asked.trial, turn.on)];
    const ages = turningAges([turn]);
    return days.flatMap((day) => ages.map((age) => lastBirthOfAge(asDay(day), age))).flatMap((day) => [day, day + 1]);
  });
}

/** An empty date could be any day, the day of entry first. */
function nearestFirst(entered: number, days: readonly number[]): number[] {
  return [entered, ...days.toSorted((a, b) => Math.abs(a - entered) - Math.abs(b - entered) || a - b)];
}

/** Known at D or not, and before or after the rows beside which the order of registration decides. */
function registrationDays({ trial, facts, table, row, value }: Asked): number[] {
  const tie = TIED[table];
  const { asOf } = trial.plan.context;
  const beside = tie ? facts.rows[table].filter((other) => other !== row && other[tie] === row[tie]) : [];
  const days = beside.map((other) => cellOf(other, 'registeredOn')).filter(isGiven);
  const order = days.flatMap((day) => [day - 1, day, day + 1]).filter((day) => day <= asOf);
  return value > asOf ? [asOf, ...order] : [...order, asOf + 1];
}

/** The column within whose equals the order of registration decides. */
const TIED: Readonly<Partial<Record<CellTable, string>>> = {
  targetGroup: 'enteredOn',
  decisions: 'decision',
  residence: 'fromDate',
  trainingKommune: 'fromDate',
  upperSecondary: 'fromDate',
};
