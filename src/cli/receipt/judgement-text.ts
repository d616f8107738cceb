import { formatKroner, NorsktilskuddError } from '../../domain';
import { BANK_PAYMENT_STATES, type BankPaymentState, type JudgedPayment, type Judgement } from '../../payout';
import { type CliContext, say } from '../context';
import { tellWarnings } from '../tell-warnings';
import { textTable } from '../text-table';

/** Sums by state, then every payment that is not paid or merely accepted, with the bank's own words. */
export function judgementText({ payments, notes }: Judgement, context: CliContext): string {
  tellWarnings(notes, context);
  const sums = BANK_PAYMENT_STATES.flatMap((state) => {
    const mine = payments.filter((payment) => payment.state === state);
    return mine.length === 0 ? [] : [[stateWord(state, context), String(mine.length), kroner(sumOf(mine))]];
  });
  const total = [say(context, 'receipt.in_all'), String(payments.length), kroner(sumOf(payments))];
  const reported = payments.filter(
    ({ state, codes }) => state !== 'paid' && (state !== 'accepted' || codes.length > 0),
  );
  const rows = reported.map((payment) => [
    payment.paymentKey,
    payment.name,
    kroner(payment.amount),
    stateWord(payment.state, context),
    payment.at,
    [payment.status, ...payment.codes, ...payment.texts].filter((text) => text !== '').join(' '),
    payment.blocksAccount ? say(context, 'receipt.account_blocked') : '',
  ]);
  const list =
    rows.length === 0 ? '' : `\n${textTable(say(context, 'receipt.columns_payment').split('|'), 'llrllll', rows)}`;
  return `${textTable(say(context, 'receipt.columns').split('|'), 'lrr', [...sums, total])}${list}`;
}

/** The same for programs; amounts in kroner with two decimals. */
export function judgementJson({ payments, problems, notes }: Judgement): string {
  return `${JSON.stringify({
    payments: payments.map((payment) => ({
      payment_ref: payment.paymentKey,
      amount: decimal(payment.amount),
      account_number: payment.account,
      state: payment.state,
      at: payment.at === '' ? null : payment.at,
      status: payment.status === '' ? null : payment.status,
      reasons: payment.codes,
      texts: payment.texts,
      blocks_account: payment.blocksAccount,
    })),
    problems,
    notes,
  })}\n`;
}

/**
 * Ends with 5 where something could not be applied or is not known: somebody must look.
 *
 * @throws NorsktilskuddError verification RECEIPTS_UNCLEAR
 */
export function endOfJudgement({ payments, problems }: Judgement): void {
  const unknown = payments.filter(({ state }) => state === 'unknown').length;
  if (problems.length === 0 && unknown === 0) return;
  throw new NorsktilskuddError('verification', 'RECEIPTS_UNCLEAR', { problems: problems.length, unknown }, problems);
}

function stateWord(state: BankPaymentState, context: CliContext): string {
  return say(context, `receipt.state.${state}`);
}

function sumOf(payments: readonly JudgedPayment[]): number {
  return payments.reduce((sum, { amount }) => sum + amount, 0);
}

/** Hundredths as kroner; parts of a krone are shown where there are any. */
function kroner(hundredths: number): string {
  return hundredths % 100 === 0 ? formatKroner(hundredths / 100) : decimal(hundredths);
}

function decimal(hundredths: number): string {
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}
