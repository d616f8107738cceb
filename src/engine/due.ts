import { apportion, asDay, assert, at, emptyList, type Outcome, quarterOf, SHARING, STATUS } from '../domain';
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

/** Weights by which a days split goes: months under A10 by_months, else days. */
export function weightsOf(outcome: Outcome): readonly number[] {
  return outcome.weights.length > 0 ? outcome.weights : outcome.days;
}

/**
 * Parts of an amount per entry of outcome.recipients: by weights, or half and half with the odd krone to the first.
 * Writes into `parts`, which add up to the amount (rulebook 4, 5.2). Not for separate amounts.
 */
export function partsOf(outcome: Outcome, amountNok: number, parts: number[]): void {
  assert(outcome.status === STATUS.triggered, 'only a triggered amount has parts');
  if (outcome.sharing === SHARING.days) {
    apportion(amountNok, weightsOf(outcome), parts);
    return;
  }
  emptyList(parts);
  if (outcome.recipients.length === 1) parts.push(amountNok);
  else {
    const second = Math.floor(amountNok / 2);
    parts.push(amountNok - second, second);
  }
}
