import type { ListedRecipient, PayableRecipient, RecipientList } from '../../app';
import { formatRecipientCode } from '../../domain';
import { type CliContext, say } from '../context';
import { tableUnder } from '../view';
import { accountText } from './account-text';
import { CAUSES } from './import-text';

/** Everybody in the register, each with whether it can be paid, and how many cannot. */
export function listText({ on, recipients, counts }: RecipientList, context: CliContext): string {
  const rows = recipients.map((one) => [
    formatRecipientCode(one.recipient),
    one.legalName,
    one.orgNumber,
    accountText(one.account),
    standingText(one, context),
  ]);
  return [
    tableUnder(say(context, 'recipients.columns_list').split('|'), 'lllll', rows, context),
    say(context, 'recipients.counts', { on, ...counts }),
    counts.waiting === 0 ? '' : say(context, 'recipients.waiting', { waiting: counts.waiting }),
  ].join('');
}

/** Whether a recipient can be paid, in words. */
export function standingText(
  one: PayableRecipient & Partial<Pick<ListedRecipient, 'isWaiting'>>,
  context: CliContext,
): string {
  const { state, causes, account } = one;
  const why = causes.map((cause) => say(context, CAUSES[cause])).join(', ');
  if (state !== 'confirmed') return `${say(context, `recipients.${state}`)}: ${why}`;
  const can = account === '' ? say(context, 'recipients.no_account') : say(context, 'recipients.can_be_paid');
  return one.isWaiting ? `${can}; ${say(context, 'recipients.is_waiting')}` : can;
}
