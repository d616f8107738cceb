import { asRecipientCode, formatKroner, formatRecipientCode } from '../../domain';
import type { OutcomeAnswer, OutcomeKind, TrackedPayment } from '../../ledger';
import { type CliContext, say } from '../context';
import { textTable } from '../text-table';

interface ReportedOutcome {
  readonly answer: OutcomeAnswer;
  readonly kind: OutcomeKind;
  readonly on: string;
  readonly journalHead: string;
}

const KINDS = {
  paid: 'outcome.paid',
  refused: 'outcome.refused',
  undone: 'outcome.undone',
  ordered: 'outcome.ordered',
} as const;

/** Says what was recorded, what had been told before and what was left alone. */
export function tellOutcome(reported: ReportedOutcome, context: CliContext): void {
  const { answer, kind, on, journalHead } = reported;
  const { out } = context.terminal;
  const { recorded, already, kept, recordedNok } = answer;
  if (context.json) {
    const keys = (payments: readonly TrackedPayment[]): string[] => payments.map(({ paymentKey }) => paymentKey);
    const lists = { recorded: keys(recorded), already: keys(already), kept: keys(kept) };
    out(
      `${JSON.stringify({ outcome: kind, on, ...lists, recorded_amount: recordedNok, journal_head: journalHead })}\n`,
    );
    return;
  }
  if (recorded.length > 0) {
    const word = say(context, KINDS[kind]);
    out(say(context, 'outcome.recorded', { payments: recorded.length, sumNok: recordedNok, word, on }));
  }
  if (already.length > 0) {
    out(say(context, 'outcome.already_recorded', { count: already.length }));
  }
  for (const payment of kept) out(`${payment.paymentKey}  ${historyOf(payment, context)}\n`);
  if (kept.length > 0) {
    out(say(context, 'outcome.left_with_another', { count: kept.length }));
  }
  out(say(context, 'common.journal_head', { head: journalHead }));
}

/** Payments of a run with what has become of them. */
export function tellPayments(runId: string, payments: readonly TrackedPayment[], context: CliContext): void {
  const { out } = context.terminal;
  if (context.json) {
    const rows = payments.map((payment) => ({
      payment_ref: payment.paymentKey,
      recipient_id: formatRecipientCode(asRecipientCode(payment.recipient)),
      netting_group: payment.group,
      amount: payment.amountNok,
      state: payment.state,
      outcomes: payment.outcomes.map(({ kind, on }) => ({ outcome: kind, on })),
    }));
    out(`${JSON.stringify({ run_id: runId, payments: rows })}\n`);
    return;
  }
  const words = say(context, 'outcome.columns_payment');
  const rows = payments.map((payment) => [
    payment.paymentKey,
    formatKroner(payment.amountNok),
    historyOf(payment, context),
  ]);
  out(textTable(words.split('|'), 'lrl', rows));
}

function historyOf({ outcomes }: TrackedPayment, context: CliContext): string {
  if (outcomes.length === 0) return say(context, KINDS.ordered);
  return outcomes.map(({ kind, on }) => `${say(context, KINDS[kind])} ${on}`).join(', ');
}
