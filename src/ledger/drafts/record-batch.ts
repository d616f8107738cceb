import { assert, NorsktilskuddError } from '../../domain';
import { lastConfirmation } from '../cases/case-reads';
import { type ActBy, actorKey, writeAct } from '../journal';
import type { OpenLedger } from '../posting-reads';
import { acceptedText, blockerText } from './accepted';
import { type BatchColumn, type BatchRow, COLUMNS_OF_BATCH, CONTENT_COLUMNS, summaryColumns } from './batch-columns';
import type { BatchInfo, DraftHeader } from './batch-info';
import { findBatch, knownBatch } from './batches';
import { type DraftContent, type DraftSummary, summariseDraft } from './draft-content';
import type { DraftAnswer } from './draft-input';
import { removeDraftContent, storeDraftContent } from './draft-store';

/** Checks within the transaction: before anything is written, and once the content has been counted. */
export interface DraftChecks {
  before(): void;
  after(summary: DraftSummary): void;
}

/** Records a draft in one transaction, or finds that it has been recorded. */
export function recordBatch(
  ledger: OpenLedger,
  header: DraftHeader,
  content: DraftContent,
  checks: DraftChecks,
): DraftAnswer {
  const { db } = ledger;
  assert(actorKey(header.actor) !== '', 'a draft needs the name of the one who made it');
  return db.transaction(() => {
    const earlier = findBatch(ledger, header.runId);
    if (earlier) refuseOtherContent(ledger, earlier, header, content);
    const standing = earlier?.state === 'posted' || earlier?.state === 'annulled' || earlier?.state === 'draft';
    // Older than an act of a case it can never be approved, also where that act has ended since: it is recorded anew.
    const isStale = earlier?.state === 'draft' && header.kind === 'run' && lastConfirmation(ledger) > earlier.journal;
    if (earlier && standing && !isStale && (earlier.state !== 'draft' || earlier.recordedFolder === header.runFolder)) {
      return { already: true, batch: earlier, superseded: [] };
    }
    checks.before();
    const superseded = supersede(ledger, header);
    const next = db.prepare('SELECT coalesce(max(batch), 0) + 1 FROM batches').get();
    const batch = Number(next?.[0]);
    const summary = storeDraftContent(db, batch, content);
    checks.after(summary);
    insertRow(ledger, header, batchRow(header, batch, summary));
    const already = earlier?.state === 'draft' && !isStale;
    return { already, batch: knownBatch(ledger, header.runId), superseded };
  });
}

/** The batches row of a draft; `journal` is 0 until the act has been written. */
function batchRow(header: DraftHeader, batch: number, summary: DraftSummary): BatchRow {
  return {
    batch,
    journal: 0,
    run_id: header.runId,
    kind: header.kind,
    grant_year: header.grantYear,
    term: header.term,
    supplement: header.supplementNumber,
    as_of: header.asOf,
    annuls: header.annuls,
    actor: header.actor,
    actor_key: actorKey(header.actor),
    posting_head: header.postingHead,
    manifest_hash: header.manifestHash,
    snapshot: header.snapshot,
    run_folder: header.runFolder,
    rule_lock_hash: header.ruleLockHash,
    parameters_hash: header.parametersHash,
    accepted: JSON.stringify(header.accepted.map(acceptedText)),
    assumptions: JSON.stringify(header.assumptions),
    blockers: JSON.stringify(header.blockers.map(blockerText)),
    ...summaryColumns(summary),
    facts: header.facts ?? '',
  };
}

function insertRow(ledger: OpenLedger, by: ActBy, row: BatchRow): void {
  const content = Object.fromEntries(CONTENT_COLUMNS.map((column) => [column, row[column]]));
  const journal = writeAct(ledger.db, 'draft', by, content);
  const values = COLUMNS_OF_BATCH.map((column) => (column === 'journal' ? journal : row[column]));
  const places = COLUMNS_OF_BATCH.map(() => '?').join(', ');
  ledger.db.prepare(`INSERT INTO batches (${COLUMNS_OF_BATCH.join(', ')}) VALUES (${places})`).run(...values);
}

/** Ends the open drafts that stand in the way of this one; returns their run ids. */
function supersede(ledger: OpenLedger, header: DraftHeader): string[] {
  const open = ledger.db
    .prepare(
      `SELECT batch, run_id FROM batches AS b
       WHERE (run_id = ? OR (kind = ? AND grant_year = ? AND term = ? AND supplement = ? AND annuls = ?))
       AND NOT EXISTS (SELECT 1 FROM batch_ends WHERE batch = b.batch) ORDER BY batch`,
    )
    .all(header.runId, header.kind, header.grantYear, header.term, header.supplementNumber, header.annuls);
  for (const [batch, runId] of open) {
    const content = { run_id: String(runId), superseded_by: header.runId };
    const journal = writeAct(ledger.db, 'supersede', header, content);
    ledger.db
      .prepare("INSERT INTO batch_ends (batch, journal, kind, superseded_by) VALUES (?, ?, 'superseded', ?)")
      .run(Number(batch), journal, header.runId);
    removeDraftContent(ledger.db, Number(batch));
  }
  return open.map(([, runId]) => String(runId)).filter((runId) => runId !== header.runId);
}

/**
 * The same run id must mean the same content; where and when the folder was made may differ, as may the identities that
 * matter, which depend on what has been posted since.
 */
function refuseOtherContent(ledger: OpenLedger, earlier: BatchInfo, header: DraftHeader, content: DraftContent): void {
  const summary = summariseDraft(content, () => {});
  const now = batchRow(header, earlier.batch, summary);
  const columns = CONTENT_COLUMNS.filter((column) => column !== 'run_folder' && column !== 'identities_hash');
  const before = ledger.db.prepare(`SELECT ${columns.join(', ')} FROM batches WHERE batch = ?`).get(earlier.batch);
  const differing = columns.filter((column: BatchColumn, index) => before?.[index] !== now[column]);
  if (differing.length === 0) return;
  if (differing.join() === 'manifest_hash') {
    throw new NorsktilskuddError('refused', 'LEDGER_DRAFT_OTHER_MANIFEST', { runId: header.runId });
  }
  throw new NorsktilskuddError('refused', 'LEDGER_DRAFT_DIFFERS', {
    runId: header.runId,
    fields: differing.join(', '),
  });
}
