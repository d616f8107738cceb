import { personKey } from '../../domain';
import { findBatch } from '../drafts/batches';
import { requiresSignatures } from '../lists/lists';
import type { OpenLedger } from '../posting-reads';

/** Who stands behind a batch, and how far the ledger can tell persons apart. */
export interface StandsBehind {
  /** Persons who ran, attested or approved it, each counted once whatever the roles. */
  readonly persons: number;
  /** True where each has signed with a key of their own; false where the names alone count. */
  readonly isSigned: boolean;
  /** The machine's account from which the draft and its approval both came; empty where they came from two, or none. */
  readonly sameAccount: string;
}

/** Who stands behind the last draft of a run id. */
export function standsBehind(ledger: OpenLedger, runId: string): StandsBehind {
  const batch = findBatch(ledger, runId);
  const isSigned = requiresSignatures(ledger.db);
  if (batch === undefined) return { persons: 0, isSigned, sameAccount: '' };
  const names = [batch.actor, ...batch.approvals.map(({ actor }) => actor)];
  const account = (sql: string): string => String(ledger.db.prepare(sql).get(batch.batch)?.[0] ?? '');
  const column = ledger.format < 2 ? "''" : 'j.account';
  const ran = account(
    `SELECT ${column} FROM batches AS b JOIN journal AS j ON j.sequence = b.journal WHERE b.batch = ?`,
  );
  const approved = account(
    `SELECT ${column} FROM approvals AS a JOIN journal AS j ON j.sequence = a.journal
     WHERE a.batch = ? AND a.role <> 'attestant' ORDER BY a.journal DESC LIMIT 1`,
  );
  return { persons: new Set(names.map(personKey)).size, isSigned, sameAccount: ran === approved ? ran : '' };
}
