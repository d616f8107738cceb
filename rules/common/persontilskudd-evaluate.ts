import {
  CATEGORY,
  type Condition,
  DECISION_KIND,
  dayOf,
  type Evaluate,
  type GrantYearContext,
  i32,
  NO_DAY,
  NOTE,
  type Outcome,
  type PersonView,
  packCountry,
  RATE_CLASS,
  type RateKey,
  STATUS,
  u8,
  u16,
} from '../../src/domain';
import { expectAssumptions } from '../parameters/assumption-table';
import { anchorRow, yearNumberOf } from './entry-year';
import {
  isAliveAndHere,
  isIntegreringsloven,
  isUnder67AtYearStart,
  meetsEntryAge,
  memberFrom,
  overlapsYear,
} from './membership';
import { applyRate } from './rate-of';
import { splitAmount } from './settle-recipients';
import { findGrantedDecision } from './standing-decision';
import { isVisible, rowEnd, rowStart } from './visible-rows';

/** Conditions E1-E7 of rulebook 2; the place in the list is the bit of a failure. */
export const PERSONTILSKUDD_CONDITIONS: readonly Condition[] = [
  { id: 'E1', paragraph: 'rulebook 2 (S1, S4, S5)' },
  { id: 'E2', paragraph: 'rulebook 2 (S1)' },
  { id: 'E3', paragraph: 'rulebook 2, A2 (S20, S4)' },
  { id: 'E4', paragraph: 'rulebook 2 (S2, S19)' },
  { id: 'E5', paragraph: 'rulebook 2, A3 (S20)' },
  { id: 'E6', paragraph: 'rulebook 2, A3' },
  { id: 'E7', paragraph: 'rulebook 2, A4 (S20)' },
];

export const PERSONTILSKUDD_ASSUMPTIONS = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10'] as const;

const EXPECTED = {
  A1: 'march_first',
  A2: 'age_16_to_66_on_entry',
  A3: 'membership_overlaps_year',
  A4: 'under_67_at_year_start',
  A5: 'entered_registered_file',
  A6: 'regions_table',
  A7: 'high',
  A8: 'full_amount',
  A9: 'later_from_date_wins',
} as const;

const DECISION_NEEDED_FROM = dayOf(2018, 1, 1);
const RATE_KEYS: readonly RateKey[] = ['persontilskudd.year1', 'persontilskudd.year2', 'persontilskudd.year3'];
const STATELESS = packCountry('XXA');
const UNKNOWN_COUNTRY = packCountry('XXX');

/** What differs between the versions of persontilskudd. */
export interface PersontilskuddVariant {
  /** E1: categories that count, as bits `1 << CATEGORY`. */
  readonly countingCategories: number;
}

/** E1 of the years up to 2018: right and duty, or right alone. */
export const RIGHT_OR_DUTY = (1 << CATEGORY.rightAndDuty) | (1 << CATEGORY.right);
/** E1 from 2019. */
export const RIGHT_AND_DUTY = 1 << CATEGORY.rightAndDuty;

/** Evaluates persontilskudd (rulebook 2-4): the earliest row that meets E1-E7 triggers. */
export function preparePersontilskudd(context: GrantYearContext, variant: PersontilskuddVariant): Evaluate {
  expectAssumptions(context.assumptions, EXPECTED);
  return (person, outcome) => {
    const table = person.block.targetGroup;
    outcome.anchorRow = anchorRow(person, context);
    outcome.yearNumber = yearNumberOf(person, outcome.anchorRow, context);
    const end = rowEnd(table, person.index);
    for (let row = rowStart(table, person.index); row < end; row += 1) {
      if (!isVisible(table, row, context.asOf)) continue;
      const failures = failedConditions(person, context, variant, row, outcome);
      outcome.candidateRows.push(row);
      outcome.candidateFailures.push(failures);
      if (failures === 0 && outcome.chosenRow < 0) outcome.chosenRow = row;
    }
    if (outcome.chosenRow >= 0) trigger(person, context, outcome);
  };
}

function failedConditions(
  person: PersonView,
  context: GrantYearContext,
  variant: PersontilskuddVariant,
  row: number,
  outcome: Outcome,
): number {
  const table = person.block.targetGroup;
  const enteredOn = i32(table.enteredOn, row);
  const from = memberFrom(table, row, context);
  const integreringsloven = isIntegreringsloven(table, row);
  const counts = ((variant.countingCategories >> u8(table.category, row)) & 1) === 1;
  const inTime = outcome.yearNumber >= 1 && outcome.yearNumber <= 3 && enteredOn <= context.lastDay;
  if (counts && inTime) noteOddities(person, row, integreringsloven, enteredOn, outcome);
  return (
    (counts ? 0 : 1) |
    (inTime ? 0 : 2) |
    (meetsEntryAge(person, row, integreringsloven) ? 0 : 4) |
    (hasDecision(person, context, enteredOn, outcome) ? 0 : 8) |
    (overlapsYear(table, row, context) ? 0 : 16) |
    (isAliveAndHere(person, from) ? 0 : 32) |
    (isUnder67AtYearStart(person, context) ? 0 : 64)
  );
}

function noteOddities(
  person: PersonView,
  row: number,
  integreringsloven: boolean,
  enteredOn: number,
  outcome: Outcome,
): void {
  if (integreringsloven && i32(person.block.targetGroup.permitGrantedOn, row) === NO_DAY) {
    outcome.notes |= NOTE.permitDateMissing;
  }
  if (i32(person.block.persons.emigratedOn, person.personRow) < enteredOn) outcome.notes |= NOTE.emigratedBeforeEntry;
}

/** E4: entries from 2018-01-01 need a standing granted decision of the ordinary kind. */
function hasDecision(person: PersonView, context: GrantYearContext, enteredOn: number, outcome: Outcome): boolean {
  if (enteredOn < DECISION_NEEDED_FROM) return true;
  if (outcome.decisionRow < 0) {
    outcome.decisionRow = findGrantedDecision(
      person.block.decisions,
      person.index,
      context.asOf,
      DECISION_KIND.norwegianAndSocialStudies,
    );
  }
  return outcome.decisionRow >= 0;
}

function trigger(person: PersonView, context: GrantYearContext, outcome: Outcome): void {
  const row = outcome.chosenRow;
  const country = u16(person.block.persons.country, person.personRow);
  const integreringsloven = isIntegreringsloven(person.block.targetGroup, row);
  const rateClass = u8(context.regions.rateClass, country);
  let annualAmountNok = 0;
  if (rateClass === RATE_CLASS.none) outcome.status = STATUS.unknownCountry;
  else {
    const key = RATE_KEYS[outcome.yearNumber - 1] ?? 'persontilskudd.year1';
    annualAmountNok = applyRate(outcome, context, key, rateClass);
  }
  outcome.assumptions |= (1 << 6) | (integreringsloven ? 0 : 1 << 2);
  if (country === STATELESS || country === UNKNOWN_COUNTRY) outcome.assumptions |= 1 << 7;
  splitAmount(person, context, row, integreringsloven, annualAmountNok, outcome);
}
