import { type ErrorDetail, errorDetail } from '../../domain';
import type { PaymentFileInfo } from '../../ledger';
import { type LedgerFileProfile, PROFILE_SCHEMA, readLedgerFile } from '../../payout';

/** Faults that are reported. */
const TOLD_MAX = 20;

/**
 * What is wrong with a ledger file: rows of a recipient and group that are not zero together, payments that are not those of
 * the ledger, a trailer that does not fit.
 */
export function ledgerFileFaults(bytes: Uint8Array, file: PaymentFileInfo): ErrorDetail[] {
  const { name } = file;
  const profile: LedgerFileProfile = PROFILE_SCHEMA.parse(JSON.parse(file.settings));
  const fault = (what: string): ErrorDetail => errorDetail('PAYOUT_FILE_PAYMENTS', { name, what });
  const read = attempt(bytes, profile);
  if (read === undefined) return [errorDetail('PAYOUT_FILE_UNREADABLE', { name })];
  const sums = new Map<string, number>();
  const paid = new Map<string, number>();
  for (const { reference, account, amountNok } of read.rows) {
    if (amountNok === undefined) return [fault(reference)];
    sums.set(reference, (sums.get(reference) ?? 0) + amountNok);
    if (account === profile.accounts.payment) paid.set(reference, (paid.get(reference) ?? 0) - amountNok);
  }
  const meant = new Map(file.payments.map(({ paymentKey, amountNok }) => [paymentKey, amountNok]));
  const wrong = [
    ...[...sums].filter(([, sum]) => sum !== 0).map(([reference]) => reference),
    ...[...meant].filter(([key, amountNok]) => paid.get(key) !== amountNok).map(([key]) => key),
    ...[...paid.keys()].filter((reference) => !meant.has(reference)),
  ];
  const { trailer } = read;
  const isCounted = trailer === undefined || (trailer.rows === read.rows.length && trailer.paidNok === file.amountNok);
  return [...new Set([...wrong, ...(isCounted ? [] : ['TRAILER'])])].slice(0, TOLD_MAX).map(fault);
}

function attempt(bytes: Uint8Array, profile: LedgerFileProfile): ReturnType<typeof readLedgerFile> | undefined {
  try {
    return readLedgerFile(bytes, profile);
  } catch {
    return undefined; // Not a table of that profile: told by the caller.
  }
}
