import {
  asDay,
  at,
  type BoundCondition,
  type CandidateRows,
  type Cell,
  type CodedText,
  type Condition,
  codedTexts,
  DECISION_KIND,
  type Evaluate,
  type ExplainedReading,
  type ExplanationStep,
  formatDay,
  type GrantYearContext,
  i32,
  OUTCOME,
  OUTCOMES,
  quarterOf,
  RATE_CLASS,
  type RuleDefinition,
  SHARING,
  TABLE,
  u8,
} from '../../src/domain';
import { ANNUAL_AMOUNT, applyRate, SINGLE_RATE } from '../common/rate-of';
import { appendRecipient } from '../common/recipients';
import { findStandingDecision } from '../common/standing-decision';
import { sayTranslations } from '../common/window-explanation';
import { prepareMask } from '../conditions/mask';
import { notAfter, notBefore } from '../conditions/turns';
import { limitsOf } from '../parameters/limit-values';

const LIMIT = 'utvidet43g.decided_from';

/** What a condition says of a decision, with the cell that it is about. */
function sayOf(context: GrantYearContext, cell: Cell, met: CodedText, failed: CodedText): BoundCondition['say'] {
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

const isGranted: Condition = {
  id: 'granted',
  paragraph: 'rulebook 5 (S24)',
  cells: ['decisions.outcome'],
  limits: [],
  turns: () => [],
  bind: (context) => ({
    isMet: ({ block }, row) => u8(block.decisions.outcome, row) === OUTCOME.granted,
    reason: { nb: 'vedtaket er ikke innvilget', en: 'the decision is not granted' },
    say: sayOf(context, 'decisions.outcome', SAY.GRANTED_MET, SAY.GRANTED_FAILED),
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
    say: sayOf(context, 'decisions.decidedOn', SAY.DECIDED_IN_YEAR_MET, SAY.DECIDED_IN_YEAR_FAILED),
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
    const met: CodedText = {
      code: 'DECIDED_FROM_MET',
      text: {
        nb: `Ordningen gjelder vedtak fra ${day}, og dette er fattet {decidedDay}.`,
        en: `The scheme is for decisions from ${day}, and this one was made on {decidedDay}.`,
      },
    };
    const failed: CodedText = {
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

const SAY = codedTexts({
  GRANTED_MET: {
    nb: 'Utfallet av vedtaket er «{outcomeWord}».',
    en: 'The outcome of the decision is “{outcomeWord}”.',
  },
  GRANTED_FAILED: {
    nb: 'Utfallet av vedtaket er «{outcomeWord}». Kravet er «innvilget».',
    en: 'The outcome of the decision is “{outcomeWord}”. It must be “granted”.',
  },
  DECIDED_IN_YEAR_MET: {
    nb: 'Vedtaket er fattet {decidedDay}. Kravet er vedtak i {year}.',
    en: 'It was made on {decidedDay}. That must be in {year}.',
  },
  DECIDED_IN_YEAR_FAILED: {
    nb: 'Vedtaket er fattet {decidedDay}. Kravet er vedtak i {year}.',
    en: 'It was made on {decidedDay}. That must be in {year}.',
  },
  DECISION_AMOUNT: {
    nb: 'Vedtaket av {decidedDay} gir {amountNok} til {place} fra termin {firstTerm}.',
    en: 'The decision of {decidedDay} gives {amountNok} to {place} from term {firstTerm}.',
  },
});

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

/** Each standing decision has an amount and a term of its own, for the kommune that made it. */
const RECIPIENTS: ExplainedReading = {
  about: 'recipients',
  cells: ['decisions.kommune'],
  limits: [],
  turns: () => [],
  say(decided) {
    const { context, outcome, person } = decided;
    const { kommune, decidedOn } = person.block.decisions;
    const steps = outcome.separateRows.map((row, index): ExplanationStep => {
      const params = {
        decidedDay: formatDay(asDay(i32(decidedOn, row))),
        amountNok: at(outcome.separateAmountsNok, index),
        place: { place: i32(kommune, row), on: context.asOf },
        firstTerm: at(outcome.separateTerms, index),
      };
      const cells = (['decisions.kommune', 'decisions.decidedOn'] as const).map((cell) => ({ cell, row }));
      return { id: `decision/${index + 1}`, ...SAY.DECISION_AMOUNT, params, sources: [...cells, { step: 'rate' }] };
    });
    const codes = outcome.separateRows.map((row) => i32(kommune, row));
    return [...steps, ...sayTranslations(decided, codes)];
  },
};

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
  readings: [SINGLE_RATE, ANNUAL_AMOUNT, RECIPIENTS],
  assumptions: [],
  sources: ['rulebook 5', 'S24'],
  prepare,
};
