import { at, NO_PERSON } from '../../domain';
import { type OpenLedger, postingOfHead } from '../posting-reads';
import { type LedgerLine, lineOf, POSTING_COLUMNS } from './posting-rows';

/** A posting that counts as of a posting head, with the batch that posted it. */
export interface CountedPosting extends LedgerLine {
  /** Place of the batch in the posting chain. */
  readonly posting: number;
  /** Term of the batch, 0 for an opening batch. */
  readonly term: number;
  /** D of the batch, `YYYY-MM-DD`; empty for an opening batch. */
  readonly asOf: string;
  /** Snapshot that the batch rests on; empty for an opening batch. */
  readonly snapshot: string;
}

/**
 * Postings that counted as of a posting head, one by one: what a run found posted before it. Annulled batches and
 * adjustments count for nothing in the true-up and are left out.
 *
 * @param ids all ids that are the person, the one that counts first; NO_PERSON for the components without persons
 */
export function countedPostings(ledger: OpenLedger, asOfHead: string, ids: readonly number[]): CountedPosting[] {
  const posting = postingOfHead(ledger, asOfHead);
  const isPerson = at(ids, 0) !== NO_PERSON;
  const statement = ledger.db.prepare(
    `SELECT ${POSTING_COLUMNS}, p.posting, h.term, h.as_of, b.snapshot
     FROM ${isPerson ? 'persons AS s CROSS JOIN postings AS p' : 'postings AS p LEFT JOIN persons AS s ON s.person = p.person'}
     JOIN posted_and_not_annulled AS h ON h.posting = p.posting JOIN batches AS b ON b.batch = h.batch
     WHERE ${isPerson ? 's.duf = ? AND p.person = s.person' : 'p.person = ?'} AND p.kind <> 5
       AND h.posting <= ? AND h.annulled_by > ? ORDER BY p.posting, p.line`,
  );
  return ids
    .flatMap((id) => statement.all(id, posting, posting))
    .map((row) => ({
      ...lineOf(row),
      posting: Number(row[13]),
      term: Number(row[14]),
      asOf: String(row[15]),
      snapshot: String(row[16]),
    }))
    .sort((a, b) => a.posting - b.posting || a.line - b.line);
}
