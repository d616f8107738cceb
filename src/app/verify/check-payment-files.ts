import { checkPayments, DISK, Findings, type KnownFiles, paymentsBeside, type RunContents } from '../../audit';
import { type ErrorDetail, errorDetail } from '../../domain';
import { isFolder } from '../../effects';
import type { Ledger } from '../../ledger';
import { paymentsFolder } from '../payout/place-file';

/** Files of payments of a run against its payouts.csv: those beside the run folder, or those of the ledger that is at hand. */
export function checkPaymentFiles(
  run: RunContents,
  of: { readonly db: string; readonly ledger: Ledger } | undefined,
): { readonly problems: readonly ErrorDetail[]; readonly notes: readonly ErrorDetail[] } {
  const { run_id: runId } = run.manifest;
  const known = of && knownFiles(of.ledger, runId);
  const folder = of ? paymentsFolder(of.db, runId) : paymentsBeside(DISK, run);
  if (folder === undefined || !isFolder(folder)) {
    const gone = [...(known ?? [])].filter(([, payments]) => payments !== undefined);
    return { problems: gone.map(([file]) => errorDetail('VERIFY_PAYMENT_FILE_GONE', { file })), notes: [] };
  }
  const findings = new Findings();
  const notes = checkPayments(DISK, run, folder, known, findings);
  return { problems: findings.list(), notes };
}

/** Messages to a bank, as the ledger has them. A file that was begun and not made yet may be missing. */
function knownFiles(ledger: Ledger, runId: string): KnownFiles {
  const files = ledger.paymentFiles(runId).filter(({ channel }) => channel === 'pain001');
  return new Map(
    files.map(({ name, state, payments }) => [
      name,
      state === 'made' || state === 'handed_over' ? payments : undefined,
    ]),
  );
}
