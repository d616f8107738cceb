import { type CarriedBalance, NorsktilskuddError } from '../domain';
import type { Database } from '../effects';
import { group, type RowOf, rowOf, rowsOf, text, whole } from './columns';
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
const COUNTING = {
  posting: whole('posting'),
  grantYear: whole('grant_year'),
  term: whole('term'),
  asOf: text('as_of'),
};
export type CountingBatch = RowOf<typeof COUNTING>;

/** The last batch that counts, undefined for none. */
export function lastCountingBatch({ db }: OpenLedger): CountingBatch | undefined {
  const rest = 'FROM posted_and_not_annulled WHERE annulled_by = 9007199254740991 ORDER BY posting DESC LIMIT 1';
  return rowOf(db, COUNTING, rest);
}

/** What movements leave of a balance. */
export const BALANCE = {
  recipient: whole('recipient'),
  group: group('netting_group'),
  balanceNok: whole("sum(CASE 'carried' WHEN to_place THEN amount WHEN from_place THEN -amount ELSE 0 END) AS balance"),
};

/** Balances other than 0 as of a posting, by recipient and group in the order of their codes. */
export function balancesAsOf({ db }: OpenLedger, posting: number): CarriedBalance[] {
  const rest = `FROM movements AS m JOIN posted_and_not_annulled AS h ON h.posting = m.posting
    WHERE h.posting <= ? AND h.annulled_by > ? GROUP BY 1, 2 HAVING balance <> 0 ORDER BY 1, 2`;
  return rowsOf(db, BALANCE, rest, posting, posting);
}
