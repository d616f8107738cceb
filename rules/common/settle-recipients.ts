import { FAR_FUTURE, type GrantYearContext, i32, type Outcome, type PersonView, STATUS } from '../../src/domain';
import { weighByMonths } from './month-weights';
import { shareWindow } from './window';

const bit = (assumption: number): number => 1 << assumption;

/** Amount and split of a triggered row over the recipients of its window (rulebook 4). */
export function splitAmount(
  person: PersonView,
  context: GrantYearContext,
  row: number,
  withUpperSecondary: boolean,
  annualAmountNok: number,
  outcome: Outcome,
): void {
  const byMonths = context.assumptions.value('A10') === 'by_months';
  outcome.annualAmountNok = annualAmountNok;
  outcome.dueDay = i32(person.block.targetGroup.enteredOn, row);
  shareWindow(person, context, row, withUpperSecondary, outcome);
  outcome.assumptions |= bit(4) | bit(5) | bit(8);
  if (outcome.recipients.length > 1) outcome.assumptions |= bit(10);
  if (outcome.recipients.length > 1 && byMonths) weighByMonths(outcome, context);
  const { persons, targetGroup } = person.block;
  const shortened =
    i32(targetGroup.leftOn, row) !== FAR_FUTURE ||
    i32(persons.deathDate, person.personRow) !== FAR_FUTURE ||
    i32(persons.emigratedOn, person.personRow) !== FAR_FUTURE;
  if (shortened) outcome.assumptions |= bit(3);
  if (outcome.recipients.length === 0 && outcome.status === STATUS.triggered) outcome.status = STATUS.noRecipient;
}
