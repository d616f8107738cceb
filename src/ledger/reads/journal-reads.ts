import { chainedHash, errorDetail, NorsktilskuddError } from '../../domain';
import { EMPTY_JOURNAL_HEAD } from '../hash-chain';
import type { OpenLedger } from '../posting-reads';

/** True where the ledger has had this head, of its journal or of its postings; so nothing before it has been rewritten. */
export function hasHad(ledger: OpenLedger, head: string): boolean {
  if (head === EMPTY_JOURNAL_HEAD) return true;
  const row = ledger.db
    .prepare('SELECT 1 FROM journal WHERE hash = ? UNION ALL SELECT 1 FROM posting_chain WHERE head = ?')
    .get(head, head);
  return row !== undefined;
}

/**
 * The bytes of every act, the oldest first: what the hashes of the journal are over, each held to its own. None holds a
 * line end.
 *
 * @throws NorsktilskuddError verification LEDGER_NOT_PROVEN
 */
export function* journalBodies({ db, path }: OpenLedger): Generator<string> {
  let head = EMPTY_JOURNAL_HEAD;
  for (const [sequence, body, hash] of db
    .prepare('SELECT sequence, body, hash FROM journal ORDER BY sequence')
    .iterate()) {
    head = chainedHash(head, Buffer.from(String(body), 'utf8'));
    if (head !== hash) {
      const detail = errorDetail('LEDGER_JOURNAL_BROKEN', { sequence: Number(sequence) });
      throw new NorsktilskuddError('verification', 'LEDGER_NOT_PROVEN', { path, count: 1 }, [detail]);
    }
    yield String(body);
  }
}

/** Head of the journal when a run was posted: the hash of the act that posted it; empty of a run that has not been. */
export function journalHeadOfPosting({ db }: OpenLedger, runId: string): string {
  const row = db
    .prepare(
      `SELECT j.hash FROM posting_chain AS c JOIN batches AS b USING (batch) JOIN journal AS j ON j.sequence = c.journal
       WHERE b.run_id = ? ORDER BY c.posting DESC LIMIT 1`,
    )
    .get(runId);
  return row === undefined ? '' : String(row[0]);
}
