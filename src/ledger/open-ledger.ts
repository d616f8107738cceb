import { dirname, join } from 'node:path';
import { type ErrorDetail, errorDetail, NorsktilskuddError } from '../domain';
import { type Database, databaseHeader, isFolder, listFolder, openDatabase, pathExists } from '../effects';
import { type CreateOptions, makeLedgerFile } from './create-ledger';
import { explainSqlite, refuseForeignFile } from './ledger-file';
import { lastPosting, type OpenLedger } from './posting-reads';
import { checkTotalsOf } from './proof/line-proof';
import { APPLICATION_ID, FORMAT, OLDEST_FORMAT, type Shape, schemaDifferences } from './schema/schema';
import { heldSets, isToldByAct, knownSet, TABLE_SETS, type TableSet } from './schema/table-sets';

export interface OpenOptions {
  /** Makes the ledger where there is none. `by` goes into the journal. */
  readonly create?: CreateOptions;
  /** Refuses a rehearsal: somebody has said that the ledger is to be a real one. */
  readonly mustBeReal?: boolean;
  /** For look-ups: nothing can be written, and the file may be write-protected. */
  readonly readOnly?: boolean;
  /** false leaves out the control totals of the last batch: only for look-ups that must answer at once. */
  readonly checkTotals?: boolean;
  /** false leaves out the proof of what is read: only for telling every fault of a ledger, whatever it is. */
  readonly proves?: boolean;
  /** Sets of later tables that the ledger may hold; those that this program knows where none are given. */
  readonly tableSets?: readonly TableSet[];
}

/**
 * Opens a ledger, or makes one, and checks its shape, its kind and the control totals of its last batch.
 *
 * @throws NorsktilskuddError refused LEDGER_MISSING, LEDGER_NOT_A_LEDGER, LEDGER_NEWER_FORMAT,
 * LEDGER_IS_REAL, LEDGER_BUSY, LEDGER_WRITE_PROTECTED; verification LEDGER_DAMAGED, LEDGER_SHAPE_CHANGED, LEDGER_KIND_CHANGED, LEDGER_TOTALS_DIFFER
 */
export function openLedgerFile(path: string, options: OpenOptions): OpenLedger {
  if (!pathExists(path)) {
    if (!options.create) throw missing(path);
    makeLedgerFile(path, options.create);
  }
  refuseForeignFile(path);
  const db = openFile(path, options.readOnly ?? false);
  try {
    // In one look: another may be adding tables at this moment.
    const { shape, rehearsal } = db.reading(() => shapeOf(db, path, options));
    if (options.create?.rehearsal && !rehearsal) throw new NorsktilskuddError('refused', 'LEDGER_IS_REAL', { path });
    if (options.mustBeReal && rehearsal) throw new NorsktilskuddError('refused', 'LEDGER_IS_REHEARSAL', { path });
    const ledger: OpenLedger = { db, path, rehearsal, ...shape };
    // What writes proves what it builds upon.
    if (options.checkTotals ?? options.readOnly ?? false) checkTotalsOf(ledger, lastPosting(ledger));
    return ledger;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

function shapeOf(
  db: Database,
  path: string,
  { tableSets = TABLE_SETS }: OpenOptions,
): { shape: Shape; rehearsal: boolean } {
  const shape = { format: formatOf(db, path), tableSets };
  refuseUnknownTables(db, path, shape);
  return { shape, rehearsal: checkShape(db, path, shape) };
}

/** There is no ledger: it is never made in passing, and perhaps another one beside it was meant. */
function missing(path: string): NorsktilskuddError {
  return new NorsktilskuddError('refused', 'LEDGER_MISSING', { path }, ledgersBeside(path));
}

/**
 * Opens the file. An act that was broken off leaves a journal beside it, which SQLite plays back when the file is opened
 * for writing; so a look-up opens it so once, where it must and may.
 */
function openFile(path: string, readOnly: boolean): Database {
  const explain = (cause: unknown): unknown => explainSqlite(cause, path);
  const db = openDatabase(path, { mode: 'durable', holdsActs: true, readOnly, explain });
  if (!readOnly || !pathExists(`${path}-journal`)) return db;
  db.close();
  const restored = openDatabase(path, { mode: 'durable', explain });
  try {
    restored.prepare('SELECT count(*) FROM sqlite_master').get();
  } finally {
    restored.close();
  }
  return openDatabase(path, { mode: 'durable', holdsActs: true, readOnly, explain });
}

function formatOf(db: Database, path: string): number {
  const pragma = (name: string): number => Number(db.prepare(`PRAGMA ${name}`).get()?.[0]);
  const format = pragma('user_version');
  if (format > FORMAT) throw new NorsktilskuddError('refused', 'LEDGER_NEWER_FORMAT', { path, format, known: FORMAT });
  if (format < OLDEST_FORMAT) {
    throw new NorsktilskuddError('refused', 'LEDGER_OLDER_FORMAT', { path, format, known: OLDEST_FORMAT });
  }
  return format;
}

/** A newer program has added tables that this one knows nothing of, as its act says; else the row was changed by hand. */
function refuseUnknownTables(db: Database, path: string, { format, tableSets }: Shape): void {
  if (format < 2 || db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'table_sets'").get() === undefined) return;
  for (const held of heldSets(db)) {
    const { name, version } = held;
    if (knownSet(held, tableSets) !== undefined) continue;
    if (!isToldByAct(db, held)) {
      throw new NorsktilskuddError('verification', 'LEDGER_SHAPE_CHANGED', { path, names: 'table_sets' });
    }
    throw new NorsktilskuddError('refused', 'LEDGER_NEWER_TABLES', { path, name, version });
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

/** Ledgers that are named; a folder with more of them is no folder of ledgers. */
const NAMED = 20;

/** Ledgers in the folder of a path, real or rehearsal, as details of a refusal: perhaps one of them was meant. */
function ledgersBeside(path: string): ErrorDetail[] {
  const folder = dirname(path);
  if (!isFolder(folder)) return [];
  return listFolder(folder)
    .map((name) => join(folder, name))
    .filter((file) => file !== path && holdsLedger(file))
    .slice(0, NAMED)
    .map((file) => errorDetail(isRehearsal(file) ? 'LEDGER_BESIDE_REHEARSAL' : 'LEDGER_BESIDE_REAL', { file }));
}

/** Whether a file says of itself that it is a ledger; no more than its first bytes are read. */
function holdsLedger(file: string): boolean {
  try {
    const header = databaseHeader(file);
    return header?.isSqlite === true && header.applicationId === APPLICATION_ID;
  } catch {
    return false; // What cannot be read is not named: it is only a hint.
  }
}

function isRehearsal(file: string): boolean {
  try {
    const db = openDatabase(file, { mode: 'durable', readOnly: true });
    try {
      return db.prepare('SELECT rehearsal FROM ledger').get()?.[0] === 1;
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}
