import { sayArrears, sayDecisionsDue } from '../../rules';
import {
  asDay,
  at,
  type DueSentence,
  type ExplanationStep,
  isPerDecision,
  type Outcome,
  quarterOf,
  SHARING,
} from '../domain';
import type { ComponentPlan } from './plan';

/** First term in which something of a triggered person's amount is due (rulebook 6). */
export function firstTermOf(
  plan: Pick<ComponentPlan, 'calendar' | 'component'>,
  outcome: Pick<Outcome, 'yearNumber' | 'dueDay'>,
): number {
  return plan.calendar.firstTerm(plan.component, outcome.yearNumber, quarterOf(asDay(outcome.dueDay)));
}

/** Whole kroner of R that are due at the plan's term, held parts included (rulebook 6). */
export function cumulativeDueOf(plan: ComponentPlan, outcome: Outcome): number {
  if (outcome.sharing === SHARING.separate) {
    let due = 0;
    for (let index = 0; index < outcome.separateAmountsNok.length; index += 1) {
      if (at(outcome.separateTerms, index) <= plan.dueTerm) due += at(outcome.separateAmountsNok, index);
    }
    return due;
  }
  return plan.calendar.cumulativeDue(plan.component, outcome.annualAmountNok, firstTermOf(plan, outcome), plan.dueTerm);
}

/** The sentence on what is due, and the assumptions that decided it. */
export interface SaidDue {
  readonly step: ExplanationStep;
  readonly assumptions: readonly string[];
}

/** What is told of an amount that is due: arrears whole, decisions by their own days, else as the calendar has it. */
export function sayDue(
  plan: Pick<ComponentPlan, 'calendar' | 'component' | 'dueTerm' | 'isCurrentYear'>,
  record: Pick<Outcome, 'yearNumber' | 'dueDay' | 'annualAmountNok'> & {
    readonly grantYear: number;
    readonly cumulativeDueNok: number;
  },
): SaidDue {
  const { assumptions, ...sentence } = dueSentence(plan, record);
  const isOfDecisions = plan.isCurrentYear && isPerDecision(plan.component);
  const sources = [
    ...(isOfDecisions ? [] : [{ step: 'annual' }]),
    { paragraph: 'rulebook 6' },
    ...assumptions.map((assumption) => ({ assumption })),
  ];
  return { step: { id: 'due', ...sentence, sources }, assumptions };
}

function dueSentence(plan: Parameters<typeof sayDue>[0], record: Parameters<typeof sayDue>[1]): DueSentence {
  const { calendar, component, dueTerm: term, isCurrentYear } = plan;
  const { annualAmountNok: annualNok, cumulativeDueNok: dueNok, grantYear } = record;
  if (!isCurrentYear) return sayArrears(grantYear, dueNok);
  if (isPerDecision(component)) return sayDecisionsDue(term, dueNok);
  return calendar.say(component, { annualNok, dueNok, firstTerm: firstTermOf(plan, record), term });
}
