import {
  asDay,
  at,
  type BoundCondition,
  type CandidateRows,
  type Cell,
  type Condition,
  DECISION_KIND,
  type Evaluate,
  formatDay,
  type GrantYearContext,
  i32,
  OUTCOME,
  OUTCOMES,
  quarterOf,
  RATE_CLASS,
  type Reading,
  type RuleDefinition,
  type Said,
  SHARING,
  TABLE,
  u8,
} from '../../src/domain';
import { applyRate } from '../common/rate-of';
import { appendRecipient } from '../common/recipients';
import { findStandingDecision } from '../common/standing-decision';
import { prepareMask } from '../conditions/mask';
import { notAfter, notBefore } from '../conditions/turns';
import { limitsOf } from '../parameters/limit-values';

const LIMIT = 'utvidet43g.decided_from';

/** What a condition says of a decision, with the cell that it is about. */
function sayOf(context: GrantYearContext, cell: Cell, met: Telling, failed: Telling): BoundCondition['say'] {
  return ({ person: { block }, row, met: isMet }) => ({
    ...(isMet ? met : failed),
    params: {
      decidedDay: formatDay(asDay(i32(block.decisions.decidedOn, row))),
      outcomeWord: at(OUTCOMES, u8(block.decisions.outcome, row))[0],
      year: context.grantYear,
    },
    cells: [{ cell, row }],
  });
}
type Telling = Pick<Said, 'code' | 'text'>;

const isGranted: Condition = {
  id: 'granted',
  paragraph: 'rulebook 5 (S24)',
  cells: ['decisions.outcome'],
  limits: [],
  turns: () => [],
  bind: (context) => ({
    isMet: ({ block }, row) => u8(block.decisions.outcome, row) === OUTCOME.granted,
    reason: { nb: 'vedtaket er ikke innvilget', en: 'the decision is not granted' },
    say: sayOf(context, 'decisions.outcome', GRANTED_MET, GRANTED_FAILED),
  }),
};

const isDecidedInYear: Condition = {
  id: 'decided_in_year',
  paragraph: 'rulebook 5 (S24)',
  cells: ['decisions.decidedOn'],
  limits: [],
  turns: ({ firstDay, lastDay }) => [
    notBefore('decisions.decidedOn', firstDay),
    notAfter('decisions.decidedOn', lastDay),
  ],
  bind: (context) => ({
    isMet({ block }, row) {
      const decidedOn = i32(block.decisions.decidedOn, row);
      return decidedOn >= context.firstDay && decidedOn <= context.lastDay;
    },
    reason: { nb: 'vedtaket er fra et annet år', en: 'the decision is of another year' },
    say: sayOf(context, 'decisions.decidedOn', DECIDED_IN_YEAR_MET, DECIDED_IN_YEAR_FAILED),
  }),
};

const isDecidedUnderTheScheme: Condition = {
  id: 'decided_from_2023_07_01',
  paragraph: 'rulebook 5 (S24)',
  cells: ['decisions.decidedOn'],
  limits: [LIMIT],
  turns: (context) => [notBefore('decisions.decidedOn', limitsOf(context).day(LIMIT))],
  bind(context) {
    const decidedFrom = limitsOf(context).day(LIMIT);
    const day = `{=${formatDay(asDay(decidedFrom))}}`;
    const met: Telling = {
      code: 'DECIDED_FROM_MET',
      text: {
        nb: `Ordningen gjelder vedtak fra ${day}, og dette er fattet {decidedDay}.`,
        en: `The scheme is for decisions from ${day}, and this one was made on {decidedDay}.`,
      },
    };
    const failed: Telling = {
      code: 'DECIDED_FROM_FAILED',
      text: {
        nb: `Ordningen gjelder vedtak fra ${day}, men dette er fattet {decidedDay}.`,
        en: `The scheme is for decisions from ${day}, but this one was made on {decidedDay}.`,
      },
    };
    return {
      isMet: ({ block }, row) => i32(block.decisions.decidedOn, row) >= decidedFrom,
      reason: { nb: `vedtaket er fra før ${day}`, en: `the decision is from before ${day}` },
      say: sayOf(context, 'decisions.decidedOn', met, failed),
    };
  },
};

const GRANTED_MET = {
  code: 'GRANTED_MET',
  text: {
    nb: 'Utfallet av vedtaket er «{outcomeWord}».',
    en: 'The outcome of the decision is “{outcomeWord}”.',
  },
};
const GRANTED_FAILED = {
  code: 'GRANTED_FAILED',
  text: {
    nb: 'Utfallet av vedtaket er «{outcomeWord}». Det må være «innvilget».',
    en: 'The outcome of the decision is “{outcomeWord}”. It must be “granted”.',
  },
};
const DECIDED_IN_YEAR_MET = {
  code: 'DECIDED_IN_YEAR_MET',
  text: {
    nb: 'Det er fattet {decidedDay}. Det må være i {year}.',
    en: 'It was made on {decidedDay}. That must be in {year}.',
  },
};
const DECIDED_IN_YEAR_FAILED = {
  code: 'DECIDED_IN_YEAR_FAILED',
  text: {
    nb: 'Det er fattet {decidedDay}. Det må være i {year}.',
    en: 'It was made on {decidedDay}. That must be in {year}.',
  },
};

const CONDITIONS: readonly Condition[] = [isGranted, isDecidedInYear, isDecidedUnderTheScheme];

const ROWS: CandidateRows = {
  table: 'decisions',
  decisionKind: DECISION_KIND.extended43g,
  cells: ['decisions.kind'],
  limits: [],
  turns: () => [],
  categories: () => [],
  none: {
    word: 'no_43g_rows',
    text: {
      nb: 'ikke noe vedtak om utvidet opplæring etter § 43 g',
      en: 'no decision on extended training under section 43 g',
    },
  },
};

/** The kommune that made the decision. */
const READING: Reading = { cells: ['decisions.kommune'], limits: [], turns: () => [] };

function prepare(context: GrantYearContext): Evaluate {
  const failuresOf = prepareMask(CONDITIONS, context);
  return (person, outcome) => {
    const { decisions } = person.block;
    outcome.candidateTable = TABLE.decisions;
    outcome.sharing = SHARING.separate;
    findStandingDecision(decisions, person.index, context.asOf, (row) => {
      if (u8(decisions.kind, row) !== DECISION_KIND.extended43g) return false;
      const failures = failuresOf(person, row, outcome);
      outcome.candidateRows.push(row);
      outcome.candidateFailures.push(failures);
      if (failures !== 0) return false;
      if (outcome.chosenRow < 0) outcome.chosenRow = row;
      const amountNok = applyRate(outcome, context, 'utvidet43g', RATE_CLASS.single);
      outcome.annualAmountNok += amountNok;
      appendRecipient(outcome, context, i32(decisions.kommune, row));
      outcome.separateAmountsNok.push(amountNok);
      outcome.separateTerms.push(quarterOf(asDay(i32(decisions.decidedOn, row))));
      outcome.separateRows.push(row);
      return false;
    });
  };
}

/** Extended training under section 43 g: each standing decision pays its kommune (rulebook 5; S24). */
export const utvidet43g2023: RuleDefinition = {
  id: 'utvidet43g@2023',
  component: 'utvidet43g',
  firstGrantYear: 2023,
  rows: ROWS,
  conditions: CONDITIONS,
  readings: [READING],
  assumptions: [],
  sources: ['rulebook 5', 'S24'],
  prepare,
};
