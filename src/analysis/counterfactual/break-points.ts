import { countDateOf, firstPaidEntryDay, turningAges, turningDays, turningPermitAges } from '../../../rules';
import { asDay, FAR_FUTURE, NO_DAY } from '../../domain';
import { firstDayOfAge, lastBirthOfAge } from './age-days';
import { isGiven } from './date-columns';
import { datesOf, type PersonDates, PLACE_TABLES } from './person-dates';
import { cellOf, type FactRow, type FactTable, type PersonFacts } from './person-facts';
import { isSplit } from './split-codes';
import type { Trial } from './trial';

/*
 * Why trying these days is as good as trying every day.
 *
 * The rules read a date only by comparing it: with fixed days, with other dates of the person, and (birth) by completed
 * years on them. So with everything else as it stands, what comes out is constant between the break points of a column:
 * days on which one of its comparisons turns. Of each stretch both ends are tried, among them the day nearest to the
 * registered one. Two dates changed together are bound by comparisons of one with the other, each of which is met best
 * at an end of a stretch; the second date is then tried at the break points that the first one makes. So both ends are
 * enough for pairs too.
 *
 * Where later (or earlier) is never worse, only that direction is tried: a later end of membership, death or emigration
 * lets more conditions hold and more days count. The same is true of the days of a place as long as every code of the
 * person can be paid; where one was split, a row may also have to give way to another.
 *
 * It rests on days as weights (A10 by_days) and on annual amounts of at least a krone a day. A rule that compares
 * otherwise needs its comparison here; the tests try every day against this list.
 */

interface Asked {
  readonly trial: Trial;
  readonly facts: PersonFacts;
  readonly table: FactTable;
  readonly row: FactRow;
  readonly column: string;
  readonly value: number;
  readonly dates: PersonDates;
}

/**
 * Days to try for a date: without the registered one, without order or doubles taken out. An end that is empty stays
 * so where earlier is never better. FAR_FUTURE means "without an end".
 */
export function breakPoints(
  trial: Trial,
  facts: PersonFacts,
  table: FactTable,
  row: FactRow,
  column: string,
): number[] {
  const asked = { trial, facts, table, row, column, value: cellOf(row, column), dates: datesOf(facts) };
  switch (column) {
    case 'enteredOn':
      return bothEnds(entryStarts(asked));
    case 'permitGrantedOn':
      return permitDays(asked);
    case 'leftOn':
      return laterOnly(asked, 1);
    case 'deathDate':
    case 'emigratedOn':
      return laterOnly(asked, 0);
    case 'birthDate':
      return birthDays(asked);
    case 'decidedOn': {
      const { firstDay, lastDay, limits } = trial.plan.context;
      return bothEnds([firstDay, lastDay + 1, ...turningDays(limits)]);
    }
    case 'registeredOn':
      return registrationDays(asked);
    default:
      return placeDays(asked);
  }
}

/** Each start of a stretch and the day before it. */
function bothEnds(starts: readonly number[]): number[] {
  return starts.flatMap((day) => [day - 1, day]);
}

/** First days of stretches of entered_on: E2-E7, the count, section 37 d, 5.2, and the order of rows. */
function entryStarts({ trial, row, dates }: Asked): number[] {
  const { context, countDate } = {
    context: trial.plan.context,
    countDate: countDateOf(trial.plan.grantYear, trial.plan.context.limits),
  };
  const left = cellOf(row, 'leftOn');
  return [
    ...[firstPaidEntryDay(context), context.firstDay, context.lastDay + 1, countDate + 1],
    ...turningDays(context.limits),
    ...(isGiven(left) ? [left, left + 1] : []),
    ...dates.entered.flatMap((day) => [day, day + 1]),
    ...dates.gone.map((day) => day + 1),
    ...dates.from,
    ...dates.to.map((day) => day + 1),
    ...dates.births.flatMap((birth) => turningAges(context.limits).map((age) => firstDayOfAge(birth, age))),
  ];
}

/** E3 needs an age on the permit; an empty one could be any day, the day of entry first. */
function permitDays({ trial, value, row, dates }: Asked): number[] {
  const days = bothEnds(
    dates.births.flatMap((birth) =>
      turningPermitAges(trial.plan.context.limits).map((age) => firstDayOfAge(birth, age)),
    ),
  );
  if (value !== NO_DAY) return days;
  const entered = cellOf(row, 'enteredOn');
  return [entered, ...days.sort((a, b) => Math.abs(a - entered) - Math.abs(b - entered) || a - b)];
}

/** Later ends alone; `margin` 1 where the day is the first one outside. */
function laterOnly({ trial, value, dates }: Asked, margin: number): number[] {
  if (value === FAR_FUTURE) return [];
  const { firstDay, grantYear, limits } = trial.plan.context;
  const inside = [
    firstDay,
    countDateOf(grantYear, limits),
    ...dates.entered,
    ...dates.from,
    ...dates.to.map((day) => day + 1),
  ];
  return [...inside.map((day) => day + margin).filter((day) => day > value), FAR_FUTURE];
}

/** Births with which an age of the rules is just reached, or just not, on a day on which age counts. */
function birthDays({ trial, dates }: Asked): number[] {
  const on = [trial.plan.context.firstDay - 1, ...dates.entered, ...dates.permits];
  return bothEnds(
    on.flatMap((day) => turningAges(trial.plan.context.limits).map((age) => lastBirthOfAge(asDay(day), age) + 1)),
  );
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
const TIED: Readonly<Partial<Record<FactTable, string>>> = {
  targetGroup: 'enteredOn',
  decisions: 'decision',
  residence: 'fromDate',
  trainingKommune: 'fromDate',
  upperSecondary: 'fromDate',
};

function placeDays(asked: Asked): number[] {
  const { trial, facts, column, value, dates } = asked;
  const { firstDay, lastDay, grantYear, limits } = trial.plan.context;
  const begins = [firstDay, countDateOf(grantYear, limits), ...dates.entered];
  const ends = [lastDay, ...dates.left.map((day) => day - 1), ...dates.gone];
  if (PLACE_TABLES.some((table) => facts.rows[table].some((row) => isSplit(trial, cellOf(row, 'recipient'))))) {
    const all = [...begins, ...ends, ...dates.from, ...dates.to];
    return [...all.flatMap((day) => [day - 1, day, day + 1]), ...(column === 'toDate' ? [FAR_FUTURE] : [])];
  }
  if (column === 'fromDate') return [...begins, ...ends].filter((day) => day < value);
  return value === FAR_FUTURE ? [] : [...begins.filter((day) => day > value), FAR_FUTURE];
}
