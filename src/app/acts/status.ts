import { join } from 'node:path';
import { type StoredSnapshot, storedSnapshots } from '../../audit';
import type { ErrorDetail } from '../../domain';
import { ALL_POSTED, type BatchInfo } from '../../ledger';
import { withLedger } from './act';

/** Where a ledger stands. */
export interface LedgerStatus {
  readonly rehearsal: boolean;
  readonly batches: readonly BatchInfo[];
  readonly snapshots: readonly StoredSnapshot[];
  /** What was done with the ledger and is not in it: it is an older copy. */
  readonly missing: readonly ErrorDetail[];
  readonly requiresSignatures: boolean;
  readonly postingHead: string;
  readonly journalHead: string;
}

/** Drafts, posted batches and snapshots, and the heads to keep elsewhere; proven before it is told. */
export function ledgerStatus(db: string): LedgerStatus {
  return withLedger(db, true, (ledger) => {
    ledger.prove(ALL_POSTED);
    return {
      rehearsal: ledger.rehearsal,
      batches: ledger.batches(),
      snapshots: storedSnapshots(ledger, join(`${db}.d`, 'snapshots')),
      missing: ledger.missing(),
      requiresSignatures: ledger.requiresSignatures(),
      postingHead: ledger.postingHead(),
      journalHead: ledger.journalHead(),
    };
  });
}
