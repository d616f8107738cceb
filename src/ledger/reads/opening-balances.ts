import type { CarriedBalance } from '../../domain';
import { groupOfNumber } from '../codes';
import { knownBatch } from '../drafts/batches';
import { readDraftContent } from '../drafts/draft-reads';
import type { OpenLedger } from '../posting-reads';

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
