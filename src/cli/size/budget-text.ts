import type { LedgerView } from '../../app';
import { type BudgetYear, EARLIER_SYSTEM } from '../../app';
import { formatKroner } from '../../domain';
import { type CliContext, say } from '../context';
import { table } from '../view';

/** The budget-year table: the appropriation is charged on the day on which money arrives. */
export function budgetText(budget: BudgetYear, ledger: LedgerView | undefined, context: CliContext): string {
  const lines = linesOf(budget, ledger?.draft, context).flatMap(([text, nok]) =>
    nok === undefined ? [] : [`${text.padEnd(48)}${formatKroner(nok).padStart(20)}\n`],
  );
  const mark = ledger?.rehearsal ? say(context, 'budget.rehearsal') : '';
  const title = say(context, 'budget.title', { budgetYear: budget.budgetYear, mark });
  return `${title}${lines.join('')}${earlierText(budget, context)}\n${paidTable(budget, context)}`;
}

/** What cannot be known of a year that an earlier system began. */
function earlierText(budget: BudgetYear, context: CliContext): string {
  if (!budget.isPaidElsewhere && !budget.isGrantYearPaidElsewhere) return '';
  const year = budget.isPaidElsewhere ? budget.budgetYear : budget.grantYear;
  return say(context, 'budget.what_earlier_system', { year });
}

function linesOf(budget: BudgetYear, draft: string | undefined, context: CliContext): [string, number | undefined][] {
  const { budgetYear: year, grantYear } = budget;
  const of = draft === undefined ? '' : ` (${draft})`;
  return [
    [say(context, 'common.appropriation'), budget.appropriationNok],
    [say(context, 'budget.paid_in', { year }), budget.paidNok],
    [say(context, 'budget.of_earlier_system'), budget.paidEarlierNok === 0 ? undefined : budget.paidEarlierNok],
    [say(context, 'budget.other_grant_years'), budget.arrearsNok],
    [say(context, 'budget.ordered_outcome_not'), budget.orderedNok],
    [say(context, 'budget.refused_not_paid'), budget.refusedNok],
    [say(context, 'budget.this_batch', { of }), budget.thisBatchNok],
    [say(context, 'budget.due_later', { grantYear }), budget.dueLaterNok],
    [say(context, 'budget.corrections_waiting_netted'), budget.carriedNok],
    [say(context, 'common.held'), budget.heldNok],
    [say(context, 'budget.unspent_appropriation_less'), budget.unspentNok],
    [say(context, 'budget.remaining_once_all'), budget.remainingNok],
    [say(context, 'budget.paid_after', { year, grantYear }), budget.paidLaterNok],
    [say(context, 'budget.paid_in_all', { grantYear }), budget.grantYearPaidNok],
  ];
}

function paidTable(budget: BudgetYear, context: CliContext): string {
  if (budget.paid.length === 0) return '';
  const earlier = say(context, 'budget.earlier_system');
  const rows = budget.paid.map(({ calendarYear, grantYear, amountNok }) => {
    return [calendarYear, grantYear === EARLIER_SYSTEM ? earlier : grantYear, amountNok];
  });
  return table(context, 'budget.columns_paid', 'llk', rows);
}
