import type { PayeeFault, PayeeFaultKind } from '../../app';
import type { TextKey } from '../../messages';
import { type CliContext, say } from '../context';

const TEXTS: Readonly<Record<PayeeFaultKind, TextKey>> = {
  not_in_file: 'approval.note_paid_without',
  several_rows: 'approval.note_paid_several',
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
    return say(context, TEXTS[kind], { count: recipientIds.length, paidNok, names });
  });
}

/** The same for programs. */
export function payeeJson(faults: readonly PayeeFault[]): object[] {
  return faults.map(({ kind, recipientIds, paidNok }) => ({
    kind,
    recipients: recipientIds.length,
    recipient_ids: recipientIds,
    paid: paidNok,
  }));
}
