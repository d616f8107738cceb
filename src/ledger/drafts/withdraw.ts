import { assert } from '../../domain';
import { actorKey, type SignedActBy } from '../journal';
import type { OpenLedger } from '../posting-reads';
import { writeSignedAct } from '../signed-acts/write-signed-act';
import type { ActAnswer } from './batch-info';
import { knownBatch, refuseEnded } from './batches';
import { removeDraftContent } from './draft-store';

export interface WithdrawalInput extends SignedActBy {
  readonly reason: string;
}

/**
 * Ends a draft without posting it. Again: "already".
 *
 * @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN; refused LEDGER_DRAFT_ENDED where it ended otherwise,
 * LEDGER_ACT_REFUSED where the ledger wants a signature
 */
export function withdraw(ledger: OpenLedger, runId: string, by: WithdrawalInput): ActAnswer {
  assert(by.reason !== '' && actorKey(by.actor) !== '', 'a withdrawal needs a name and a reason');
  return ledger.db.transaction(() => {
    const batch = knownBatch(ledger, runId);
    if (batch.state === 'withdrawn') return { already: true, batch };
    refuseEnded(batch);
    const journal = writeSignedAct(ledger.db, 'withdraw', by, { run_id: runId });
    ledger.db
      .prepare("INSERT INTO batch_ends (batch, journal, kind, superseded_by) VALUES (?, ?, 'withdrawn', '')")
      .run(batch.batch, journal);
    removeDraftContent(ledger.db, batch.batch);
    return { already: false, batch: knownBatch(ledger, runId) };
  });
}
