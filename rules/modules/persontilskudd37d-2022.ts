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
import { targetGroupRows } from '../common/candidate-rows';
import { annualAmount } from '../common/proration';
import { applyRate, SINGLE_RATE } from '../common/rate-of';
import { prepareSplit, WINDOW_READING } from '../common/settle-recipients';
import { isVisible, rowEnd, rowStart } from '../common/visible-rows';
import { entryAge } from '../conditions/entry-age';
import { beforeEndOfChapter6a, enteredInYear, isEnteredInYear } from '../conditions/entry-day';
import { grantedDecision } from '../conditions/granted-decision';
import { prepareMask } from '../conditions/mask';
import { isAliveAndHere, isMember } from '../conditions/membership';
import { yearStartAge } from '../conditions/year-start-age';
import { expectAssumptions } from '../parameters/assumption-table';

const CONDITIONS: readonly Condition[] = [
  enteredInYear('rulebook 5 (S7, S9)'),
  beforeEndOfChapter6a('rulebook 5, A19 (S25)'),
  // Judged by the permit under either law.
  entryAge('rulebook 2, as integreringsloven (S20)', { onPermit: 'persontilskudd37d.age_on_permit' }),
  grantedDecision('rulebook 5: a decision of kind norwegian_6a (S9)', DECISION_KIND.norwegian6a, {
    withinDays: 'persontilskudd37d.decision_within_days',
    isAsked: isEnteredInYear,
  }),
  isMember('rulebook 2, A3'),
  isAliveAndHere('rulebook 2, A3'),
  yearStartAge('rulebook 2, A4', 'persontilskudd37d.age_at_year_start'),
];

const ROWS = targetGroupRows(() => [CATEGORY.rightNorwegian6a], {
  word: 'no_6a_rows',
  text: { nb: 'ingen registrering av personen etter kapittel 6A', en: 'no row of the person under chapter 6A' },
});

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

function prepare(context: GrantYearContext): Evaluate {
  expectAssumptions(context.assumptions, EXPECTED);
  const failuresOf = prepareMask(CONDITIONS, context);
  const split = prepareSplit(context, 'persontilskudd37d.proration');
  return (person, outcome) => {
    const table = person.block.targetGroup;
    const row = earliest6aRow(person, context);
    if (row < 0) return;
    const failures = failuresOf(person, row, outcome);
    if (isEnteredInYear(context, person, row)) {
      if (i32(table.permitGrantedOn, row) === NO_DAY) outcome.notes |= NOTE.permitDateMissing;
      if (i32(person.block.persons.emigratedOn, person.personRow) < i32(table.enteredOn, row))
        outcome.notes |= NOTE.emigratedBeforeEntry;
    }
    outcome.candidateRows.push(row);
    outcome.candidateFailures.push(failures);
    if (failures !== 0) return;
    outcome.chosenRow = row;
    outcome.yearNumber = 1;
    outcome.assumptions |= ASSUMPTION.A4 | ASSUMPTION.A5 | ASSUMPTION.A8 | ASSUMPTION.A19;
    const rateNok = applyRate(outcome, context, 'persontilskudd37d', RATE_CLASS.single);
    split(person, row, true, rateNok, outcome);
  };
}

/** Persontilskudd for collective protection, section 37 d: at most one year a person (rulebook 5; S7, S9). */
export const persontilskudd37d2022: RuleDefinition = {
  id: 'persontilskudd37d@2022',
  component: 'persontilskudd37d',
  firstGrantYear: 2022,
  rows: ROWS,
  conditions: CONDITIONS,
  readings: [SINGLE_RATE, annualAmount('persontilskudd37d.proration'), WINDOW_READING],
  assumptions: ['A1', 'A3', 'A4', 'A5', 'A8', 'A9', 'A10', 'A19'],
  sources: ['rulebook 5', 'S7', 'S9', 'S25'],
  prepare,
};
