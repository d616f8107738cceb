import { assert, NorsktilskuddError } from '../../domain';
import type { Database } from '../../effects';
import { personsIn } from '../chain/chain-entries';
import { type ActBy, type ActContent, journalHead, writeAct } from '../journal';
import { balancesAsOf, lastPosting, type OpenLedger, postingHead } from '../posting-reads';
import { balancesHash, endsHashOf, lastGrantYearOf } from '../postings/post-figures';
import { FORMAT_1_OWN } from '../schema/format-1';
import { FIRST_KINDS } from '../schema/kinds';
import { FORMAT, insertKinds, nameOf, STATEMENTS, schemaDifferences } from '../schema/schema';
import { contentFaults } from '../verify/verify-ledger';

/**
 * Brings a ledger of format 1 to this program's format, before the first act that is written to it: one transaction and
 * one act, `migrate`, in the name of the one who does that act. No hashed byte changes, and a ledger in which anything
 * does not check is left as it is. Does nothing to a ledger of this format.
 *
 * @throws NorsktilskuddError verification LEDGER_NOT_MIGRATED with every fault as a detail
 */
export function migrateIfOlder(ledger: OpenLedger, by: ActBy): void {
  if (ledger.format >= FORMAT) return;
  const { db } = ledger;
  // Tables are taken away and made anew under their names: rules between them are checked at the end.
  db.exec('PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON');
  try {
    db.transaction(() => {
      if (Number(db.prepare('PRAGMA user_version').get()?.[0]) < FORMAT) migrate(ledger, by);
    });
    ledger.format = FORMAT;
  } finally {
    db.exec('PRAGMA foreign_keys = ON; PRAGMA legacy_alter_table = OFF');
  }
}

function migrate(ledger: OpenLedger, { actor, at, build, account }: ActBy): void {
  const { db, path } = ledger;
  const faults = contentFaults(ledger);
  if (faults.length > 0) throw new NorsktilskuddError('verification', 'LEDGER_NOT_MIGRATED', { path }, faults);
  const [content, heads] = [migrateAct(ledger), `${postingHead(ledger)} ${journalHead(db)}`];
  takeAwayRules(db);
  for (const statement of FORMAT_1_OWN) {
    if (!statement.startsWith('CREATE TABLE')) continue;
    const table = nameOf(statement);
    db.exec(`ALTER TABLE ${table} RENAME TO format_1_${table}`);
  }
  for (const statement of STATEMENTS) {
    if (statement.startsWith('CREATE TABLE') && !isThere(db, nameOf(statement))) db.exec(statement);
  }
  moveRows(db);
  assert(`${postingHead(ledger)} ${journalHead(db)}` === heads, 'the migration changed a head');
  for (const statement of STATEMENTS) if (!isThere(db, nameOf(statement))) db.exec(statement);
  db.exec(`PRAGMA user_version = ${FORMAT}`);
  insertKinds(
    db,
    FIRST_KINDS,
    writeAct(db, 'migrate', account === undefined ? { actor, at, build } : { actor, at, build, account }, content),
  );
  const shape = { format: FORMAT, tableSets: ledger.tableSets };
  assert(schemaDifferences(db, shape).length === 0, 'the migration does not give the shape of the format');
  assert(db.prepare('PRAGMA foreign_key_check').get() === undefined, 'the migration left a row without its kind');
}

/** Columns that a table of format 1 did not have, by table: what is copied, and the values of the new ones. */
const COPIES: Readonly<Record<string, string>> = {
  journal: `SELECT sequence, act, at, actor, '', '', reason, build, format, body, previous_hash, hash FROM format_1_journal`,
  batches: `SELECT *, '' FROM format_1_batches`,
  forgettings: `SELECT journal, last_grant_year, persons, '' FROM format_1_forgettings`,
};

function moveRows(db: Database): void {
  for (const statement of FORMAT_1_OWN) {
    if (!statement.startsWith('CREATE TABLE')) continue;
    const table = nameOf(statement);
    // The act of the migration brings the kinds.
    if (table !== 'posting_kinds') {
      db.exec(`INSERT INTO ${table} ${COPIES[table] ?? `SELECT * FROM format_1_${table}`}`);
    }
    db.exec(`DROP TABLE format_1_${table}`);
  }
}

/** Triggers, views and indexes: all are made again. */
function takeAwayRules(db: Database): void {
  const rules = db
    .prepare("SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view', 'index') AND sql IS NOT NULL")
    .all();
  for (const [type, name] of rules) db.exec(`DROP ${String(type)} ${String(name)}`);
}

function isThere(db: Database, name: string): boolean {
  return db.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(name) !== undefined;
}

/** What the journal says of a migration: the figures that acts of this format keep of each posting, for those before it. */
function migrateAct(ledger: OpenLedger): ActContent {
  const { db } = ledger;
  const last = lastPosting(ledger);
  const postings = Array.from({ length: last }, (_, index) => index + 1);
  const { count, hash } = personsIn(ledger);
  return {
    from_format: ledger.format,
    to_format: FORMAT,
    persons: count,
    persons_hash: hash,
    balances_hash: balancesHash(balancesAsOf(ledger, last)),
    postings: postings.map((posting) => `${posting}\t${lastGrantYearOf(db, posting)}\t${endsHashOf(db, posting)}`),
  };
}
