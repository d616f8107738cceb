import type { LastPosted, PayeeFault, StandsBehind, Withheld } from '../../app';
import type { ErrorDetail, PayeeFaultKind } from '../../domain';
import { messageAction, messageText, type TextKey } from '../../messages';
import { type CliContext, say } from '../context';

/**
 * The batch posted last, in capitals, with term, day and sum: where both a ledger and its note are old copies, this is
 * what tells whoever runs and approves.
 */
export function lastPostedText(last: LastPosted | undefined, context: CliContext): string {
  if (last === undefined) return say(context, 'approval.posted_last_nothing');
  const { runId, kind, grantYear, term, supplementNumber, postedOn, paidNok } = last;
  const supplement = supplementNumber > 0 ? say(context, 'approval.supplement', { supplementNumber }) : '';
  const what =
    kind === 'opening'
      ? say(context, 'approval.opening')
      : `${say(context, 'approval.year_and_term', { grantYear, term })}${supplement}`;
  return say(context, 'approval.posted_last_paid', { paidNok, what, postedOn, runId });
}

/** What stands first where a ledger is, or may be, an older copy: what is missing and what to do. Empty where all is well. */
export function olderCopyText(missing: readonly ErrorDetail[], context: CliContext): string {
  if (missing.length === 0) return '';
  const title = say(context, 'approval.not_certainly_newest');
  const rows = missing.map(({ code, params }) => `- ${messageText(code, context.language, params)}\n`);
  const code = missing.every((detail) => detail.code === 'LEDGER_NOTE_MISSING')
    ? 'LEDGER_NOTE_MISSING'
    : 'LEDGER_BEHIND';
  return `${title}\n${rows.join('')}  ${messageAction(code, context.language, {})}\n\n`;
}

/** How many persons stand behind a batch, and what the ledger cannot tell of them. */
export function standsBehindText(
  { persons, isSigned, sameAccount }: StandsBehind,
  rehearsal: boolean,
  context: CliContext,
): string {
  const count = say(context, 'approval.stands_behind', { persons });
  if (isSigned || rehearsal) return count;
  const account = sameAccount === '' ? '' : say(context, 'approval.note_run_approval', { sameAccount });
  return `${count}${say(context, 'approval.note_ledger_requires')}${account}`;
}

const PAYEES: Readonly<Record<PayeeFaultKind, TextKey>> = {
  not_in_file: 'approval.note_paid_without',
  several_rows: 'approval.note_paid_several',
  unconfirmed: 'approval.note_unconfirmed',
  blocked: 'approval.note_blocked',
  no_account: 'approval.note_paid_without_account',
  account_check: 'approval.note_paid_account',
  shared_account: 'approval.note_paid_account_also',
  no_org_number: 'approval.note_paid_without_organisation',
  org_number_check: 'approval.note_paid_under',
  shared_org_number: 'approval.note_paid_under_organisation',
};

/** Recipients that are named. */
const NAMED = 8;

/** A line for each kind, with the number of recipients, their payments and the first of them. */
export function payeeLines(faults: readonly PayeeFault[], context: CliContext): string[] {
  return faults.map(({ kind, recipientIds, paidNok }) => {
    const names = recipientIds.slice(0, NAMED).join(', ') + (recipientIds.length > NAMED ? ', ...' : '');
    return say(context, PAYEES[kind], { count: recipientIds.length, paidNok, names });
  });
}

const WITHHELD: Readonly<Record<Withheld['reason'], TextKey>> = {
  missing_from_extract: 'approval.note_persons_missing',
  rejected_row: 'approval.note_persons_rejected',
};

/** A line for each reason: what an approver must see before and after signing. */
export function withheldText(withheld: readonly Withheld[], context: CliContext): string {
  return withheld
    .map(({ reason, persons, sumNok }) => say(context, WITHHELD[reason], { persons, backNok: 0 - sumNok }))
    .join('');
}
