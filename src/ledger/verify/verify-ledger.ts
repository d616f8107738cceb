import { type ErrorDetail, errorDetail, InvariantError, NorsktilskuddError } from '../../domain';
import { chainEntries } from '../chain/chain-entries';
import { UnknownValue } from '../codes';
import { checkDraftUnchanged, readDraftContent } from '../drafts/draft-reads';
import { laterFaults } from '../later/later-acts';
import type { OpenLedger } from '../posting-reads';
import { schemaDifferences } from '../schema/schema';
import { witnessFaults } from '../witness/witness-rules';
import { journalFaults } from './journal-faults';
import { outcomeFaults } from './outcome-faults';
import { figureFaults, personFaults } from './person-faults';
import { placeFaults } from './place-faults';
import { postingFaults } from './posting-faults';
import { kindFaults, ruleFaults } from './rule-faults';
import { signatureFaults, signedActFaults } from './signature-faults';

export interface VerificationReport {
  readonly faults: readonly ErrorDetail[];
  readonly counts: {
    readonly acts: number;
    readonly batches: number;
    readonly postings: number;
    readonly personsForgotten: number;
  };
}

/**
 * Checks everything that the ledger holds against itself: SQLite's own integrity and keys, the shape with its triggers,
 * both chains, every row against the bytes that were hashed, control totals, places, persons and the drafts that stand.
 * Whoever rewrites all of it consistently is found only by a head that was kept elsewhere.
 */
export function verifyLedger(ledger: OpenLedger): VerificationReport {
  ledger.db.exec('BEGIN');
  try {
    const { faults, counts } = checkContent(ledger);
    return {
      // First of all: whatever checks, it is not the ledger that was last used.
      faults: [...readable('journal', () => ({ faults: witnessFaults(ledger) }), { faults: [] }).faults, ...faults],
      counts,
    };
  } finally {
    ledger.db.exec('ROLLBACK');
  }
}

/** The same without the file beside the ledger. The caller holds the transaction. */
export function contentFaults(ledger: OpenLedger): readonly ErrorDetail[] {
  return checkContent(ledger).faults;
}

function checkContent(ledger: OpenLedger): VerificationReport {
  const journal = readable('journal', () => journalFaults(ledger), { acts: 0, faults: [] });
  const postings = readable('postings', () => postingFaults(ledger), { postings: 0, faults: [] });
  const persons = readable('persons', () => personFaults(ledger), { forgotten: 0, faults: [] });
  const faults = [
    ...journal.faults,
    ...postings.faults,
    ...persons.faults,
    ...CHECKS.flatMap(([table, check]) => readable(table, () => ({ faults: check(ledger) }), { faults: [] }).faults),
  ];
  const batches = Number(ledger.db.prepare('SELECT count(*) FROM batches').get()?.[0]);
  const counts = { acts: journal.acts, batches, postings: postings.postings, personsForgotten: persons.forgotten };
  return { faults, counts };
}

/**
 * A check of which a row that cannot even be read (a name outside its list, broken JSON) is a fault like any other.
 *
 * @param table whose rows were looked at
 */
export function readable<T extends { readonly faults: readonly ErrorDetail[] }>(
  table: string,
  check: () => T,
  otherwise: T,
): T {
  try {
    return check();
  } catch (cause) {
    if (cause instanceof UnknownValue) {
      return { ...otherwise, faults: [errorDetail('LEDGER_VALUE_UNKNOWN', { table, value: cause.value })] };
    }
    if (!(cause instanceof InvariantError || cause instanceof SyntaxError)) throw cause;
    return { ...otherwise, faults: [errorDetail('LEDGER_ROWS_UNREADABLE', { table })] };
  }
}

function placesOf(ledger: OpenLedger): ErrorDetail[] {
  return placeFaults(ledger, chainEntries(ledger));
}

/** SQLite's own check covers damage, unique keys and empty values. */
function fileFaults(ledger: OpenLedger): ErrorDetail[] {
  const damage = ledger.db
    .prepare('PRAGMA integrity_check(20)')
    .all()
    .filter(([text]) => text !== 'ok')
    .map(([text]) => errorDetail('LEDGER_FILE_DAMAGED', { what: String(text) }));
  const loose = ledger.db
    .prepare('PRAGMA foreign_key_check')
    .all()
    .slice(0, 20)
    .map(([table]) => errorDetail('LEDGER_KEY_BROKEN', { table: String(table) }));
  return [...damage, ...loose];
}

function shapeFaults(ledger: OpenLedger): ErrorDetail[] {
  const names = schemaDifferences(ledger.db, ledger);
  return names.length === 0
    ? []
    : [errorDetail('LEDGER_SHAPE_CHANGED', { path: ledger.path, names: names.join(', ') })];
}

function disagreements(ledger: OpenLedger): ErrorDetail[] {
  return chainEntries(ledger)
    .filter((entry) => !entry.agreesWithDraft)
    .map(({ posting, runId }) => errorDetail('LEDGER_POSTING_DIFFERS', { posting, runId, row: 'batch' }));
}

const OF_A_POSTING = ['posting_text', 'postings', 'movements', 'payments', 'coverage', 'control_totals'] as const;

/** Rows of postings that the chain does not know, and groups that are not their component's. */
function strayRows(ledger: OpenLedger): ErrorDetail[] {
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
  return [...tables, ...groups].map((table) => errorDetail('LEDGER_STRAY_ROWS', { table }));
}

function draftFaults(ledger: OpenLedger): ErrorDetail[] {
  const open = ledger.db
    .prepare('SELECT batch FROM batches AS b WHERE NOT EXISTS (SELECT 1 FROM batch_ends WHERE batch = b.batch)')
    .all();
  return open.flatMap(([batch]) => {
    try {
      checkDraftUnchanged(ledger.db, Number(batch), readDraftContent(ledger.db, Number(batch)));
      return [];
    } catch (cause) {
      if (cause instanceof NorsktilskuddError) return [errorDetail(cause.code, cause.params)];
      throw cause;
    }
  });
}

/** What else is checked, with the table whose rows it reads first of all. */
const CHECKS: readonly (readonly [table: string, (ledger: OpenLedger) => readonly ErrorDetail[]])[] = [
  ['journal', fileFaults],
  ['batches', ruleFaults],
  ['table_sets', shapeFaults],
  ['posting_chain', disagreements],
  ['postings', strayRows],
  ['movements', placesOf],
  ['payment_outcomes', outcomeFaults],
  ['signatures', signatureFaults],
  ['signed_lists', signedActFaults],
  ['posting_text', figureFaults],
  ['act_kinds', kindFaults],
  ['case_details', laterFaults],
  ['draft_lines', draftFaults],
];
