import { join } from 'node:path';
import { at, NorsktilskuddError } from '../../domain';
import { isFolder, type SqlValue } from '../../effects';
import { BATCH_KINDS, nameIn } from '../codes';
import { textsOf } from '../hash-chain';
import type { OpenLedger } from '../posting-reads';
import { acceptedOf, figuresOf, figuresText } from './accepted';
import { type BatchColumn, COLUMNS_OF_BATCH, columnsSql } from './batch-columns';
import type { BatchInfo, BatchState, Blocker } from './batch-info';

const selectSql = (format: number): string => `SELECT ${columnsSql(format, 'b.')},
  j.at, j.build, j.reason, coalesce(e.kind, 'draft'), coalesce(e.superseded_by, ''),
  coalesce(c.posting, 0), coalesce(c.head, ''), EXISTS (SELECT 1 FROM posting_chain WHERE annuls = c.posting)
FROM batches AS b JOIN journal AS j ON j.sequence = b.journal
LEFT JOIN batch_ends AS e ON e.batch = b.batch LEFT JOIN posting_chain AS c ON c.batch = b.batch`;

/** Every draft with what became of it, in the order in which they were recorded. */
export function allBatches(ledger: OpenLedger): BatchInfo[] {
  return ledger.db
    .prepare(`${selectSql(ledger.format)} ORDER BY b.batch`)
    .all()
    .map((row) => infoOf(ledger, row));
}

/** The last draft recorded under a run id; undefined where there is none. */
export function findBatch(ledger: OpenLedger, runId: string): BatchInfo | undefined {
  const row = ledger.db
    .prepare(`${selectSql(ledger.format)} WHERE b.run_id = ? ORDER BY b.batch DESC LIMIT 1`)
    .get(runId);
  return row && infoOf(ledger, row);
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
  return ledger.db
    .prepare(
      "SELECT DISTINCT b.snapshot FROM batches AS b JOIN posting_chain USING (batch) WHERE b.snapshot <> '' ORDER BY 1",
    )
    .all()
    .map((row) => String(row[0]));
}

function infoOf(ledger: OpenLedger, row: readonly SqlValue[]): BatchInfo {
  const text = (column: BatchColumn): string => String(at(row, place(column)));
  const whole = (column: BatchColumn): number => Number(at(row, place(column)));
  const [time, build, reason, end, supersededBy, posting, headAfter, annulled] = row.slice(COLUMNS_OF_BATCH.length);
  return {
    batch: whole('batch'),
    journal: whole('journal'),
    runId: text('run_id'),
    kind: nameIn(BATCH_KINDS, text('kind')),
    grantYear: whole('grant_year'),
    term: whole('term'),
    supplementNumber: whole('supplement'),
    asOf: text('as_of'),
    annuls: whole('annuls'),
    state: annulled === 1 ? 'annulled' : nameIn(STATES, end),
    posting: Number(posting),
    postingHead: text('posting_head'),
    headAfter: String(headAfter),
    manifestHash: text('manifest_hash'),
    snapshot: text('snapshot'),
    runFolder: runFolderOf(ledger, text('run_id'), text('run_folder')),
    recordedFolder: text('run_folder'),
    ruleLockHash: text('rule_lock_hash'),
    parametersHash: text('parameters_hash'),
    blockers: blockersOf(text('blockers')),
    accepted: acceptedOf(text('accepted')),
    assumptions: textsOf(text('assumptions')),
    supersededBy: String(supersededBy),
    approvals: approvalsOf(ledger, whole('batch')),
    actor: text('actor'),
    at: String(time),
    build: String(build),
    reason: String(reason),
    lines: whole('lines'),
    linesTotalNok: whole('lines_total'),
    payments: whole('payments'),
    paidNok: whole('paid'),
    correctionsNok: whole('corrections'),
    personsCorrected: whole('persons_corrected'),
    heldNok: whole('held'),
    withheldNok: whole('withheld'),
    facts: text('facts'),
  };
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

function place(column: BatchColumn): number {
  return COLUMNS_OF_BATCH.indexOf(column);
}

function approvalsOf(ledger: OpenLedger, batch: number): { role: string; actor: string; at: string }[] {
  return ledger.db
    .prepare(
      `SELECT a.role, a.actor, j.at FROM approvals AS a JOIN journal AS j ON j.sequence = a.journal
       WHERE a.batch = ? ORDER BY a.journal`,
    )
    .all(batch)
    .map((row) => ({ role: String(row[0]), actor: String(row[1]), at: String(row[2]) }));
}

/** Blockers as they stand in a column: a JSON list of texts `code name status figures`, without figures in format 1. */
function blockersOf(json: string): Blocker[] {
  return textsOf(json).map((text) => {
    const [code = '', name = '', status = '', figures = ''] = text.split('\t');
    return { code, name, status, figures: figuresOf(figures) };
  });
}

/** One text for a blocker. */
export function blockerText(blocker: Blocker): string {
  const figures = figuresText(blocker.figures ?? {});
  return [blocker.code, blocker.name, blocker.status, ...(figures === '' ? [] : [figures])].join('\t');
}
