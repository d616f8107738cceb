import { join } from 'node:path';
import { NorsktilskuddError } from '../../domain';
import { isFolder } from '../../effects';
import { flag, oneOf, queryOf, rowsOf, text, valuesOf } from '../columns';
import type { OpenLedger } from '../posting-reads';
import { APPROVAL, BATCH, type BatchInfo, type BatchState } from './batch-info';

const FROM_BATCHES = `FROM batches AS b JOIN journal AS j ON j.sequence = b.journal
LEFT JOIN batch_ends AS e ON e.batch = b.batch LEFT JOIN posting_chain AS c ON c.batch = b.batch`;

/** Every draft with what became of it, in the order in which they were recorded. */
export function allBatches(ledger: OpenLedger): BatchInfo[] {
  return batchesWhere(ledger, 'ORDER BY b.batch');
}

/** The last draft recorded under a run id; undefined where there is none. */
export function findBatch(ledger: OpenLedger, runId: string): BatchInfo | undefined {
  return batchesWhere(ledger, 'WHERE b.run_id = ? ORDER BY b.batch DESC LIMIT 1', runId)[0];
}

function batchesWhere(ledger: OpenLedger, condition: string, ...values: readonly string[]): BatchInfo[] {
  const { db, format } = ledger;
  const columns = {
    ...BATCH,
    facts: text(format < 2 ? "''" : 'b.facts'),
    end: oneOf("coalesce(e.kind, 'draft')", STATES),
    isAnnulled: flag('EXISTS (SELECT 1 FROM posting_chain WHERE annuls = c.posting)'),
  };
  const approvals = queryOf(
    db,
    APPROVAL,
    'FROM approvals AS a JOIN journal AS j ON j.sequence = a.journal WHERE a.batch = ? ORDER BY a.journal',
  );
  return rowsOf(db, columns, `${FROM_BATCHES} ${condition}`, ...values).map(({ end, isAnnulled, ...batch }) => ({
    ...batch,
    state: isAnnulled ? 'annulled' : end,
    runFolder: runFolderOf(ledger, batch.runId, batch.recordedFolder),
    approvals: approvals(batch.batch),
  }));
}

/** @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN */
export function knownBatch(ledger: OpenLedger, runId: string): BatchInfo {
  const batch = findBatch(ledger, runId);
  if (!batch) throw new NorsktilskuddError('usage', 'LEDGER_RUN_UNKNOWN', { runId });
  return batch;
}

/** @throws NorsktilskuddError refused LEDGER_DRAFT_ENDED */
export function refuseEnded({ runId, state, supersededBy }: BatchInfo): void {
  if (state !== 'draft') throw new NorsktilskuddError('refused', 'LEDGER_DRAFT_ENDED', { runId, state, supersededBy });
}

/** Snapshots that posted batches rest on: they must never be pruned. */
export function snapshotsInUse(ledger: OpenLedger): string[] {
  const sql =
    "SELECT DISTINCT b.snapshot FROM batches AS b JOIN posting_chain USING (batch) WHERE b.snapshot <> '' ORDER BY 1";
  return valuesOf(ledger.db, String, sql);
}

/**
 * The folder beside the ledger that was opened, then the recorded one: a ledger is copied with what stands beside it, and
 * the folder that it was made with may be another copy's by now.
 */
function runFolderOf({ path }: OpenLedger, runId: string, recorded: string): string {
  if (recorded === '') return '';
  const beside = join(`${path}.d`, 'runs', runId);
  return isFolder(beside) ? beside : recorded;
}

const STATES: readonly BatchState[] = ['draft', 'posted', 'superseded', 'withdrawn'];
