import { personKey } from '../../domain';
import type { BatchKind } from '../codes';
import { allBatches, findBatch } from '../drafts/batches';
import { requiresSignatures } from '../lists/lists';
import { lastCountingBatch, type OpenLedger } from '../posting-reads';

/** The batch that was posted last and counts: what an approver holds the next one to. */
export interface LastPosted {
  readonly runId: string;
  readonly kind: BatchKind;
  /** 0 for an opening, as is the term. */
  readonly grantYear: number;
  readonly term: number;
  readonly supplementNumber: number;
  /** Day of the posting, `YYYY-MM-DD`, UTC. */
  readonly postedOn: string;
  readonly paidNok: number;
}

/** The batch that was posted last and has not been annulled; undefined where nothing counts. */
export function lastPosted(ledger: OpenLedger): LastPosted | undefined {
  const last = lastCountingBatch(ledger);
  const batch = last && allBatches(ledger).find(({ posting, state }) => posting === last.posting && state === 'posted');
  if (batch === undefined) return undefined;
  const { runId, kind, grantYear, term, supplementNumber, paidNok } = batch;
  const at = ledger.db
    .prepare('SELECT j.at FROM posting_chain AS c JOIN journal AS j ON j.sequence = c.journal WHERE c.posting = ?')
    .get(last?.posting ?? 0);
  return { runId, kind, grantYear, term, supplementNumber, postedOn: String(at?.[0]).slice(0, 10), paidNok };
}

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
