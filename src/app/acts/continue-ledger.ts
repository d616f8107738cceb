import type { ErrorDetail } from '../../domain';
import { type Act, type Acted, type ActingInstallation, withAct } from './act';

/** What somebody answered for, and what the ledger still lacks. */
export interface Continued {
  readonly answeredFor: readonly ErrorDetail[];
  readonly missing: readonly ErrorDetail[];
}

/** Answers by name for a ledger whose note is missing or knows more than the ledger. */
export function continueLedger(
  installation: ActingInstallation,
  { neverPaid, reason, ...act }: Act & { readonly reason: string; readonly neverPaid: boolean },
): Acted<Continued> {
  return withAct(installation, act, (ledger, by) => {
    const { answeredFor } = ledger.continueWith({ ...by, reason, neverPaid });
    return { answeredFor, missing: ledger.missing() };
  });
}
