import {
  type BlockedAccount,
  judgeReceipts,
  type ReadReceipt,
  type ReceiptInfo,
  type ReceiptWithdrawal,
  readReceipts,
  receiptsOfLedger,
  withdrawReceipt,
  withHeads,
} from '../../app';
import { formatRecipientCode } from '../../domain';
import { detail } from '../answers/common';
import { type CliContext, say } from '../context';
import { at, flag, hash, list, object, orNull, text, textOrNull, whole } from '../declare/answer';
import { command, commandGroup } from '../declare/command';
import { argument, argumentList, optionalArgument, requiredList } from '../declare/flag';
import * as kind from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { headFields, headsText } from '../heads-text';
import { endOfJudgement, endOfReading, judgementJson, judgementText } from '../receipt/judgement-text';
import { whileStepping } from '../step-display';
import { tellWarnings } from '../tell-warnings';
import { table } from '../view';

const receipts = argumentList('receiptFile', '<file...>', kind.path);

const blocked = list(
  object({
    recipient_id: at(({ recipient }: BlockedAccount) => formatRecipientCode(recipient), text),
    account_number: at('account', text),
    cause: text,
  }),
);

const readJson = object({
  receipts: list(
    object({
      file: text,
      receipt: whole,
      already: flag,
      kind: textOrNull,
      message_id: textOrNull,
      payments: whole,
      moved: whole,
      unknown: whole,
      unknown_payments: list(text),
      blocked,
      problems: list(detail),
      notes: list(detail),
      failure: at(({ failure }: ReadReceipt) => failure?.code, orNull(text)),
    }),
  ),
  journal_head: text,
});

const withdrawal = {
  withdrawal: whole,
  receipt: whole,
  payment_ref: at('paymentKey', textOrNull),
  proposed_by: text,
  confirmed_by: textOrNull,
};

const listed = object({
  receipt: whole,
  name: text,
  sha256: at('hash', hash),
  bytes: at('size', whole),
  at: text,
  actor: text,
  kind: at(({ reading }: ReceiptInfo) => reading?.kind, orNull(text)),
  message_id: at(({ reading }: ReceiptInfo) => reading?.messageId, orNull(text)),
  facts: whole,
  problems: at(({ reading }: ReceiptInfo) => reading?.problems ?? [], list(detail)),
  withdrawals: list(object({ ...withdrawal, reason: text })),
  deleted_on: textOrNull,
});

/** `receipt read|list|withdraw`, and `receipt FILE... --order FILE`, which only tells (payment-files.md 7 and 8). */
export const receiptCommand = commandGroup(
  'receipt',
  [
    'norsktilskudd receipt read pain002-1.xml camt054-1.xml --as kari',
    'norsktilskudd receipt withdraw 3 --as ola --reason "another payer\'s file"',
    'norsktilskudd receipt pain002-1.xml camt054-1.xml --order NT2018T1S0-F01.pain.001.001.03.xml',
  ],
  {
    judge: command('receipt.judge', {
      input: { receipts, orders: requiredList(FLAGS.order), profile: FLAGS.profile },
      run: judgeReceipts,
      json: judgementJson,
      text(judgement, context) {
        tellWarnings(judgement.notes, context);
        return judgementText(judgement, context);
      },
      end: endOfJudgement,
    }),
    read: command('receipt.read', {
      input: { files: receipts, profile: FLAGS.profile, payment: SETTINGS.payment, ...sources.signedAct },
      run: ({ payment, ...input }, context) =>
        whileStepping(context, (show) =>
          readReceipts(input, {
            ...input,
            ...(payment === undefined ? {} : { settings: payment }),
            onFile: (done, of) => show('receipt.step.read', done, of),
          }),
        ),
      json: readJson,
      text: ({ receipts: read, journalHead: head }, context) => {
        for (const { notes } of read) tellWarnings(notes, context);
        const reported = read.flatMap((each) => [readText(each, context), ...blockedText(each.blocked, context)]);
        return [...reported, say(context, 'common.journal_head', { head })];
      },
      next: () => ({}),
      end: ({ receipts: read }, context) => endOfReading(read, context),
    }),
    list: command('receipt.list', {
      input: { db: sources.db },
      run: ({ db }) => withHeads(db, () => ({ receipts: receiptsOfLedger(db) })),
      json: object({ receipts: list(listed), ...headFields }),
      text: (answer, context) => [
        table(
          context,
          'receipt.columns_list',
          'nllllnnl',
          answer.receipts.map((each) => rowOf(each, context)),
        ),
        headsText(answer, context),
      ],
    }),
    withdraw: command('receipt.withdraw', {
      input: {
        receipt: argument('receiptNumber', '<receipt>', kind.whole(1_000_000_000, 1)),
        paymentKey: optionalArgument('receiptPayment', '[payment]', kind.text),
        reason: sources.requiredReason,
        ...sources.signedAct,
      },
      run: ({ paymentKey = '', ...input }) => withdrawReceipt(input, { ...input, paymentKey }),
      json: object({
        receipt: at('withdrawal.receipt', whole),
        payment_ref: at('withdrawal.paymentKey', textOrNull),
        proposed_by: at('withdrawal.proposedBy', text),
        confirmed_by: at('withdrawal.confirmedBy', textOrNull),
        already: flag,
        moved: at('payments', whole),
        blocked,
        journal_head: text,
      }),
      text: ({ withdrawal: made, payments, blocked: accounts, journalHead: head }, context) => [
        withdrawalText(made, payments, context),
        ...blockedText(accounts, context),
        say(context, 'common.journal_head', { head }),
      ],
      next: () => ({}),
    }),
  },
  'judge',
);

function readText(
  { file, receipt, already, kind: what, payments, moved, failure }: ReadReceipt,
  context: CliContext,
): string {
  if (failure !== undefined) return say(context, 'receipt.kept_unread', { file, receipt });
  return say(context, already ? 'receipt.read_before' : 'receipt.read', { file, receipt, kind: what, payments, moved });
}

function blockedText(accounts: readonly BlockedAccount[], context: CliContext): string[] {
  return accounts.map(({ recipient, account, cause }) =>
    say(context, 'receipt.blocked', { recipient: formatRecipientCode(recipient), account, cause }),
  );
}

function rowOf(
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

function withdrawalText(
  { receipt, paymentKey, proposedBy, confirmedBy }: ReceiptWithdrawal,
  moved: number,
  context: CliContext,
): string {
  const what = paymentKey || say(context, 'receipt.whole');
  return confirmedBy === ''
    ? say(context, 'receipt.proposed', { receipt, what, actor: proposedBy })
    : say(context, 'receipt.withdrawn_now', { receipt, what, proposedBy, actor: confirmedBy, moved });
}
