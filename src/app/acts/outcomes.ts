import { NorsktilskuddError } from '../../domain';
import type { OutcomeAnswer, OutcomeInput, TrackedPayment } from '../../ledger';
import { type Act, type Acted, type ActingInstallation, withAct, withLedger } from './act';

/** What became of which payments. */
export type OutcomeRequest = Act & Pick<OutcomeInput, 'kind' | 'on' | 'paymentKeys' | 'runId'>;

/** Records what became of payments: paid, refused, or an outcome undone. */
export function recordOutcomes(
  installation: ActingInstallation,
  { kind, on, paymentKeys, runId, ...act }: OutcomeRequest,
): Acted<OutcomeAnswer> {
  return withAct(installation, act, (ledger, by) => {
    const which = runId === undefined ? { paymentKeys } : { paymentKeys, runId };
    return ledger.recordOutcome({ ...by, kind, on, ...which });
  });
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
