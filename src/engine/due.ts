import { asDay, at, type Outcome, quarterOf, SHARING } from '../domain';
import type { ComponentPlan } from './plan';

/** First term in which something of a triggered person's amount is due (rulebook 6). */
export function firstTermOf(plan: ComponentPlan, outcome: Outcome): number {
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
