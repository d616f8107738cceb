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
  RATE_CLASS,
  type RateKey,
  RESIDENCE_KIND,
  SHARING,
  STATUS,
  u8,
  yearOf,
} from '../../src/domain';
import { expectAssumptions } from '../parameters/assumption-table';
import { type AgeRange, limitsOf, YearLimits } from '../parameters/limit-values';
import { completedYears } from './membership';
import { applyRate } from './rate-of';
import { appendRecipient } from './recipients';
import { isVisible, rowEnd, rowStart } from './visible-rows';
import { residenceRowOn } from './window';

/** Conditions of rulebook 5.2; the place in the list is the bit of a failure. */
export const ASYLUM_CONDITIONS: readonly Condition[] = [
  { id: 'asylum_seeker', paragraph: 'rulebook 5.2 (S8, S27)' },
  { id: 'age', paragraph: 'rulebook 5.2: 16 on entry up to 2020, 18 from 2021 (S8, S28)' },
  { id: 'first_row', paragraph: 'rulebook 5.2: once in a lifetime (S3)' },
  { id: 'entered_in_year', paragraph: 'rulebook 5.2' },
];

export const ASYLUM_ASSUMPTIONS = ['A1', 'A5', 'A9'] as const;

/** Limits that the asylum components read (rulebook 1.2). */
export const ASYLUM_LIMITS = ['asylum.age_on_entry', 'asylum.move_share'] as const satisfies readonly LimitKey[];

/** A component of asylum seekers: the earliest row that meets the age of its own year triggers there, once ever. */
export function prepareAsylum(context: GrantYearContext, rateKey: RateKey): Evaluate {
  expectAssumptions(context.assumptions, {
    A1: 'march_first',
    A5: 'entered_registered_file',
    A9: 'later_from_date_wins',
  });
  limitsOf(context).oneOf('asylum.move_share', ['1/2']);
  const ages = agesByEntryYear(context.limits);
  return (person, outcome) => {
    outcome.sharing = SHARING.halves;
    const table = person.block.targetGroup;
    const end = rowEnd(table, person.index);
    let used = false;
    for (let row = rowStart(table, person.index); row < end; row += 1) {
      if (!isVisible(table, row, context.asOf) || u8(table.category, row) !== CATEGORY.asylumSeeker) continue;
      const oldEnough = meetsAge(person, row, ages);
      const enteredOn = i32(table.enteredOn, row);
      const inYear = enteredOn >= context.firstDay && enteredOn <= context.lastDay;
      const failures = (oldEnough ? 0 : 2) | (used ? 4 : 0) | (inYear ? 0 : 8);
      used ||= oldEnough;
      outcome.candidateRows.push(row);
      outcome.candidateFailures.push(failures);
      if (failures === 0) trigger(person, context, rateKey, row, outcome);
    }
  };
}

/** The age condition of the year in which a row was entered, whatever the grant year. */
function agesByEntryYear(limits: LimitTable): (enteredOn: number) => AgeRange {
  const known = new Map<number, AgeRange>();
  return (enteredOn) => {
    const year = yearOf(asDay(enteredOn));
    const ages = known.get(year) ?? new YearLimits(limits, year).ages('asylum.age_on_entry');
    known.set(year, ages);
    return ages;
  };
}

function meetsAge(person: PersonView, row: number, ages: (enteredOn: number) => AgeRange): boolean {
  const enteredOn = i32(person.block.targetGroup.enteredOn, row);
  const { from, to } = ages(enteredOn);
  const years = completedYears(person, enteredOn);
  return from <= years && years <= to;
}

function trigger(person: PersonView, context: GrantYearContext, rateKey: RateKey, row: number, outcome: Outcome): void {
  outcome.chosenRow = row;
  outcome.dueDay = i32(person.block.targetGroup.enteredOn, row);
  outcome.assumptions |= ASSUMPTION.A5;
  outcome.annualAmountNok = applyRate(outcome, context, rateKey, RATE_CLASS.single);
  const { residence } = person.block;
  const isCentre = (place: number): boolean => u8(residence.kind, place) === RESIDENCE_KIND.receptionCentre;
  const first = residenceRowOn(person, context, outcome.dueDay, isCentre);
  if (first < 0) {
    if (outcome.status === STATUS.triggered) outcome.status = STATUS.noRecipient;
    return;
  }
  addCentre(person, context, first, outcome);
  const second = firstMove(person, context, i32(residence.recipient, first), isCentre, outcome);
  if (second >= 0) addCentre(person, context, second, outcome);
}

/** The first reception centre after entry, within the year, whose translated code differs from K1's; -1 for none. */
function firstMove(
  person: PersonView,
  context: GrantYearContext,
  firstCode: number,
  isCentre: (row: number) => boolean,
  outcome: Outcome,
): number {
  const { residence } = person.block;
  const { target } = context.translation;
  const end = rowEnd(residence, person.index);
  let found = -1;
  for (let row = rowStart(residence, person.index); row < end; row += 1) {
    const fromDate = i32(residence.fromDate, row);
    if (fromDate <= outcome.dueDay || fromDate > context.lastDay || !isCentre(row)) continue;
    if (!isVisible(residence, row, context.asOf)) continue;
    if (i32(target, i32(residence.recipient, row)) === i32(target, firstCode)) continue;
    // Rows ascend by from_date; of several that begin on one day the last one wins (overlap rule).
    if (found >= 0 && i32(residence.fromDate, found) !== fromDate) break;
    found = row;
  }
  return found;
}

function addCentre(person: PersonView, context: GrantYearContext, row: number, outcome: Outcome): void {
  const { residence } = person.block;
  appendRecipient(outcome, context, i32(residence.recipient, row));
  outcome.segmentFrom.push(i32(residence.fromDate, row));
  outcome.segmentTo.push(i32(residence.toDate, row));
  outcome.segmentTable.push(3);
  outcome.segmentRow.push(row);
  outcome.segmentCode.push(i32(residence.recipient, row));
}
