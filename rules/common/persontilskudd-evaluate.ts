import {
  ASSUMPTION,
  type Condition,
  DECISION_KIND,
  type Evaluate,
  type ExplainedReading,
  type GrantYearContext,
  i32,
  NO_DAY,
  NOTE,
  type Outcome,
  type PersonView,
  packCountry,
  RATE_CLASS,
  type RuleDefinition,
  rateKeysOf,
  STATUS,
  u8,
  u16,
} from '../../src/domain';
import { categoryCounts } from '../conditions/category';
import { entryAge, isIntegreringsloven } from '../conditions/entry-age';
import { grantedDecision } from '../conditions/granted-decision';
import { prepareMask, scopeMask } from '../conditions/mask';
import { isAliveAndHere, isMember } from '../conditions/membership';
import { yearIsPaid } from '../conditions/year-number';
import { yearStartAge } from '../conditions/year-start-age';
import { expectAssumptions } from '../parameters/assumption-table';
import { limitsOf } from '../parameters/limit-values';
import { firstCategory, targetGroupRows } from './candidate-rows';
import { anchorRow, yearNumberOf } from './entry-year';
import { annualAmount } from './proration';
import { applyRate, RATE_BY_CLASS } from './rate-of';
import { prepareSplit, type Split, WINDOW_READING } from './settle-recipients';
import { isVisible, rowEnd, rowStart } from './visible-rows';

/** Conditions E1-E7 of rulebook 2. */
export const PERSONTILSKUDD_CONDITIONS: readonly Condition[] = [
  categoryCounts('rulebook 2 (S1, S4, S5)'),
  yearIsPaid('rulebook 2 (S1)', true),
  {
    ...entryAge('rulebook 2, A2 (S20, S4)', {
      onEntry: 'persontilskudd.age_on_entry',
      onPermit: 'persontilskudd.age_on_permit',
    }),
    paragraphByLaw: { introduksjonsloven: 'rulebook 2, A2 (S4)', integreringsloven: 'rulebook 2 (S20)' },
  },
  grantedDecision('rulebook 2 (S2, S19)', DECISION_KIND.norwegianAndSocialStudies, {
    neededFrom: 'persontilskudd.decision_needed_from',
    withinDays: 'persontilskudd.decision_within_days',
  }),
  { ...isMember('rulebook 2, A3 (S20)'), paragraphByLaw: { introduksjonsloven: 'rulebook 2, A3' } },
  isAliveAndHere('rulebook 2, A3'),
  {
    ...yearStartAge('rulebook 2, A4 (S20)', 'persontilskudd.age_at_year_start'),
    paragraphByLaw: { introduksjonsloven: 'rulebook 2, A4' },
  },
];

/** Rows of the target group: of those of the first category that counts one could be added. */
const ROWS = targetGroupRows((context) => firstCategory(limitsOf(context).categories('persontilskudd.categories')));

/** The rate by the class of the country, the part of it that is the annual amount (A8), and the days' recipients. */
const READINGS: readonly ExplainedReading[] = [RATE_BY_CLASS, annualAmount('persontilskudd.proration'), WINDOW_READING];

const EXPECTED = {
  A1: 'march_first',
  A3: 'membership_overlaps_year',
  A5: 'entered_registered_file',
  A6: 'regions_table',
  A7: 'high',
  A9: 'later_from_date_wins',
} as const;

const STATELESS = packCountry('XXA');
const UNKNOWN_COUNTRY = packCountry('XXX');

/** Evaluates persontilskudd (rulebook 2-4): the earliest row that meets E1-E7, or the conditions of a version, triggers. */
export function preparePersontilskudd(
  context: GrantYearContext,
  conditions: readonly Condition[] = PERSONTILSKUDD_CONDITIONS,
): Evaluate {
  expectAssumptions(context.assumptions, EXPECTED);
  const categories = limitsOf(context).categories('persontilskudd.categories');
  const failuresOf = prepareMask(conditions, context);
  const scope = scopeMask(conditions);
  const split = prepareSplit(context, 'persontilskudd.proration');
  return (person, outcome) => {
    const table = person.block.targetGroup;
    outcome.anchorRow = anchorRow(person, context, categories);
    outcome.yearNumber = yearNumberOf(person, outcome.anchorRow, context);
    const end = rowEnd(table, person.index);
    for (let row = rowStart(table, person.index); row < end; row += 1) {
      if (!isVisible(table, row, context.asOf)) continue;
      const failures = failuresOf(person, row, outcome);
      if ((failures & scope) === 0) noteOddities(person, row, outcome);
      outcome.candidateRows.push(row);
      outcome.candidateFailures.push(failures);
      if (failures === 0 && outcome.chosenRow < 0) outcome.chosenRow = row;
    }
    if (outcome.chosenRow >= 0) trigger(person, context, split, outcome);
  };
}

function noteOddities({ block, personRow }: PersonView, row: number, outcome: Outcome): void {
  const { permitGrantedOn, enteredOn } = block.targetGroup;
  if (isIntegreringsloven(block.targetGroup, row) && i32(permitGrantedOn, row) === NO_DAY) {
    outcome.notes |= NOTE.permitDateMissing;
  }
  if (i32(block.persons.emigratedOn, personRow) < i32(enteredOn, row)) outcome.notes |= NOTE.emigratedBeforeEntry;
}

function trigger(person: PersonView, context: GrantYearContext, split: Split, outcome: Outcome): void {
  const row = outcome.chosenRow;
  const country = u16(person.block.persons.country, person.personRow);
  const integreringsloven = isIntegreringsloven(person.block.targetGroup, row);
  const rateClass = u8(context.regions.rateClass, country);
  let rateNok = 0;
  if (rateClass === RATE_CLASS.none) outcome.status = STATUS.unknownCountry;
  else {
    const key = rateKeysOf('persontilskudd', outcome.yearNumber)[0] ?? 'persontilskudd.year1';
    rateNok = applyRate(outcome, context, key, rateClass);
  }
  outcome.assumptions |=
    ASSUMPTION.A4 | ASSUMPTION.A5 | ASSUMPTION.A8 | ASSUMPTION.A6 | (integreringsloven ? 0 : ASSUMPTION.A2);
  if (country === STATELESS || country === UNKNOWN_COUNTRY) outcome.assumptions |= ASSUMPTION.A7;
  split(person, row, integreringsloven, rateNok, outcome);
}

/** What all versions of persontilskudd have in common; what tells them apart stands in the limits of their years. */
export const PERSONTILSKUDD = {
  component: 'persontilskudd',
  rows: ROWS,
  conditions: PERSONTILSKUDD_CONDITIONS,
  readings: READINGS,
  assumptions: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10'],
  prepare: (context) => preparePersontilskudd(context),
} satisfies Partial<RuleDefinition>;
