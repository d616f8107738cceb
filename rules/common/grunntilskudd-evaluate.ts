import {
  ASSUMPTION,
  asDay,
  CATEGORY,
  type Condition,
  type Evaluate,
  type GrantYearContext,
  i32,
  type LimitKey,
  type LimitTable,
  type Outcome,
  type PersonView,
  STATUS,
  TABLE,
  u8,
  yearOf,
} from '../../src/domain';
import { expectAssumptions } from '../parameters/assumption-table';
import { limitsOf, YearLimits } from '../parameters/limit-values';
import { anchorRow, yearNumberOf } from './entry-year';
import { isAliveAndHere, isIntegreringsloven, meetsEntryAge, meetsYearStartAge } from './membership';
import { persontilskuddLimits } from './persontilskudd-evaluate';
import { isVisible, rowEnd, rowStart } from './visible-rows';
import { residenceRowOn } from './window';

/** Conditions of rulebook 5.1; the place in the list is the bit of a failure. */
export const GRUNNTILSKUDD_CONDITIONS: readonly Condition[] = [
  { id: 'E1', paragraph: 'rulebook 2 and 5.1 (S1, S12)' },
  { id: 'E2', paragraph: 'rulebook 2 and 5.1' },
  { id: 'E3', paragraph: 'rulebook 2, A2' },
  { id: 'E7', paragraph: 'rulebook 2, A4' },
  { id: 'entered_by_count_date', paragraph: 'rulebook 5.1 (S12)' },
  { id: 'member_on_count_date', paragraph: 'rulebook 5.1' },
  { id: 'alive_on_count_date', paragraph: 'rulebook 5.1' },
];

const EXPECTED = {
  A1: 'march_first',
  A5: 'entered_registered_file',
  A9: 'later_from_date_wins',
  A12: 'frozen_once_posted',
} as const;

export const GRUNNTILSKUDD_ASSUMPTIONS = ['A1', 'A2', 'A4', 'A5', 'A9', 'A11', 'A12'] as const;

/** Limits that grunntilskudd reads (rulebook 1.2). */
export const GRUNNTILSKUDD_LIMITS = [
  'grunntilskudd.count_day',
  'grunntilskudd.counts_6a',
  'grunntilskudd.due_term',
  'grunntilskudd.steps',
  'persontilskudd.age_at_year_start',
  'persontilskudd.age_on_entry',
  'persontilskudd.age_on_permit',
  'persontilskudd.categories',
  'persontilskudd.years_paid',
] as const satisfies readonly LimitKey[];

/** Year numbers of a row of chapter 6A that count, whatever years of persontilskudd are paid (rulebook 1.2, 5.1). */
const YEARS_OF_6A = 3;

/** The day on which persons are counted: 15 January of the grant year (S12, S1). */
export function countDateOf(grantYear: number, limits: LimitTable): number {
  return new YearLimits(limits, grantYear).dayOfYear('grunntilskudd.count_day');
}

/** Rate class by number of persons on the count date: 1-3 low, 4-150 high, else nothing (rulebook 5.1; S12, S1). */
export function grunntilskuddStepOf(grantYear: number, limits: LimitTable): (persons: number) => number {
  return new YearLimits(limits, grantYear).stepOf('grunntilskudd.steps');
}

function limitsIn(context: GrantYearContext) {
  const limits = limitsOf(context);
  return {
    ...persontilskuddLimits(limits),
    countDate: limits.dayOfYear('grunntilskudd.count_day'),
    counts6a: limits.isYes('grunntilskudd.counts_6a'),
  };
}

type Limits = ReturnType<typeof limitsIn>;

/**
 * Whether a person counts for grunntilskudd, and the code that the residence row of the count date names (not
 * translated; in segmentCode). No decision is needed. One row that meets its own conditions is enough.
 */
export function prepareGrunntilskudd(context: GrantYearContext): Evaluate {
  expectAssumptions(context.assumptions, EXPECTED);
  const limits = limitsIn(context);
  return (person, outcome) => {
    const table = person.block.targetGroup;
    outcome.anchorRow = anchorRow(person, context, limits.categories);
    outcome.yearNumber = yearNumberOf(person, outcome.anchorRow, context);
    const end = rowEnd(table, person.index);
    for (let row = rowStart(table, person.index); row < end; row += 1) {
      if (!isVisible(table, row, context.asOf)) continue;
      // A row of chapter 6A counts by a year number of its own (A11).
      const chapter6a = limits.counts6a && u8(table.category, row) === CATEGORY.rightNorwegian6a;
      const failures = chapter6a
        ? failures6a(person, context, limits, row)
        : failuresOrdinary(person, context, limits, row, outcome.yearNumber);
      outcome.candidateRows.push(row);
      outcome.candidateFailures.push(failures);
      if (failures !== 0 || outcome.chosenRow >= 0) continue;
      outcome.chosenRow = row;
      if (chapter6a) outcome.assumptions |= ASSUMPTION.A11;
    }
    if (outcome.chosenRow >= 0) placePerson(person, context, limits.countDate, outcome);
  };
}

function failuresOrdinary(
  person: PersonView,
  context: GrantYearContext,
  limits: Limits,
  row: number,
  yearNumber: number,
): number {
  const table = person.block.targetGroup;
  const counts = ((limits.categories >> u8(table.category, row)) & 1) === 1;
  const inTime = yearNumber >= 1 && yearNumber <= limits.yearsPaid;
  return (
    (counts ? 0 : 1) |
    (inTime ? 0 : 2) |
    (meetsEntryAge(person, row, isIntegreringsloven(table, row), limits.entryAges) ? 0 : 4) |
    sharedFailures(person, context, limits, row)
  );
}

function failures6a(person: PersonView, context: GrantYearContext, limits: Limits, row: number): number {
  const entryYear = yearOf(asDay(i32(person.block.targetGroup.enteredOn, row)));
  const ownYearNumber = context.grantYear - entryYear + 1;
  return (
    (ownYearNumber >= 1 && ownYearNumber <= YEARS_OF_6A ? 0 : 2) |
    (meetsEntryAge(person, row, true, limits.entryAges) ? 0 : 4) |
    sharedFailures(person, context, limits, row)
  );
}

function sharedFailures(person: PersonView, context: GrantYearContext, limits: Limits, row: number): number {
  const table = person.block.targetGroup;
  const { countDate } = limits;
  return (
    (meetsYearStartAge(person, context, limits.yearStartAges) ? 0 : 8) |
    (i32(table.enteredOn, row) <= countDate ? 0 : 16) |
    (i32(table.leftOn, row) > countDate ? 0 : 32) |
    (isAliveAndHere(person, countDate) ? 0 : 64)
  );
}

function placePerson(person: PersonView, context: GrantYearContext, countDate: number, outcome: Outcome): void {
  const residence = residenceRowOn(person, context, countDate, () => true);
  outcome.status = residence < 0 ? STATUS.noRecipient : STATUS.triggered;
  if (residence < 0) return;
  outcome.segmentFrom.push(countDate);
  outcome.segmentTo.push(countDate);
  outcome.segmentTable.push(TABLE.residence);
  outcome.segmentRow.push(residence);
  outcome.segmentCode.push(i32(person.block.residence.recipient, residence));
}
