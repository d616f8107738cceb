import {
  ASSUMPTION,
  asDay,
  CATEGORY,
  type Condition,
  type Evaluate,
  type ExplainedReading,
  formatDay,
  type GrantYearContext,
  i32,
  type Outcome,
  type PersonView,
  RATE_CLASS,
  type RuleDefinition,
  STATUS,
  TABLE,
} from '../../src/domain';
import { targetGroupRows } from '../common/candidate-rows';
import { ANNUAL_AMOUNT, applyRate, SINGLE_RATE } from '../common/rate-of';
import { addRecipientWeight } from '../common/recipients';
import { sayShares } from '../common/shares';
import { isVisible, rowEnd, rowStart } from '../common/visible-rows';
import { residenceRowOn } from '../common/window';
import { enteredInYear } from '../conditions/entry-day';
import { prepareMask } from '../conditions/mask';
import { isAliveAndHere, isMember } from '../conditions/membership';
import { notAfter, notBefore } from '../conditions/turns';
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

/** A split of its own: two parts of three where the person lives on entry, one where at the end of the year. */
const HOMES: ExplainedReading = {
  about: 'recipients',
  cells: ['targetGroup.enteredOn', 'residence.recipient', 'residence.fromDate', 'residence.toDate'],
  limits: ['botilskudd.first_home_parts', 'botilskudd.last_home_parts'],
  turns: ({ lastDay }) => [
    notAfter('residence.fromDate', 'targetGroup.enteredOn'),
    notBefore('residence.toDate', 'targetGroup.enteredOn'),
    notAfter('residence.fromDate', lastDay),
    notBefore('residence.toDate', lastDay),
  ],
  say: (decided) => [
    {
      id: 'homes',
      code: 'HOMES',
      text: {
        nb: 'Bostedet ved inntreden får {first} deler og bostedet ved utgangen av året {last}.',
        en: 'The home on entry receives {first} parts, the home at the end of the year {last}.',
      },
      params: partsIn(decided.context),
      sources: decided.outcome.segmentRow.map((row) => ({ cell: 'residence.recipient', row })),
    },
    ...sayShares(decided, { nb: 'delene', en: 'parts' }),
  ],
};

function partsIn(context: GrantYearContext): { first: number; last: number } {
  const limits = limitsOf(context);
  return { first: limits.whole('botilskudd.first_home_parts'), last: limits.whole('botilskudd.last_home_parts') };
}

/** Adds the parts of a home to the recipient that its number becomes. */
function addHome(person: PersonView, context: GrantYearContext, day: number, parts: number, outcome: Outcome): void {
  const row = residenceRowOn(person, context, day, () => true);
  if (row < 0) return;
  const code = i32(person.block.residence.recipient, row);
  outcome.segmentFrom.push(day);
  outcome.segmentTo.push(day);
  outcome.segmentTable.push(TABLE.residence);
  outcome.segmentRow.push(row);
  outcome.segmentCode.push(code);
  addRecipientWeight(outcome, context, code, parts);
}

/** The first row that meets all conditions triggers. */
function prepare(context: GrantYearContext): Evaluate {
  const failuresOf = prepareMask(CONDITIONS, context);
  const { first, last } = partsIn(context);
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
    outcome.annualAmountNok = applyRate(outcome, context, 'botilskudd', RATE_CLASS.single);
    outcome.dueDay = i32(table.enteredOn, outcome.chosenRow);
    addHome(person, context, outcome.dueDay, first, outcome);
    addHome(person, context, context.lastDay, last, outcome);
    if (outcome.recipients.length === 0 && outcome.status === STATUS.triggered) outcome.status = STATUS.noRecipient;
  };
}

/** An example (RULES.md): a component that does not exist, for those who enter with a new permit, with a split and dues of its own. */
export const botilskudd2027: RuleDefinition = {
  id: 'botilskudd@2027',
  component: 'botilskudd',
  firstGrantYear: 2027,
  rows: ROWS,
  conditions: CONDITIONS,
  readings: [SINGLE_RATE, ANNUAL_AMOUNT, HOMES],
  assumptions: ['A3', 'A5', 'A9', 'A10'],
  sources: ['an example'],
  dues: {
    firstTerm: (_yearNumber, quarter) => quarter,
    cumulativeDue(annualAmountNok, firstTerm, term) {
      if (term === 4) return annualAmountNok;
      return term >= firstTerm ? Math.floor(annualAmountNok / 3) : 0;
    },
    say: ({ firstTerm, term, dueNok }) => ({
      code: 'THIRD_AT_ONCE',
      text: {
        nb: 'En tredel forfaller i termin {firstTerm} og resten i termin 4. I termin {term} har {dueNok} forfalt til utbetaling.',
        en: 'One third is due in term {firstTerm}, the rest in term 4. In term {term}, {dueNok} is due.',
      },
      params: { firstTerm, term, dueNok },
      assumptions: [],
    }),
  },
  prepare,
};
