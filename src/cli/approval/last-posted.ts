import type { LastPosted } from '../../ledger';
import { type CliContext, say } from '../context';

/**
 * The batch posted last, in capitals, with term, day and sum: where both a ledger and its note are old copies, this is
 * what tells whoever runs and approves.
 */
export function lastPostedText(last: LastPosted | undefined, context: CliContext): string {
  if (last === undefined) {
    return say(context, 'approval.posted_last_nothing');
  }
  const { runId, kind, grantYear, term, supplementNumber, postedOn, paidNok } = last;
  const supplement = say(context, 'approval.supplement', { supplementNumber });
  const what =
    kind === 'opening'
      ? say(context, 'approval.opening')
      : `${say(context, 'approval.year_and_term', { grantYear, term })}${supplementNumber > 0 ? supplement : ''}`;
  return say(context, 'approval.posted_last_paid', { paidNok, what, postedOn, runId });
}

/** The same for programs; null where nothing is posted. */
export function lastPostedJson(last: LastPosted | undefined): object | null {
  if (last === undefined) return null;
  const { runId, kind, grantYear, term, supplementNumber, postedOn, paidNok } = last;
  return {
    run_id: runId,
    kind,
    year: grantYear,
    term,
    supplement: supplementNumber,
    posted_on: postedOn,
    paid: paidNok,
  };
}
