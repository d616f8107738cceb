import {
  ASSUMPTION,
  FAR_FUTURE,
  type GrantYearContext,
  i32,
  type Outcome,
  type PersonView,
  STATUS,
} from '../../src/domain';
import { limitsOf } from '../parameters/limit-values';
import { weighByMonths } from './month-weights';
import { shareWindow } from './window';

/** Amount and split of a triggered row over the recipients of its window (rulebook 4). */
export type Split = (
  person: PersonView,
  row: number,
  withUpperSecondary: boolean,
  annualAmountNok: number,
  outcome: Outcome,
) => void;

/** The split of a grant year, by the unit that its limits name (A10). */
export function prepareSplit(context: GrantYearContext): Split {
  const unit = limitsOf(context).oneOf('split.unit', ['by_days', 'by_months']);
  return (person, row, withUpperSecondary, annualAmountNok, outcome) => {
    outcome.annualAmountNok = annualAmountNok;
    outcome.dueDay = i32(person.block.targetGroup.enteredOn, row);
    shareWindow(person, context, row, withUpperSecondary, outcome);
    outcome.assumptions |= ASSUMPTION.A4 | ASSUMPTION.A5 | ASSUMPTION.A8;
    if (outcome.recipients.length > 1) outcome.assumptions |= ASSUMPTION.A10;
    if (outcome.recipients.length > 1 && unit === 'by_months') weighByMonths(outcome, context);
    if (isShortened(person, row)) outcome.assumptions |= ASSUMPTION.A3;
    if (outcome.recipients.length === 0 && outcome.status === STATUS.triggered) outcome.status = STATUS.noRecipient;
  };
}

/** True where an end of the membership, a death or an emigration is registered. */
function isShortened({ block, personRow }: PersonView, row: number): boolean {
  const { persons, targetGroup } = block;
  return (
    i32(targetGroup.leftOn, row) !== FAR_FUTURE ||
    i32(persons.deathDate, personRow) !== FAR_FUTURE ||
    i32(persons.emigratedOn, personRow) !== FAR_FUTURE
  );
}
