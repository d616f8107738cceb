import type { CarriedBalance, Component, NettingGroup } from '../../domain';
import { BATCH_KINDS, type BatchKind, componentOfNumber, groupOfNumber, nameIn } from '../codes';
import { knownBatch } from '../drafts/batches';
import { readDraftContent } from '../drafts/draft-reads';
import type { OpenLedger } from '../posting-reads';

/** What a batch did to the balance of a recipient in a netting group. */
export interface CarriedCell {
  readonly recipient: number;
  readonly group: NettingGroup;
  /** Sum of its lines. */
  readonly linesNok: number;
  /** Paid, or taken over as paid earlier. */
  readonly paidNok: number;
  /** Moved to this number from another (below 0), or away from it. */
  readonly movedNok: number;
}

/** A batch that counts, with every balance that it touched. */
export interface CarriedStep {
  readonly runId: string;
  readonly kind: BatchKind;
  /** 0 of an opening, as is the term. */
  readonly grantYear: number;
  readonly term: number;
  readonly supplementNumber: number;
  readonly cells: readonly CarriedCell[];
}

/** How each balance came to be what it is, batch by batch, the oldest first; annulled batches are left out. */
export function carriedHistory({ db }: OpenLedger): CarriedStep[] {
  const cells = db.prepare(
    `SELECT recipient, netting_group,
       sum(CASE 'granted' WHEN from_place THEN amount WHEN to_place THEN -amount ELSE 0 END),
       sum(CASE WHEN to_place IN ('ordered', 'taken_over') THEN amount WHEN from_place IN ('ordered', 'taken_over') THEN -amount ELSE 0 END),
       sum(CASE 'moved' WHEN from_place THEN amount WHEN to_place THEN -amount ELSE 0 END)
     FROM movements WHERE posting = ? GROUP BY recipient, netting_group`,
  );
  return db
    .prepare(
      `SELECT h.posting, b.run_id, h.kind, h.grant_year, h.term, h.supplement FROM posted_and_not_annulled AS h
       JOIN batches AS b USING (batch) WHERE h.annulled_by = 9007199254740991 ORDER BY h.posting`,
    )
    .all()
    .map(([posting, runId, kind, grantYear, term, supplement]) => ({
      runId: String(runId),
      kind: nameIn(BATCH_KINDS, kind),
      grantYear: Number(grantYear),
      term: Number(term),
      supplementNumber: Number(supplement),
      cells: cells.all(Number(posting)).map(([recipient, group, lines, paid, moved]) => ({
        recipient: Number(recipient),
        group: groupOfNumber(group),
        linesNok: Number(lines),
        paidNok: Number(paid),
        movedNok: Number(moved),
      })),
    }));
}

/** Lines of one batch for a recipient and group, added up by grant year and component. */
export interface LineSum {
  readonly runId: string;
  readonly recipient: number;
  readonly group: NettingGroup;
  readonly grantYear: number;
  readonly component: Component;
  readonly lines: number;
  readonly sumNok: number;
}

/** Lines of some recipients by batch, grant year and component, in the order of the batches; annulled ones are left out. */
export function lineSumsOf({ db }: OpenLedger, recipients: readonly number[]): LineSum[] {
  if (recipients.length === 0) return [];
  return db
    .prepare(
      `SELECT b.run_id, p.recipient, p.netting_group, p.grant_year, p.component, count(*), sum(p.amount)
       FROM postings AS p JOIN posted_and_not_annulled AS h USING (posting) JOIN batches AS b USING (batch)
       WHERE h.annulled_by = 9007199254740991 AND p.recipient IN (SELECT value FROM json_each(?))
       GROUP BY p.posting, p.recipient, p.netting_group, p.grant_year, p.component ORDER BY p.posting, 2, 3, 4, 5`,
    )
    .all(JSON.stringify(recipients))
    .map(([runId, recipient, group, grantYear, component, lines, sum]) => ({
      runId: String(runId),
      recipient: Number(recipient),
      group: groupOfNumber(group),
      grantYear: Number(grantYear),
      component: componentOfNumber(component),
      lines: Number(lines),
      sumNok: Number(sum),
    }));
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
  return ledger.db
    .prepare(
      `SELECT recipient, netting_group,
         sum(CASE 'carried' WHEN to_place THEN amount WHEN from_place THEN -amount ELSE 0 END) AS balance
       FROM movements WHERE posting = ? GROUP BY 1, 2 HAVING balance <> 0 ORDER BY 1, 2`,
    )
    .all(batch.posting)
    .map((row) => ({ recipient: Number(row[0]), group: groupOfNumber(row[1]), balanceNok: Number(row[2]) }));
}
