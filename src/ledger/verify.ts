import { NorsktilskuddError } from '../domain';
import { type ChainEntry, chainEntries } from './chain-reads';
import { checkDraftUnchanged, readDraftContent } from './draft-reads';
import type { OpenLedger } from './posting-reads';
import { schemaDifferences } from './schema';
import type { LedgerFault, VerificationReport } from './types';
import { journalFaults } from './verify-journal';
import { outcomeFaults } from './verify-outcomes';
import { personFaults } from './verify-persons';
import { placeFaults } from './verify-places';
import { postingFaults } from './verify-postings';

/**
 * Checks everything that the ledger holds against itself: SQLite's own integrity and keys, the shape with its triggers,
 * both chains, every row against the bytes that were hashed, control totals, places, persons and the drafts that stand.
 * Whoever rewrites all of it consistently is found only by a head that was kept elsewhere.
 */
export function verifyLedger(ledger: OpenLedger): VerificationReport {
  ledger.db.exec('BEGIN');
  try {
    const journal = journalFaults(ledger);
    const postings = postingFaults(ledger);
    const persons = personFaults(ledger);
    const entries = chainEntries(ledger);
    const faults = [
      ...fileFaults(ledger),
      ...shapeFaults(ledger),
      ...journal.faults,
      ...postings.faults,
      ...disagreements(entries),
      ...strayRows(ledger),
      ...placeFaults(ledger, entries),
      ...outcomeFaults(ledger),
      ...persons.faults,
      ...draftFaults(ledger),
    ];
    const batches = Number(ledger.db.prepare('SELECT count(*) FROM batches').get()?.[0]);
    const counts = { acts: journal.acts, batches, postings: postings.postings, personsForgotten: persons.forgotten };
    return { faults, counts };
  } finally {
    ledger.db.exec('ROLLBACK');
  }
}

/** SQLite's own check covers damage, unique keys, empty values and CHECK rules. */
function fileFaults(ledger: OpenLedger): LedgerFault[] {
  const damage = ledger.db
    .prepare('PRAGMA integrity_check(20)')
    .all()
    .filter(([text]) => text !== 'ok')
    .map(([text]) => ({ code: 'LEDGER_FILE_DAMAGED', params: { what: String(text) } }));
  const loose = ledger.db
    .prepare('PRAGMA foreign_key_check')
    .all()
    .slice(0, 20)
    .map(([table]) => ({ code: 'LEDGER_FILE_DAMAGED', params: { what: `foreign key of ${String(table)}` } }));
  return [...damage, ...loose];
}

function shapeFaults(ledger: OpenLedger): LedgerFault[] {
  const names = schemaDifferences(ledger.db);
  return names.length === 0
    ? []
    : [{ code: 'LEDGER_SHAPE_CHANGED', params: { path: ledger.path, names: names.join(', ') } }];
}

function disagreements(entries: readonly ChainEntry[]): LedgerFault[] {
  return entries
    .filter((entry) => !entry.agreesWithDraft)
    .map(({ posting, runId }) => ({ code: 'LEDGER_POSTING_DIFFERS', params: { posting, runId, row: 'batch' } }));
}

const OF_A_POSTING = ['posting_text', 'postings', 'movements', 'payments', 'coverage', 'control_totals'] as const;

/** Rows of postings that the chain does not know, and groups that are not their component's. */
function strayRows(ledger: OpenLedger): LedgerFault[] {
  const tables = OF_A_POSTING.filter((table) =>
    ledger.db
      .prepare(
        `SELECT 1 FROM ${table} AS t WHERE posting > 0
         AND NOT EXISTS (SELECT 1 FROM posting_chain WHERE posting = t.posting) LIMIT 1`,
      )
      .get(),
  );
  const groups = ['postings', 'control_totals'].filter((table) =>
    ledger.db
      .prepare(
        `SELECT 1 FROM ${table} JOIN components AS c USING (component) WHERE ${table}.netting_group <> c.netting_group LIMIT 1`,
      )
      .get(),
  );
  return [...tables, ...groups].map((table) => ({ code: 'LEDGER_STRAY_ROWS', params: { table } }));
}

function draftFaults(ledger: OpenLedger): LedgerFault[] {
  const open = ledger.db
    .prepare('SELECT batch FROM batches AS b WHERE NOT EXISTS (SELECT 1 FROM batch_ends WHERE batch = b.batch)')
    .all();
  return open.flatMap(([batch]) => {
    try {
      checkDraftUnchanged(ledger.db, Number(batch), readDraftContent(ledger.db, Number(batch)));
      return [];
    } catch (cause) {
      if (cause instanceof NorsktilskuddError) return [{ code: cause.code, params: cause.params }];
      throw cause;
    }
  });
}
