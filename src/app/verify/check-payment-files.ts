import { checkPayments, DISK, Findings, type KnownFiles, paymentsBeside, type RunContents } from '../../audit';
import { type ErrorDetail, errorDetail, sha256Hex } from '../../domain';
import { isFolder, pathExists, readBytes } from '../../effects';
import type { Ledger } from '../../ledger';
import { ledgerFileFaults } from '../payout/ledger-file-faults';
import { pathOfFile, paymentsFolder } from '../payout/place-file';

/** Files of payments of a run against its payouts.csv: those beside the run folder, or those of the ledger that is at hand. */
export function checkPaymentFiles(
  run: RunContents,
  of: { readonly db: string; readonly ledger: Ledger } | undefined,
): { readonly problems: readonly ErrorDetail[]; readonly notes: readonly ErrorDetail[] } {
  const { run_id: runId } = run.manifest;
  const known = of && knownFiles(of.ledger, runId);
  const tables = of === undefined ? [] : ledgerFileProblems(of.db, of.ledger, runId);
  const folder = of ? paymentsFolder(of.db, runId) : paymentsBeside(DISK, run);
  if (folder === undefined || !isFolder(folder)) {
    const gone = [...(known ?? [])].filter(([, payments]) => payments !== undefined);
    return {
      problems: [...gone.map(([file]) => errorDetail('VERIFY_PAYMENT_FILE_GONE', { file })), ...tables],
      notes: [],
    };
  }
  const findings = new Findings();
  const notes = checkPayments(DISK, run, folder, known, findings);
  return { problems: [...findings.list(), ...tables], notes };
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

/** Files for the accounting system as they lie there: the ledger's bytes, rows that are zero together, its payments. */
function ledgerFileProblems(db: string, ledger: Ledger, runId: string): ErrorDetail[] {
  return ledger
    .paymentFiles(runId)
    .filter(({ channel, state }) => channel === 'ledger-file' && (state === 'made' || state === 'handed_over'))
    .flatMap((file) => {
      const { name } = file;
      const path = pathOfFile(db, file);
      if (!pathExists(path)) return [errorDetail('VERIFY_PAYMENT_FILE_GONE', { file: name })];
      const bytes = readBytes(path);
      const isOther = sha256Hex(bytes) !== file.hash;
      return [...(isOther ? [errorDetail('PAYOUT_FILE_CHANGED', { name })] : []), ...ledgerFileFaults(bytes, file)];
    });
}
