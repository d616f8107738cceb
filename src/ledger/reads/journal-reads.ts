import type { Database } from '../../effects';
import { EMPTY_JOURNAL_HEAD } from '../canonical';
import type { OpenLedger } from '../posting-reads';

/** True where the ledger has had this head, of its journal or of its postings; so nothing before it has been rewritten. */
export function hasHad(ledger: OpenLedger, head: string): boolean {
  if (head === EMPTY_JOURNAL_HEAD) return true;
  const row = ledger.db
    .prepare('SELECT 1 FROM journal WHERE hash = ? UNION ALL SELECT 1 FROM posting_chain WHERE head = ?')
    .get(head, head);
  return row !== undefined;
}

/** The bytes of every act, the oldest first: what the hashes of the journal are over. None holds a line end. */
export function* journalBodies(db: Database): Generator<string> {
  for (const [body] of db.prepare('SELECT body FROM journal ORDER BY sequence').iterate()) yield String(body);
}
