import { type ErrorDetail, errorDetail, NorsktilskuddError, sha256Hex } from '../../domain';
import { pathExists, readBytes } from '../../effects';
import type { Ledger, PaymentFileInfo } from '../../ledger';
import { type Act, type ActingInstallation, withAct, withLedger } from '../acts/act';
import { payeesOfLedger } from './payees';
import { pathOfFile } from './place-file';

/** Files of a run that somebody has handed over. */
export interface HandOverRequest extends Act {
  readonly runId: string;
  /** Names of files; all that wait for it where none is given. */
  readonly names: readonly string[];
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly reference: string;
}

/** What was written down. */
export interface HandedOver {
  readonly runId: string;
  /** None where the same was written down before. */
  readonly files: readonly PaymentFileInfo[];
  /** Files that came too late, and payments whose payee is no longer as it was when the file was written: have them stopped. */
  readonly changed: readonly ErrorDetail[];
  readonly journalHead: string;
}

/**
 * Writes down that files were handed over by hand. A file that is no longer as it was written is noticed.
 *
 * @throws NorsktilskuddError verification PAYOUT_NOT_AS_WRITTEN; those of Ledger.handOverPaymentFiles
 */
export function handOverPayout(installation: ActingInstallation, request: HandOverRequest): HandedOver {
  const { runId, names, on, reference, ...act } = request;
  return withAct(installation, act, (ledger, by) => {
    for (const file of ledger.paymentFiles(runId)) {
      const isMeant = names.length === 0 ? file.state === 'made' : names.includes(file.name);
      if (isMeant) refuseChanged(installation.db, file);
    }
    const files = ledger.handOverPaymentFiles({ ...by, runId, names, on, reference });
    const changed = [...lateFiles(files, on), ...changedPayees(ledger, files)];
    return { runId, files, changed, journalHead: ledger.journalHead() };
  });
}

function refuseChanged(db: string, file: PaymentFileInfo): void {
  const path = pathOfFile(db, file);
  if (pathExists(path) && sha256Hex(readBytes(path)) === file.hash) return;
  throw new NorsktilskuddError('verification', 'PAYOUT_NOT_AS_WRITTEN', { name: file.name });
}

/** Files whose day of execution had passed when they were handed over: a bank refuses or moves them. */
function lateFiles(files: readonly PaymentFileInfo[], on: string): ErrorDetail[] {
  return files
    .filter(({ executionDate }) => executionDate < on)
    .map(({ name, executionDate }) => errorDetail('PAYOUT_HANDED_OVER_LATE', { name, executionDate, on }));
}

/** What has come up since a file was written against those whom it pays. */
function changedPayees(ledger: Ledger, files: readonly PaymentFileInfo[]): ErrorDetail[] {
  return files.flatMap(({ runId, executionDate, payments }) => {
    const keys = new Set(payments.map(({ paymentKey }) => paymentKey));
    const paid = ledger.trackedPayments(runId).filter(({ paymentKey }) => keys.has(paymentKey));
    return payeesOfLedger(ledger, paid, executionDate).flatMap(({ obstacles }) => obstacles);
  });
}

/** Gives up files of a run that were never handed over: their payments can go into others. */
export function discardPayout(
  installation: ActingInstallation,
  request: Act & { readonly runId: string; readonly names: readonly string[]; readonly reason: string },
): { readonly files: readonly PaymentFileInfo[]; readonly journalHead: string } {
  const { runId, names, ...act } = request;
  return withAct(installation, act, (ledger, by) => {
    const files = ledger.discardPaymentFiles(runId, names, by);
    return { files, journalHead: ledger.journalHead() };
  });
}

/** Files of a run, or of all, as the ledger has them. */
export function payoutFiles(db: string, runId: string): readonly PaymentFileInfo[] {
  return withLedger(db, true, (ledger) => {
    ledger.prove({ payments: true });
    if (ledger.batch(runId) === undefined) throw new NorsktilskuddError('usage', 'LEDGER_RUN_UNKNOWN', { runId });
    return ledger.paymentFiles(runId);
  });
}
