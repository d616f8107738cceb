import type { OpenLedger } from '../posting-reads';
import type { Witness } from './witness-file';

/** What a ledger holds of what its note tells: the batches posted and the lists adopted with it. */
export function heldBy(ledger: OpenLedger): Witness {
  const postings = ledger.db
    .prepare(
      `SELECT c.posting, c.kind, c.grant_year, c.term, c.supplement, b.run_id, c.head
       FROM posting_chain AS c JOIN batches AS b USING (batch) ORDER BY c.posting`,
    )
    .all()
    .map((row) => ({
      posting: Number(row[0]),
      kind: String(row[1]),
      grantYear: Number(row[2]),
      term: Number(row[3]),
      supplementNumber: Number(row[4]),
      runId: String(row[5]),
      head: String(row[6]),
    }));
  const lists = ledger.db
    .prepare('SELECT kind, version, hash FROM signed_lists ORDER BY kind, version')
    .all()
    .map((row) => ({ kind: String(row[0]), version: Number(row[1]), hash: String(row[2]) }));
  return { postings, lists };
}
