import {
  ASSUMPTION,
  CATEGORY,
  type Condition,
  DECISION_KIND,
  type Evaluate,
  type GrantYearContext,
  i32,
  NO_DAY,
  NOTE,
  type PersonView,
  RATE_CLASS,
  type RuleDefinition,
  u8,
} from '../../src/domain';
import { isAliveAndHere, meetsEntryAge, meetsYearStartAge, memberFrom, overlapsYear } from '../common/membership';
import { applyRate } from '../common/rate-of';
import { prepareSplit } from '../common/settle-recipients';
import { findGrantedDecision } from '../common/standing-decision';
import { isVisible, rowEnd, rowStart } from '../common/visible-rows';
import { expectAssumptions } from '../parameters/assumption-table';
import { limitsOf } from '../parameters/limit-values';

const CONDITIONS: readonly Condition[] = [
  { id: 'entered_in_year', paragraph: 'rulebook 5 (S7, S9)' },
  { id: 'before_end_of_chapter_6a', paragraph: 'rulebook 5, A19 (S25)' },
  { id: 'E3', paragraph: 'rulebook 2, as integreringsloven (S20)' },
  { id: 'E4', paragraph: 'rulebook 5: a decision of kind norwegian_6a (S9)' },
  { id: 'E5', paragraph: 'rulebook 2, A3' },
  { id: 'E6', paragraph: 'rulebook 2, A3' },
  { id: 'E7', paragraph: 'rulebook 2, A4' },
];

const EXPECTED = {
  A1: 'march_first',
  A3: 'membership_overlaps_year',
  A5: 'entered_registered_file',
  A9: 'later_from_date_wins',
} as const;

/** The earliest visible row of chapter 6A; if it fails, no later row takes its place. -1 for none. */
function earliest6aRow(person: PersonView, context: GrantYearContext): number {
  const table = person.block.targetGroup;
  const end = rowEnd(table, person.index);
  for (let row = rowStart(table, person.index); row < end; row += 1) {
    if (u8(table.category, row) === CATEGORY.rightNorwegian6a && isVisible(table, row, context.asOf)) return row;
  }
  return -1;
}

function limitsIn(context: GrantYearContext) {
  const limits = limitsOf(context);
  limits.oneOf('persontilskudd37d.decision_within_days', ['none']);
  limits.oneOf('persontilskudd37d.proration', ['full']);
  const onPermit = limits.ages('persontilskudd37d.age_on_permit');
  return {
    lastEntry: limits.day('persontilskudd37d.last_entry'),
    // Judged by the permit under either law.
    entryAges: { onEntry: onPermit, onPermit },
    yearStartAges: limits.ages('persontilskudd37d.age_at_year_start'),
  };
}

function prepare(context: GrantYearContext): Evaluate {
  expectAssumptions(context.assumptions, EXPECTED);
  const limits = limitsIn(context);
  const split = prepareSplit(context);
  return (person, outcome) => {
    const table = person.block.targetGroup;
    const row = earliest6aRow(person, context);
    if (row < 0) return;
    const enteredOn = i32(table.enteredOn, row);
    const inYear = enteredOn >= context.firstDay && enteredOn <= context.lastDay;
    if (inYear) {
      outcome.decisionRow = findGrantedDecision(
        person.block.decisions,
        person.index,
        context.asOf,
        DECISION_KIND.norwegian6a,
      );
      if (i32(table.permitGrantedOn, row) === NO_DAY) outcome.notes |= NOTE.permitDateMissing;
      if (i32(person.block.persons.emigratedOn, person.personRow) < enteredOn)
        outcome.notes |= NOTE.emigratedBeforeEntry;
    }
    const failures =
      (inYear ? 0 : 1) |
      (enteredOn <= limits.lastEntry ? 0 : 2) |
      (meetsEntryAge(person, row, true, limits.entryAges) ? 0 : 4) |
      (outcome.decisionRow >= 0 ? 0 : 8) |
      (overlapsYear(table, row, context) ? 0 : 16) |
      (isAliveAndHere(person, memberFrom(table, row, context)) ? 0 : 32) |
      (meetsYearStartAge(person, context, limits.yearStartAges) ? 0 : 64);
    outcome.candidateRows.push(row);
    outcome.candidateFailures.push(failures);
    if (failures !== 0) return;
    outcome.chosenRow = row;
    outcome.yearNumber = 1;
    outcome.assumptions |= ASSUMPTION.A19;
    const annualAmountNok = applyRate(outcome, context, 'persontilskudd37d', RATE_CLASS.single);
    split(person, row, true, annualAmountNok, outcome);
  };
}

/** Persontilskudd for collective protection, section 37 d: at most one year a person (rulebook 5; S7, S9). */
export const persontilskudd37d2022: RuleDefinition = {
  id: 'persontilskudd37d@2022',
  component: 'persontilskudd37d',
  firstGrantYear: 2022,
  conditions: CONDITIONS,
  assumptions: ['A1', 'A3', 'A4', 'A5', 'A8', 'A9', 'A10', 'A19'],
  limits: [
    'persontilskudd37d.age_at_year_start',
    'persontilskudd37d.age_on_permit',
    'persontilskudd37d.decision_within_days',
    'persontilskudd37d.last_entry',
    'persontilskudd37d.proration',
    'split.unit',
  ],
  sources: ['rulebook 5', 'S7', 'S9', 'S25'],
  prepare,
};
