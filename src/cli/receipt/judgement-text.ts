import type { ReadReceipt } from '../../app';
import { BANK_PAYMENT_STATES, type BankPaymentState, type JudgedPayment, type Judgement } from '../../app';
import { type ErrorDetail, errorDetail, formatHundredths, formatKroner, NorsktilskuddError } from '../../domain';
import { decimalText } from '../../messages';
import { detail, hundredths } from '../answers/common';
import { type CliContext, say } from '../context';
import { at, flag, list, object, text, textOrNull } from '../declare/answer';
import { endUnhappily } from '../end-unhappily';
import { table } from '../view';

/** Sums by state, then every payment that is not paid or merely accepted, with the bank's own words. */
export function judgementText({ payments }: Judgement, context: CliContext): string {
  const sums = BANK_PAYMENT_STATES.flatMap((state) => {
    const mine = payments.filter((payment) => payment.state === state);
    return mine.length === 0 ? [] : [[stateWord(state, context), mine.length, kroner(sumOf(mine), context)]];
  });
  const total = [say(context, 'receipt.in_all'), payments.length, kroner(sumOf(payments), context)];
  const reported = payments.filter(
    ({ state, codes }) => state !== 'paid' && (state !== 'accepted' || codes.length > 0),
  );
  const rows = reported.map((payment) => [
    payment.paymentKey,
    payment.name,
    kroner(payment.amount, context),
    stateWord(payment.state, context),
    payment.at,
    [payment.status, ...payment.codes, ...payment.texts].filter((word) => word !== '').join(' '),
    payment.blocksAccount ? say(context, 'receipt.account_blocked') : '',
  ]);
  const reportedTable = rows.length === 0 ? '' : `\n${table(context, 'receipt.columns_payment', 'llrllll', rows)}`;
  return table(context, 'receipt.columns', 'lrr', [...sums, total]) + reportedTable;
}

/** The same for programs; amounts in kroner with two decimals. */
export const judgementJson = object({
  payments: list(
    object({
      payment_ref: at('paymentKey', text),
      amount: at('amount', hundredths),
      account_number: at('account', text),
      state: text,
      at: textOrNull,
      status: textOrNull,
      reasons: at('codes', list(text)),
      texts: list(text),
      blocks_account: flag,
    }),
  ),
  problems: list(detail),
  notes: list(detail),
});

/** Ends with 5 where something could not be applied or is not known: somebody must look. */
export function endOfJudgement({ payments, problems }: Judgement, context: CliContext): void {
  const unknown = payments.filter(({ state }) => state === 'unknown').length;
  if (problems.length + unknown > 0) unclear(problems, unknown, [], context);
}

/** Ends with 5 where something could not be applied, with 3 where a file could not be read; what could be is recorded. */
export function endOfReading(read: readonly ReadReceipt[], context: CliContext): void {
  const problems = read.flatMap(({ problems: own }) => own);
  const failures = read.flatMap(({ failure }) => failure ?? []);
  const details = failures.flatMap(({ code, params, details: own }) => [errorDetail(code, params), ...own]);
  const asked = [...new Set(read.flatMap(({ unknownPayments }) => unknownPayments))];
  const unknown = asked.length;
  details.push(...asked.map((payment) => errorDetail('RECEIPT_FATE_UNKNOWN', { payment })));
  if (problems.length + unknown > 0) unclear(problems, unknown, details, context);
  else if (failures.length > 0) {
    endUnhappily(new NorsktilskuddError('input', 'RECEIPTS_UNREADABLE', { count: failures.length }, details), context);
  }
}

function unclear(
  problems: readonly ErrorDetail[],
  unknown: number,
  more: readonly ErrorDetail[],
  context: CliContext,
): void {
  const params = { problems: problems.length, unknown };
  endUnhappily(new NorsktilskuddError('verification', 'RECEIPTS_UNCLEAR', params, [...problems, ...more]), context);
}

function stateWord(state: BankPaymentState, context: CliContext): string {
  return say(context, `receipt.state.${state}`);
}

function sumOf(payments: readonly JudgedPayment[]): number {
  return payments.reduce((sum, { amount }) => sum + amount, 0);
}

/** Hundredths as kroner; parts of a krone are shown where there are any. */
function kroner(hundredths: number, { language }: CliContext): string {
  return hundredths % 100 === 0
    ? formatKroner(hundredths / 100)
    : `${decimalText(formatHundredths(hundredths), language)}\u00a0kr`;
}
