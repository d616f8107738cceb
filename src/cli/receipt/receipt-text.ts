import type { BlockedAccount, ReadReceipt, ReceiptInfo, ReceiptWithdrawal } from '../../app';
import { type ErrorDetail, formatRecipientCode } from '../../domain';
import { messageAction, messageText } from '../../messages';
import { type CliContext, say } from '../context';

/** What one file of answers has come to. */
export function readReceiptText(
  { file, receipt, already, kind: what, payments, moved, failure }: ReadReceipt,
  context: CliContext,
): string {
  if (failure !== undefined) return say(context, 'receipt.kept_unread', { file, receipt });
  return say(context, already ? 'receipt.read_before' : 'receipt.read', { file, receipt, kind: what, payments, moved });
}

/** Why payments are refused, came back, wait or are changed, and what a payer does about it. */
export function reasonText({ code, params }: ErrorDetail, context: CliContext): string {
  const { language } = context;
  const action = `${say(context, 'common.what_do')}: ${messageAction(code, language, params)}`;
  return `${messageText(code, language, params)} [${code}]\n  ${action}\n`;
}

/** Accounts that an answer has blocked. */
export function blockedText(accounts: readonly BlockedAccount[], context: CliContext): string[] {
  return accounts.map(({ recipient, account, cause }) =>
    say(context, 'receipt.blocked', { recipient: formatRecipientCode(recipient), account, cause }),
  );
}

/** A receipt of the ledger as a row of `receipt list`. */
export function receiptRow(
  { receipt, name, at: on, actor, reading, facts, withdrawals, deletedOn }: ReceiptInfo,
  context: CliContext,
) {
  const record =
    withdrawals.length === 0
      ? ''
      : withdrawals.some(({ confirmedBy }) => confirmedBy !== '')
        ? say(context, 'receipt.withdrawn')
        : say(context, 'receipt.withdrawal_proposed');
  const what = reading?.kind ?? say(context, 'receipt.not_read');
  const deleted = deletedOn === '' ? '' : say(context, 'receipt.content_deleted', { on: deletedOn });
  const state = [record, deleted].filter((each) => each !== '').join(', ');
  return [receipt, name, what, on.slice(0, 10), actor, facts, reading?.problems.length ?? 0, state];
}

/** That a receipt, or what it says of a payment, is withdrawn or proposed to be. */
export function withdrawalText(
  { receipt, paymentKey, proposedBy, confirmedBy }: ReceiptWithdrawal,
  moved: number,
  context: CliContext,
): string {
  const what = paymentKey || say(context, 'receipt.whole');
  return confirmedBy === ''
    ? say(context, 'receipt.proposed', { receipt, what, actor: proposedBy })
    : say(context, 'receipt.withdrawn_now', { receipt, what, proposedBy, actor: confirmedBy, moved });
}
