import { type CarriedBalance, NorsktilskuddError } from '../domain';
import type { Database } from '../effects';
import { groupOfNumber } from './codes';
import { emptyPostingHead } from './hash-chain';
import type { TableSet } from './schema/kinds';

/** A ledger that is open. */
export interface OpenLedger {
  readonly db: Database;
  readonly path: string;
  readonly rehearsal: boolean;
  /** Format of the file: the first act that is written to one of an older format migrates it. */
  format: number;
  /** Sets of later tables that this program knows. */
  readonly tableSets: readonly TableSet[];
}

/** Head of the posting chain: changes with every posted batch and with nothing else. */
export function postingHead(ledger: OpenLedger): string {
  const last = ledger.db.prepare('SELECT head FROM posting_chain ORDER BY posting DESC LIMIT 1').get();
  return last ? String(last[0]) : emptyPostingHead(ledger.rehearsal);
}

/** Place of a head in the posting chain, 0 for the empty one; every read as of a head takes it. */
export function postingOfHead(ledger: OpenLedger, head: string): number {
  if (head === emptyPostingHead(ledger.rehearsal)) return 0;
  const row = ledger.db.prepare('SELECT posting FROM posting_chain WHERE head = ?').get(head);
  if (!row) throw new NorsktilskuddError('usage', 'LEDGER_HEAD_UNKNOWN', { head });
  return Number(row[0]);
}

/** Number of the last posting, 0 for none. */
export function lastPosting(ledger: OpenLedger): number {
  const row = ledger.db.prepare('SELECT coalesce(max(posting), 0) FROM posting_chain').get();
  return Number(row?.[0]);
}

/** A posted batch that counts. */
export interface CountingBatch {
  readonly posting: number;
  readonly grantYear: number;
  readonly term: number;
  readonly asOf: string;
}

/** The last batch that counts, undefined for none. */
export function lastCountingBatch(ledger: OpenLedger): CountingBatch | undefined {
  const row = ledger.db
    .prepare(
      `SELECT posting, grant_year, term, as_of FROM posted_and_not_annulled
       WHERE annulled_by = 9007199254740991 ORDER BY posting DESC LIMIT 1`,
    )
    .get();
  return row && { posting: Number(row[0]), grantYear: Number(row[1]), term: Number(row[2]), asOf: String(row[3]) };
}

/** Balances other than 0 as of a posting, by recipient and group in the order of their codes. */
export function balancesAsOf(ledger: OpenLedger, posting: number): CarriedBalance[] {
  return ledger.db
    .prepare(
      `SELECT m.recipient, m.netting_group,
         sum(CASE 'carried' WHEN m.to_place THEN m.amount WHEN m.from_place THEN -m.amount ELSE 0 END) AS balance
       FROM movements AS m JOIN posted_and_not_annulled AS h ON h.posting = m.posting
       WHERE h.posting <= ? AND h.annulled_by > ?
       GROUP BY m.recipient, m.netting_group HAVING balance <> 0 ORDER BY m.recipient, m.netting_group`,
    )
    .all(posting, posting)
    .map((row) => ({ recipient: Number(row[0]), group: groupOfNumber(row[1]), balanceNok: Number(row[2]) }));
}
