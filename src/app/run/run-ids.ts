import { pathExists } from '../../effects';
import { withLedger } from '../acts/act';

/** Ids of every batch that a ledger knows, each once, the oldest first; none where there is no ledger. */
export function runIdsOf(db: string): readonly string[] {
  if (!pathExists(db)) return [];
  return withLedger(db, true, (ledger) => [...new Set(ledger.batches().map(({ runId }) => runId))]);
}
