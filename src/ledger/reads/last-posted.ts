import type { BatchKind } from '../codes';
import { allBatches } from '../drafts/batches';
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
