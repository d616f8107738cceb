import {
  ASSUMPTION,
  asDay,
  CATEGORY,
  type Condition,
  type Evaluate,
  formatDay,
  type GrantYearContext,
  i32,
  RATE_CLASS,
  type RuleDefinition,
} from '../../src/domain';
import { targetGroupRows } from '../common/candidate-rows';
import { applyRate } from '../common/rate-of';
import { prepareSplit, WINDOW_READING } from '../common/settle-recipients';
import { isVisible, rowEnd, rowStart } from '../common/visible-rows';
import { enteredInYear } from '../conditions/entry-day';
import { prepareMask } from '../conditions/mask';
import { isAliveAndHere, isMember } from '../conditions/membership';
import { notBefore } from '../conditions/turns';
import { limitsOf } from '../parameters/limit-values';

/** A condition of its own: the permit is not older than the day that the limits name. */
const hasNewPermit: Condition = {
  id: 'new_permit',
  paragraph: 'an example',
  cells: ['targetGroup.permitGrantedOn'],
  limits: ['botilskudd.permit_from'],
  turns: (context) => [notBefore('targetGroup.permitGrantedOn', limitsOf(context).day('botilskudd.permit_from'))],
  bind(context) {
    const from = limitsOf(context).day('botilskudd.permit_from');
    return {
      isMet: ({ block }, row) => i32(block.targetGroup.permitGrantedOn, row) >= from,
      reason: { nb: 'for gammel oppholdstillatelse', en: 'too old a permit' },
      say: ({ person, row, met }) => ({
        code: met ? 'NEW_PERMIT_MET' : 'NEW_PERMIT_FAILED',
        text: met
          ? { nb: 'Tillatelsen er gitt {permitDay}.', en: 'The permit was granted on {permitDay}.' }
          : {
              nb: 'Tillatelsen er gitt {permitDay}. Den må være gitt {fromDay} eller senere.',
              en: 'The permit was granted on {permitDay}. It must be granted on {fromDay} or later.',
            },
        params: {
          permitDay: formatDay(asDay(i32(person.block.targetGroup.permitGrantedOn, row))),
          fromDay: formatDay(asDay(from)),
        },
        cells: [{ cell: 'targetGroup.permitGrantedOn', row }],
      }),
    };
  },
};

const CONDITIONS: readonly Condition[] = [
  enteredInYear('an example'),
  hasNewPermit,
  isMember('an example'),
  isAliveAndHere('an example'),
];

const ROWS = targetGroupRows(() => [CATEGORY.rightAndDuty]);

/** The first row that meets all conditions triggers; who moves within the year is split by days. */
function prepare(context: GrantYearContext): Evaluate {
  const failuresOf = prepareMask(CONDITIONS, context);
  const split = prepareSplit(context);
  return (person, outcome) => {
    const table = person.block.targetGroup;
    const end = rowEnd(table, person.index);
    for (let row = rowStart(table, person.index); row < end; row += 1) {
      if (!isVisible(table, row, context.asOf)) continue;
      const failures = failuresOf(person, row, outcome);
      outcome.candidateRows.push(row);
      outcome.candidateFailures.push(failures);
      if (failures === 0 && outcome.chosenRow < 0) outcome.chosenRow = row;
    }
    if (outcome.chosenRow < 0) return;
    outcome.assumptions |= ASSUMPTION.A5;
    const annualAmountNok = applyRate(outcome, context, 'botilskudd', RATE_CLASS.single);
    split(person, outcome.chosenRow, false, annualAmountNok, outcome);
  };
}

/** An example (RULES.md): a component that does not exist, for those who enter with a new permit. */
export const botilskudd2027: RuleDefinition = {
  id: 'botilskudd@2027',
  component: 'botilskudd',
  firstGrantYear: 2027,
  rows: ROWS,
  conditions: CONDITIONS,
  readings: [WINDOW_READING],
  assumptions: ['A3', 'A5', 'A9', 'A10'],
  sources: ['an example'],
  prepare,
};
