import {
  ASSUMPTION,
  CATEGORY,
  type Component,
  type Evaluate,
  type ExplainedReading,
  type GrantYearContext,
  i32,
  type Outcome,
  type PersonView,
  RATE_CLASS,
  type RateKey,
  RESIDENCE_KIND,
  type RuleDefinition,
  SHARING,
  STATUS,
  u8,
} from '../../src/domain';
import { ASYLUM_CONDITIONS } from '../conditions/asylum';
import { prepareMask } from '../conditions/mask';
import { eitherSide, ifSplit, notAfter, notBefore } from '../conditions/turns';
import { expectAssumptions } from '../parameters/assumption-table';
import { limitsOf } from '../parameters/limit-values';
import { moveWeights, sayCentres } from './asylum-explanation';
import { targetGroupRows } from './candidate-rows';
import { ANNUAL_AMOUNT, applyRate, SINGLE_RATE } from './rate-of';
import { appendRecipient } from './recipients';
import { isVisible, rowEnd, rowStart } from './visible-rows';
import { residenceRowOn } from './window';

/** Rows of the target group of asylum seekers. */
const ROWS = targetGroupRows(() => [CATEGORY.asylumSeeker], {
  word: 'no_asylum_rows',
  text: { nb: 'ingen registrering av personen som asylsøker', en: 'no row of the person as an asylum seeker' },
});

/** The kind of residence that asylum seekers are paid for. */
const CENTRE = RESIDENCE_KIND.receptionCentre;

/** The reception centre on entry, and that of the first move of the year. */
const READINGS: readonly ExplainedReading[] = [
  SINGLE_RATE,
  ANNUAL_AMOUNT,
  {
    about: 'recipients',
    say: sayCentres,
    residenceKind: CENTRE,
    cells: [
      ...(['targetGroup.enteredOn', 'residence.recipient', 'residence.kind'] as const),
      ...(['residence.fromDate', 'residence.toDate'] as const),
    ],
    limits: ['asylum.move_share'],
    turns: ({ firstDay, lastDay }) => [
      notBefore('residence.toDate', firstDay),
      notAfter('residence.fromDate', lastDay),
      notAfter('residence.fromDate', 'targetGroup.enteredOn'),
      notBefore('residence.toDate', 'targetGroup.enteredOn'),
      ifSplit(notBefore('residence.fromDate', 'targetGroup.enteredOn', 1)),
      ifSplit(notAfter('residence.toDate', 'targetGroup.enteredOn', -1)),
      ifSplit(eitherSide('residence.fromDate', 'residence.fromDate')),
      ifSplit(eitherSide('residence.fromDate', 'residence.toDate', 1)),
    ],
  },
];

/** A component of asylum seekers: the earliest row that meets the age of its own year triggers there, once ever. */
function prepareAsylum(context: GrantYearContext, rateKey: RateKey): Evaluate {
  expectAssumptions(context.assumptions, {
    A1: 'march_first',
    A5: 'entered_registered_file',
    A9: 'later_from_date_wins',
  });
  const weights = moveWeights(limitsOf(context).fraction('asylum.move_share'));
  const failuresOf = prepareMask(ASYLUM_CONDITIONS, context);
  return (person, outcome) => {
    outcome.sharing = SHARING.halves;
    const table = person.block.targetGroup;
    const end = rowEnd(table, person.index);
    for (let row = rowStart(table, person.index); row < end; row += 1) {
      if (!isVisible(table, row, context.asOf) || u8(table.category, row) !== CATEGORY.asylumSeeker) continue;
      const failures = failuresOf(person, row, outcome);
      outcome.candidateRows.push(row);
      outcome.candidateFailures.push(failures);
      if (failures !== 0) continue;
      trigger(person, context, rateKey, row, outcome);
      if (outcome.recipients.length > 1) outcome.weights.push(...weights);
    }
  };
}

function trigger(person: PersonView, context: GrantYearContext, rateKey: RateKey, row: number, outcome: Outcome): void {
  outcome.chosenRow = row;
  outcome.dueDay = i32(person.block.targetGroup.enteredOn, row);
  outcome.assumptions |= ASSUMPTION.A5;
  outcome.annualAmountNok = applyRate(outcome, context, rateKey, RATE_CLASS.single);
  const { residence } = person.block;
  const isCentre = (place: number): boolean => u8(residence.kind, place) === CENTRE;
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

/** What the rules of a component of asylum seekers have in common. */
export function asylumRule(component: Component, rateKey: RateKey) {
  return {
    component,
    rows: ROWS,
    conditions: ASYLUM_CONDITIONS,
    readings: READINGS,
    assumptions: ['A1', 'A5', 'A9'],
    prepare: (context) => prepareAsylum(context, rateKey),
  } satisfies Partial<RuleDefinition>;
}
