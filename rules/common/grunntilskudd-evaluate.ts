import {
  asDay,
  CATEGORY,
  type Condition,
  dayOf,
  type Evaluate,
  type GrantYearContext,
  i32,
  type Outcome,
  type PersonView,
  STATUS,
  TABLE,
  u8,
  yearOf,
} from '../../src/domain';
import { expectAssumptions } from '../parameters/assumption-table';
import { anchorRow, yearNumberOf } from './entry-year';
import { isAliveAndHere, isIntegreringsloven, isUnder67AtYearStart, meetsEntryAge } from './membership';
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
  A2: 'age_16_to_66_on_entry',
  A4: 'under_67_at_year_start',
  A5: 'entered_registered_file',
  A9: 'later_from_date_wins',
  A11: 'count_6a',
  A12: 'frozen_once_posted',
} as const;

export const GRUNNTILSKUDD_ASSUMPTIONS = Object.keys(EXPECTED);

/** What differs between the versions of grunntilskudd. */
export interface GrunntilskuddVariant {
  /** E1: categories that count for a grant year, as bits `1 << CATEGORY`. */
  countingCategories(grantYear: number): number;
  /** A row of chapter 6A counts too, by a year number of its own (A11). */
  readonly countsChapter6a: boolean;
}

/** The day on which persons are counted: 15 January of the grant year (S12, S1). */
export function countDateOf(grantYear: number): number {
  return dayOf(grantYear, 1, 15);
}

/**
 * Whether a person counts for grunntilskudd, and the code that the residence row of the count date names (not
 * translated; in segmentCode). No decision is needed. One row that meets its own conditions is enough.
 */
export function prepareGrunntilskudd(context: GrantYearContext, variant: GrunntilskuddVariant): Evaluate {
  expectAssumptions(context.assumptions, EXPECTED);
  const countDate = countDateOf(context.grantYear);
  const categories = variant.countingCategories(context.grantYear);
  return (person, outcome) => {
    const table = person.block.targetGroup;
    outcome.anchorRow = anchorRow(person, context);
    outcome.yearNumber = yearNumberOf(person, outcome.anchorRow, context);
    const end = rowEnd(table, person.index);
    for (let row = rowStart(table, person.index); row < end; row += 1) {
      if (!isVisible(table, row, context.asOf)) continue;
      const chapter6a = variant.countsChapter6a && u8(table.category, row) === CATEGORY.rightNorwegian6a;
      const failures = chapter6a
        ? failures6a(person, context, countDate, row)
        : failuresOrdinary(person, context, countDate, categories, row, outcome.yearNumber);
      outcome.candidateRows.push(row);
      outcome.candidateFailures.push(failures);
      if (failures !== 0 || outcome.chosenRow >= 0) continue;
      outcome.chosenRow = row;
      if (chapter6a) outcome.assumptions |= 1 << 11;
    }
    if (outcome.chosenRow >= 0) placePerson(person, context, countDate, outcome);
  };
}

function failuresOrdinary(
  person: PersonView,
  context: GrantYearContext,
  countDate: number,
  categories: number,
  row: number,
  yearNumber: number,
): number {
  const table = person.block.targetGroup;
  const counts = ((categories >> u8(table.category, row)) & 1) === 1;
  const inTime = yearNumber >= 1 && yearNumber <= 3;
  const integreringsloven = isIntegreringsloven(table, row);
  return (
    (counts ? 0 : 1) |
    (inTime ? 0 : 2) |
    (meetsEntryAge(person, row, integreringsloven) ? 0 : 4) |
    sharedFailures(person, context, countDate, row)
  );
}

function failures6a(person: PersonView, context: GrantYearContext, countDate: number, row: number): number {
  const entryYear = yearOf(asDay(i32(person.block.targetGroup.enteredOn, row)));
  const ownYearNumber = context.grantYear - entryYear + 1;
  return (
    (ownYearNumber >= 1 && ownYearNumber <= 3 ? 0 : 2) |
    (meetsEntryAge(person, row, true) ? 0 : 4) |
    sharedFailures(person, context, countDate, row)
  );
}

function sharedFailures(person: PersonView, context: GrantYearContext, countDate: number, row: number): number {
  const table = person.block.targetGroup;
  return (
    (isUnder67AtYearStart(person, context) ? 0 : 8) |
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
