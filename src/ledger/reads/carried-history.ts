import type { CarriedBalance } from '../../domain';
import { BATCH_KINDS } from '../codes';
import { component, group, oneOf, type RowOf, rowsOf, text, whole } from '../columns';
import { knownBatch } from '../drafts/batches';
import { readDraftContent } from '../drafts/draft-reads';
import { BALANCE, type OpenLedger } from '../posting-reads';

/** What a batch did to the balance of a recipient in a netting group. */
const CELL = {
  recipient: whole('recipient'),
  group: group('netting_group'),
  /** Sum of its lines. */
  linesNok: whole("sum(CASE 'granted' WHEN from_place THEN amount WHEN to_place THEN -amount ELSE 0 END)"),
  /** Paid, or taken over as paid earlier. */
  paidNok: whole(
    "sum(CASE WHEN to_place IN ('ordered', 'taken_over') THEN amount WHEN from_place IN ('ordered', 'taken_over') THEN -amount ELSE 0 END)",
  ),
  /** Moved to this number from another (below 0), or away from it. */
  movedNok: whole("sum(CASE 'moved' WHEN from_place THEN amount WHEN to_place THEN -amount ELSE 0 END)"),
};
export type CarriedCell = RowOf<typeof CELL>;

/** A batch that counts, with every balance that it touched. */
const STEP = {
  runId: text('b.run_id'),
  kind: oneOf('h.kind', BATCH_KINDS),
  /** 0 of an opening, as is the term. */
  grantYear: whole('h.grant_year'),
  term: whole('h.term'),
  supplementNumber: whole('h.supplement'),
};
export type CarriedStep = RowOf<typeof STEP> & { readonly cells: readonly CarriedCell[] };

/** How each balance came to be what it is, batch by batch, the oldest first; annulled batches are left out. */
export function carriedHistory({ db }: OpenLedger): CarriedStep[] {
  const counting = `FROM posted_and_not_annulled AS h JOIN batches AS b USING (batch)
    WHERE h.annulled_by = 9007199254740991 ORDER BY h.posting`;
  const touched = 'FROM movements WHERE posting = ? GROUP BY recipient, netting_group';
  return rowsOf(db, { ...STEP, posting: whole('h.posting') }, counting).map(({ posting, ...step }) => ({
    ...step,
    cells: rowsOf(db, CELL, touched, posting),
  }));
}

/** Lines of one batch for a recipient and group, added up by grant year and component. */
const LINE_SUM = {
  runId: text('b.run_id'),
  recipient: whole('p.recipient'),
  group: group('p.netting_group'),
  grantYear: whole('p.grant_year'),
  component: component('p.component'),
  lines: whole('count(*)'),
  sumNok: whole('sum(p.amount)'),
};
export type LineSum = RowOf<typeof LINE_SUM>;

/** Lines of some recipients by batch, grant year and component, in the order of the batches; annulled ones are left out. */
export function lineSumsOf({ db }: OpenLedger, recipients: readonly number[]): LineSum[] {
  if (recipients.length === 0) return [];
  const rest = `FROM postings AS p JOIN posted_and_not_annulled AS h USING (posting) JOIN batches AS b USING (batch)
    WHERE h.annulled_by = 9007199254740991 AND p.recipient IN (SELECT value FROM json_each(?))
    GROUP BY p.posting, p.recipient, p.netting_group, p.grant_year, p.component ORDER BY p.posting, 2, 3, 4, 5`;
  return rowsOf(db, LINE_SUM, rest, JSON.stringify(recipients));
}

/**
 * Balances that an opening batch takes over, by recipient and netting group: of its draft, or as they were posted. None of
 * a draft that has ended, whose content is no longer kept.
 *
 * @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN
 */
export function openingBalances(ledger: OpenLedger, runId: string): CarriedBalance[] {
  const batch = knownBatch(ledger, runId);
  if (batch.posting === 0) return [...readDraftContent(ledger.db, batch.batch).balances];
  const rest = 'FROM movements WHERE posting = ? GROUP BY 1, 2 HAVING balance <> 0 ORDER BY 1, 2';
  return rowsOf(ledger.db, BALANCE, rest, batch.posting);
}
