import { judgeReceipts, readReceipts, receiptsOfLedger, withdrawReceipt, withHeads } from '../../app';
import { say } from '../context';
import { at, flag, list, object, text, textOrNull, whole } from '../declare/answer';
import { command, commandGroup } from '../declare/command';
import { argument, argumentList, optionalArgument, requiredList } from '../declare/flag';
import * as kind from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { headFields, headsText } from '../heads-text';
import { endOfJudgement, endOfReading, judgementJson, judgementText } from '../receipt/judgement-text';
import { blockedAccounts, listedReceipt, readJson } from '../receipt/receipt-json';
import { blockedText, readReceiptText, reasonText, receiptRow, withdrawalText } from '../receipt/receipt-text';
import { whileStepping } from '../step-display';
import { tellWarnings } from '../tell-warnings';
import { table } from '../view';

const receipts = argumentList('receiptFile', '<file...>', kind.path);

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
        const reported = read.flatMap((each) => [
          readReceiptText(each, context),
          ...each.reasons.map((reason) => reasonText(reason, context)),
          ...blockedText(each.blocked, context),
        ]);
        return [...reported, say(context, 'common.journal_head', { head })];
      },
      next: () => ({}),
      end: ({ receipts: read }, context) => endOfReading(read, context),
    }),
    list: command('receipt.list', {
      input: { db: sources.db },
      run: ({ db }) => withHeads(db, () => ({ receipts: receiptsOfLedger(db) })),
      json: object({ receipts: list(listedReceipt), ...headFields }),
      text: (answer, context) => [
        table(
          context,
          'receipt.columns_list',
          'nllllnnl',
          answer.receipts.map((each) => receiptRow(each, context)),
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
        blocked: blockedAccounts,
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
