import { type ErrorDetail, errorDetail, NorsktilskuddError } from '../../domain';
import type { Ledger, OutcomeAnswer, OutcomeInput, PayableRecipient, TrackedPayment } from '../../ledger';
import { type Act, type Acted, type ActingInstallation, withAct, withLedger } from './act';

/** What became of which payments. */
export type OutcomeRequest = Act &
  Pick<OutcomeInput, 'kind' | 'on' | 'paymentKeys' | 'runId'> & {
    /** Of a batch also those payments that were refused or came back: they were paid again. */
    readonly again?: boolean;
  };

/** What was recorded, and what whoever recorded it should look at. */
export interface OutcomesRecorded extends OutcomeAnswer {
  readonly notes: readonly ErrorDetail[];
}

/** Records what became of payments: paid, refused, or an outcome undone. */
export function recordOutcomes(
  installation: ActingInstallation,
  { kind, on, paymentKeys, runId, again = false, ...act }: OutcomeRequest,
): Acted<OutcomesRecorded> {
  return withAct(installation, act, (ledger, by) => {
    const unpaid = again && runId !== undefined ? unpaidOf(ledger, runId) : paymentKeys;
    const which = runId === undefined || unpaid.length > 0 ? { paymentKeys: unpaid } : { paymentKeys, runId };
    const answer = ledger.recordOutcome({ ...by, kind, on, again, ...which });
    return { ...answer, notes: kind === 'paid' ? paidAgainstRegister(ledger, answer.recorded, on) : [] };
  });
}

/** Keys of the payments of a batch that have not been paid; none of a batch that was not posted, which the ledger then tells. */
function unpaidOf(ledger: Ledger, runId: string): string[] {
  if (ledger.batch(runId)?.state !== 'posted') return [];
  return ledger.trackedPayments(runId).flatMap(({ state, paymentKey }) => (state === 'paid' ? [] : [paymentKey]));
}

/** Payments that were told as paid though the register has no account of their recipients, or none that may be paid to. */
function paidAgainstRegister(ledger: Ledger, recorded: readonly TrackedPayment[], on: string): ErrorDetail[] {
  const register = ledger.recipientsOn(on);
  if (register === undefined) return [];
  const standing: ReadonlyMap<number, PayableRecipient> = register;
  const lacking: TrackedPayment[] = [];
  const kept: TrackedPayment[] = [];
  for (const payment of recorded) {
    const { account = '', state } = standing.get(payment.recipient) ?? {};
    if (account === '') lacking.push(payment);
    else if (state !== 'confirmed') kept.push(payment);
  }
  return [...noted('LEDGER_OUTCOME_NO_ACCOUNT', lacking, on), ...noted('LEDGER_OUTCOME_BLOCKED', kept, on)];
}

function noted(
  code: 'LEDGER_OUTCOME_NO_ACCOUNT' | 'LEDGER_OUTCOME_BLOCKED',
  payments: readonly TrackedPayment[],
  on: string,
): ErrorDetail[] {
  if (payments.length === 0) return [];
  const recipients = new Set(payments.map(({ recipient }) => recipient)).size;
  const sumNok = payments.reduce((sum, { amountNok }) => sum + amountNok, 0);
  return [errorDetail(code, { payments: payments.length, recipients, sumNok, on })];
}

/**
 * Payments of a posted batch with what has become of them.
 *
 * @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN
 */
export function paymentsOfRun(db: string, runId: string): readonly TrackedPayment[] {
  return withLedger(db, true, (ledger) => {
    if (ledger.batch(runId) === undefined) throw new NorsktilskuddError('usage', 'LEDGER_RUN_UNKNOWN', { runId });
    return ledger.trackedPayments(runId);
  });
}
