import {
  ASSUMPTION,
  type Condition,
  DECISION_KIND,
  type Evaluate,
  type GrantYearContext,
  i32,
  type LimitKey,
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
import { limitsOf, type YearLimits } from '../parameters/limit-values';
import { anchorRow, yearNumberOf } from './entry-year';
import {
  isAliveAndHere,
  isIntegreringsloven,
  meetsEntryAge,
  meetsYearStartAge,
  memberFrom,
  overlapsYear,
} from './membership';
import { applyRate } from './rate-of';
import { prepareSplit, type Split } from './settle-recipients';
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
  A3: 'membership_overlaps_year',
  A5: 'entered_registered_file',
  A6: 'regions_table',
  A7: 'high',
  A9: 'later_from_date_wins',
} as const;

const RATE_KEYS: readonly RateKey[] = ['persontilskudd.year1', 'persontilskudd.year2', 'persontilskudd.year3'];
const STATELESS = packCountry('XXA');
const UNKNOWN_COUNTRY = packCountry('XXX');

/** Limits that persontilskudd reads (rulebook 1.2). */
export const PERSONTILSKUDD_LIMITS = [
  'persontilskudd.age_at_year_start',
  'persontilskudd.age_on_entry',
  'persontilskudd.age_on_permit',
  'persontilskudd.categories',
  'persontilskudd.decision_needed_from',
  'persontilskudd.decision_within_days',
  'persontilskudd.proration',
  'persontilskudd.years_paid',
  'split.unit',
] as const satisfies readonly LimitKey[];

/** Limits of persontilskudd in a grant year; grunntilskudd reads some of them, too. */
export function persontilskuddLimits(limits: YearLimits) {
  return {
    /** Categories that count, as bits `1 << CATEGORY` (E1). */
    categories: limits.categories('persontilskudd.categories'),
    yearsPaid: limits.whole('persontilskudd.years_paid'),
    entryAges: {
      onEntry: limits.ages('persontilskudd.age_on_entry'),
      onPermit: limits.ages('persontilskudd.age_on_permit'),
    },
    yearStartAges: limits.ages('persontilskudd.age_at_year_start'),
  };
}

type Limits = ReturnType<typeof persontilskuddLimits> & { readonly decisionNeededFrom: number };

function limitsIn(context: GrantYearContext): Limits {
  const limits = limitsOf(context);
  limits.oneOf('persontilskudd.decision_within_days', ['none']);
  limits.oneOf('persontilskudd.proration', ['full']);
  return { ...persontilskuddLimits(limits), decisionNeededFrom: limits.day('persontilskudd.decision_needed_from') };
}

/** Evaluates persontilskudd (rulebook 2-4): the earliest row that meets E1-E7 triggers. */
export function preparePersontilskudd(context: GrantYearContext): Evaluate {
  expectAssumptions(context.assumptions, EXPECTED);
  const limits = limitsIn(context);
  const split = prepareSplit(context);
  return (person, outcome) => {
    const table = person.block.targetGroup;
    outcome.anchorRow = anchorRow(person, context, limits.categories);
    outcome.yearNumber = yearNumberOf(person, outcome.anchorRow, context);
    const end = rowEnd(table, person.index);
    for (let row = rowStart(table, person.index); row < end; row += 1) {
      if (!isVisible(table, row, context.asOf)) continue;
      const failures = failedConditions(person, context, limits, row, outcome);
      outcome.candidateRows.push(row);
      outcome.candidateFailures.push(failures);
      if (failures === 0 && outcome.chosenRow < 0) outcome.chosenRow = row;
    }
    if (outcome.chosenRow >= 0) trigger(person, context, split, outcome);
  };
}

function failedConditions(
  person: PersonView,
  context: GrantYearContext,
  limits: Limits,
  row: number,
  outcome: Outcome,
): number {
  const table = person.block.targetGroup;
  const enteredOn = i32(table.enteredOn, row);
  const from = memberFrom(table, row, context);
  const integreringsloven = isIntegreringsloven(table, row);
  const counts = ((limits.categories >> u8(table.category, row)) & 1) === 1;
  const { yearNumber } = outcome;
  const inTime = yearNumber >= 1 && yearNumber <= limits.yearsPaid && enteredOn <= context.lastDay;
  if (counts && inTime) noteOddities(person, row, integreringsloven, enteredOn, outcome);
  return (
    (counts ? 0 : 1) |
    (inTime ? 0 : 2) |
    (meetsEntryAge(person, row, integreringsloven, limits.entryAges) ? 0 : 4) |
    (enteredOn < limits.decisionNeededFrom || hasDecision(person, context, outcome) ? 0 : 8) |
    (overlapsYear(table, row, context) ? 0 : 16) |
    (isAliveAndHere(person, from) ? 0 : 32) |
    (meetsYearStartAge(person, context, limits.yearStartAges) ? 0 : 64)
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

/** E4: a standing granted decision of the ordinary kind. */
function hasDecision(person: PersonView, context: GrantYearContext, outcome: Outcome): boolean {
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

function trigger(person: PersonView, context: GrantYearContext, split: Split, outcome: Outcome): void {
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
  outcome.assumptions |= ASSUMPTION.A6 | (integreringsloven ? 0 : ASSUMPTION.A2);
  if (country === STATELESS || country === UNKNOWN_COUNTRY) outcome.assumptions |= ASSUMPTION.A7;
  split(person, row, integreringsloven, annualAmountNok, outcome);
}
