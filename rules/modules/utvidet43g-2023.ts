import {
  asDay,
  type Condition,
  DECISION_KIND,
  type Evaluate,
  type GrantYearContext,
  i32,
  OUTCOME,
  quarterOf,
  RATE_CLASS,
  type RuleDefinition,
  SHARING,
  TABLE,
  u8,
} from '../../src/domain';
import { applyRate } from '../common/rate-of';
import { appendRecipient } from '../common/recipients';
import { findStandingDecision } from '../common/standing-decision';
import { limitsOf } from '../parameters/limit-values';

const CONDITIONS: readonly Condition[] = [
  { id: 'granted', paragraph: 'rulebook 5 (S24)' },
  { id: 'decided_in_year', paragraph: 'rulebook 5 (S24)' },
  { id: 'decided_from_2023_07_01', paragraph: 'rulebook 5 (S24)' },
];

function prepare(context: GrantYearContext): Evaluate {
  const decidedFrom = limitsOf(context).day('utvidet43g.decided_from');
  return (person, outcome) => {
    const { decisions } = person.block;
    outcome.candidateTable = TABLE.decisions;
    outcome.sharing = SHARING.separate;
    findStandingDecision(decisions, person.index, context.asOf, (row) => {
      if (u8(decisions.kind, row) !== DECISION_KIND.extended43g) return false;
      const decidedOn = i32(decisions.decidedOn, row);
      const failures =
        (u8(decisions.outcome, row) === OUTCOME.granted ? 0 : 1) |
        (decidedOn >= context.firstDay && decidedOn <= context.lastDay ? 0 : 2) |
        (decidedOn >= decidedFrom ? 0 : 4);
      outcome.candidateRows.push(row);
      outcome.candidateFailures.push(failures);
      if (failures !== 0) return false;
      if (outcome.chosenRow < 0) outcome.chosenRow = row;
      const amountNok = applyRate(outcome, context, 'utvidet43g', RATE_CLASS.single);
      outcome.annualAmountNok += amountNok;
      appendRecipient(outcome, context, i32(decisions.kommune, row));
      outcome.separateAmountsNok.push(amountNok);
      outcome.separateTerms.push(quarterOf(asDay(decidedOn)));
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
  conditions: CONDITIONS,
  assumptions: [],
  limits: ['utvidet43g.decided_from'],
  sources: ['rulebook 5', 'S24'],
  prepare,
};
