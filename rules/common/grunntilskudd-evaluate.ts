import {
  ASSUMPTION,
  CATEGORY,
  type Condition,
  type Evaluate,
  type ExplainedReading,
  type GrantYearContext,
  i32,
  type LimitTable,
  type Outcome,
  type PersonView,
  type RuleDefinition,
  STATUS,
  TABLE,
  u8,
} from '../../src/domain';
import { categoryCounts, type OwnYearCategories } from '../conditions/category';
import { entryAge } from '../conditions/entry-age';
import { enteredByCountDate } from '../conditions/entry-day';
import { prepareMask } from '../conditions/mask';
import { countDateIn, isAliveOnCountDate, isMemberOnCountDate } from '../conditions/membership';
import { eitherSide, ifSplit, notAfter, notBefore } from '../conditions/turns';
import { yearIsPaid } from '../conditions/year-number';
import { yearStartAge } from '../conditions/year-start-age';
import { expectAssumptions } from '../parameters/assumption-table';
import { limitsOf, YearLimits } from '../parameters/limit-values';
import { firstCategory, targetGroupRows } from './candidate-rows';
import { sayCount, sayCounted } from './count-explanation';
import { anchorRow, yearNumberOf } from './entry-year';
import { isVisible, rowEnd, rowStart } from './visible-rows';
import { pinnedRowOn, residenceRowOn } from './window';

/** Rows of chapter 6A count by a year number of their own (A11). */
const chapter6a: OwnYearCategories = (limits) =>
  limits.isYes('grunntilskudd.counts_6a') ? 1 << CATEGORY.rightNorwegian6a : 0;

/** Conditions of rulebook 5.1. No decision is needed; one row that meets its own conditions is enough. */
const CONDITIONS: readonly Condition[] = [
  categoryCounts('rulebook 2 and 5.1 (S1, S12)', chapter6a),
  yearIsPaid('rulebook 2 and 5.1', false, chapter6a),
  {
    ...entryAge(
      'rulebook 2, A2',
      { onEntry: 'persontilskudd.age_on_entry', onPermit: 'persontilskudd.age_on_permit' },
      chapter6a,
    ),
    paragraphByLaw: { integreringsloven: 'rulebook 2' },
  },
  yearStartAge('rulebook 2, A4', 'persontilskudd.age_at_year_start'),
  enteredByCountDate('rulebook 5.1 (S12)'),
  isMemberOnCountDate('rulebook 5.1'),
  isAliveOnCountDate('rulebook 5.1'),
];

/** Rows of the target group: of the first category that counts, and of chapter 6A where it counts too. */
const ROWS = targetGroupRows((context) => {
  const limits = limitsOf(context);
  return [...firstCategory(limits.categories('persontilskudd.categories')), ...firstCategory(chapter6a(limits))];
});

/** Where the person lives on the count date, and what the count gives. */
const READINGS: readonly ExplainedReading[] = [
  {
    about: 'recipients',
    say: sayCounted,
    cells: ['residence.recipient', 'residence.fromDate', 'residence.toDate'],
    limits: ['grunntilskudd.count_day', 'grunntilskudd.counts_6a', 'grunntilskudd.due_term', 'grunntilskudd.steps'],
    turns: (context) => [
      // Numbers of kommuner change at New Year.
      ifSplit(eitherSide('residence.toDate', context.firstDay)),
      notAfter('residence.fromDate', countDateIn(context)),
      notBefore('residence.toDate', countDateIn(context)),
      ifSplit(eitherSide('residence.fromDate', countDateIn(context))),
      ifSplit(eitherSide('residence.fromDate', 'residence.fromDate')),
      ifSplit(eitherSide('residence.toDate', countDateIn(context))),
    ],
  },
];

const EXPECTED = {
  A1: 'march_first',
  A5: 'entered_registered_file',
  A9: 'later_from_date_wins',
  A12: 'frozen_once_posted',
} as const;

/** The day on which persons are counted (S12, S1). */
export function countDateOf(grantYear: number, limits: LimitTable): number {
  return new YearLimits(limits, grantYear).dayOfYear('grunntilskudd.count_day');
}

/** Rate class by number of persons on the count date (rulebook 5.1; S12, S1). */
export function grunntilskuddStepOf(grantYear: number, limits: LimitTable): (persons: number) => number {
  return new YearLimits(limits, grantYear).stepOf('grunntilskudd.steps');
}

/**
 * Whether a person counts for grunntilskudd, and the code that the residence row of the count date names (not
 * translated; in segmentCode).
 */
function prepare(context: GrantYearContext): Evaluate {
  expectAssumptions(context.assumptions, EXPECTED);
  const limits = limitsOf(context);
  const categories = limits.categories('persontilskudd.categories');
  const ownYear = chapter6a(limits);
  const countDate = countDateIn(context);
  const failuresOf = prepareMask(CONDITIONS, context);
  return (person, outcome) => {
    const table = person.block.targetGroup;
    outcome.anchorRow = anchorRow(person, context, categories);
    outcome.yearNumber = yearNumberOf(person, outcome.anchorRow, context);
    const end = rowEnd(table, person.index);
    for (let row = rowStart(table, person.index); row < end; row += 1) {
      if (!isVisible(table, row, context.asOf)) continue;
      const failures = failuresOf(person, row, outcome);
      outcome.candidateRows.push(row);
      outcome.candidateFailures.push(failures);
      if (failures !== 0 || outcome.chosenRow >= 0) continue;
      outcome.chosenRow = row;
      if (((ownYear >> u8(table.category, row)) & 1) === 1) outcome.assumptions |= ASSUMPTION.A11;
    }
    if (outcome.chosenRow >= 0) placePerson(person, context, countDate, outcome);
  };
}

function placePerson(person: PersonView, context: GrantYearContext, countDate: number, outcome: Outcome): void {
  const residence = residenceRowOn(person, context, countDate, () => true);
  // Where no residence covers the count date, what a case names for the day stands in for it (rulebook 9a).
  const row = residence < 0 ? pinnedRowOn(person, countDate) : residence;
  const table = residence < 0 ? 'pinnedKommune' : 'residence';
  const places = person.block[table];
  outcome.status = row < 0 || !places ? STATUS.noRecipient : STATUS.triggered;
  if (row < 0 || !places) return;
  outcome.segmentFrom.push(countDate);
  outcome.segmentTo.push(countDate);
  outcome.segmentTable.push(TABLE[table]);
  outcome.segmentRow.push(row);
  outcome.segmentCode.push(i32(places.recipient, row));
}

/** What all versions of grunntilskudd have in common; what tells them apart stands in the limits of their years. */
export const GRUNNTILSKUDD = {
  component: 'grunntilskudd',
  rows: ROWS,
  conditions: CONDITIONS,
  readings: READINGS,
  sayKommune: sayCount,
  assumptions: ['A1', 'A2', 'A4', 'A5', 'A9', 'A11', 'A12'],
  prepare,
} satisfies Partial<RuleDefinition>;
