import { NorsktilskuddError } from '../domain';
import { type Database, errorCodeOf, openDatabase, pathExists } from '../effects';
import type { CreateOptions } from './create-ledger';
import { lastPosting, type OpenLedger } from './posting-reads';
import { checkTotalsOf } from './reads/control-totals';
import { APPLICATION_ID, FORMAT, isEmptyFile, OLDEST_FORMAT, type Shape, schemaDifferences } from './schema/schema';
import { heldSets, knownSet, TABLE_SETS, type TableSet } from './schema/table-sets';

export interface OpenOptions {
  /** Makes the ledger where there is none. `by` goes into the journal. */
  readonly create?: CreateOptions;
  /** Refuses a rehearsal: somebody has said that the ledger is to be a real one. */
  readonly mustBeReal?: boolean;
  /** For look-ups: nothing can be written, and the file may be write-protected. */
  readonly readOnly?: boolean;
  /** false leaves out the control totals of the last batch: only for look-ups that must answer at once. */
  readonly checkTotals?: boolean;
  /** Sets of later tables that the ledger may hold; those that this program knows where none are given. */
  readonly tableSets?: readonly TableSet[];
}

/**
 * Opens a ledger, or makes one, and checks its shape, its kind and the control totals of its last batch.
 *
 * @throws NorsktilskuddError refused LEDGER_MISSING, LEDGER_NOT_A_LEDGER, LEDGER_NEWER_FORMAT,
 * LEDGER_IS_REAL, LEDGER_BUSY; verification LEDGER_SHAPE_CHANGED, LEDGER_KIND_CHANGED, LEDGER_TOTALS_DIFFER
 */
export function openLedgerFile(path: string, options: OpenOptions): OpenLedger {
  if (!pathExists(path) && !options.create) throw missing(path);
  const db = openFile(path, options);
  try {
    if (options.create && isEmptyFile(db)) loadCreation().createLedger(db, options.create);
    const shape = { format: formatOf(db, path), tableSets: options.tableSets ?? TABLE_SETS };
    refuseUnknownTables(db, path, shape);
    const rehearsal = checkShape(db, path, shape);
    if (options.create?.rehearsal && !rehearsal) throw new NorsktilskuddError('refused', 'LEDGER_IS_REAL', { path });
    if (options.mustBeReal && rehearsal) throw new NorsktilskuddError('refused', 'LEDGER_IS_REHEARSAL', { path });
    const ledger: OpenLedger = { db, path, rehearsal, ...shape };
    if (options.checkTotals !== false) checkTotalsOf(ledger, lastPosting(ledger));
    return ledger;
  } catch (cause) {
    db.close();
    throw readable(cause, path);
  }
}

/** There is no ledger: it is never made in passing, and perhaps another one beside it was meant. */
function missing(path: string): NorsktilskuddError {
  const { ledgersBeside }: typeof import('./ledgers-beside') = require('./ledgers-beside');
  return new NorsktilskuddError('refused', 'LEDGER_MISSING', { path }, ledgersBeside(path));
}

/** Loaded when it is needed: most ledgers that are opened exist. */
function loadCreation(): typeof import('./create-ledger') {
  return require('./create-ledger');
}

function openFile(path: string, options: OpenOptions): Database {
  try {
    return openDatabase(path, { mode: 'durable', readOnly: options.readOnly ?? false });
  } catch (cause) {
    throw readable(cause, path);
  }
}

function formatOf(db: Database, path: string): number {
  if (isEmptyFile(db)) throw missing(path);
  const pragma = (name: string): number => Number(db.prepare(`PRAGMA ${name}`).get()?.[0]);
  if (pragma('application_id') !== APPLICATION_ID) {
    throw new NorsktilskuddError('refused', 'LEDGER_NOT_A_LEDGER', { path });
  }
  const format = pragma('user_version');
  if (format > FORMAT) throw new NorsktilskuddError('refused', 'LEDGER_NEWER_FORMAT', { path, format, known: FORMAT });
  if (format < OLDEST_FORMAT) {
    throw new NorsktilskuddError('refused', 'LEDGER_OLDER_FORMAT', { path, format, known: OLDEST_FORMAT });
  }
  return format;
}

/** A newer program has added tables that this one knows nothing of. */
function refuseUnknownTables(db: Database, path: string, { format, tableSets }: Shape): void {
  if (format < 2 || db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'table_sets'").get() === undefined) return;
  for (const held of heldSets(db)) {
    const { name, version } = held;
    if (knownSet(held, tableSets) === undefined) {
      throw new NorsktilskuddError('refused', 'LEDGER_NEWER_TABLES', { path, name, version });
    }
  }
}

/** The file's shape is the one that was made, and its kind is what the first act says. */
function checkShape(db: Database, path: string, shape: Shape): boolean {
  const differences = schemaDifferences(db, shape);
  if (differences.length > 0) {
    throw new NorsktilskuddError('verification', 'LEDGER_SHAPE_CHANGED', { path, names: differences.join(', ') });
  }
  const kinds = db.prepare('SELECT rehearsal FROM ledger').all();
  const rehearsal = kinds[0]?.[0] === 1;
  const body = String(db.prepare('SELECT body FROM journal WHERE sequence = 1').get()?.[0]);
  if (kinds.length !== 1 || !body.includes(`"rehearsal":${rehearsal ? 1 : 0}`)) {
    throw new NorsktilskuddError('verification', 'LEDGER_KIND_CHANGED', { path });
  }
  return rehearsal;
}

/** Faults of SQLite that a user can act on. */
function readable(cause: unknown, path: string): unknown {
  const code = errorCodeOf(cause);
  if (code === 'SQLITE_NOTADB') return new NorsktilskuddError('refused', 'LEDGER_NOT_A_LEDGER', { path });
  if (code === 'SQLITE_BUSY') return new NorsktilskuddError('refused', 'LEDGER_BUSY', { path });
  return cause;
}
