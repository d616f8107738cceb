import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openLedger, type TableSet } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { failureOf, KARI, postRun } from '../support';
import { copyOfOlder, ledgerIn } from './older-ledgers';

/** Tables as a later version of the program might bring them. */
const NOTES: TableSet = {
  name: 'notes',
  version: 1,
  statements: [
    'CREATE TABLE notes (journal INTEGER PRIMARY KEY REFERENCES journal, text TEXT NOT NULL) STRICT',
    `CREATE TRIGGER notes_never_changed BEFORE UPDATE ON notes BEGIN SELECT RAISE(ABORT, 'notes: rows are never changed'); END`,
  ],
  kinds: { act_kinds: [['note', 0]], outcome_kinds: [['returned']], posting_kinds: [[7, 'interest']] },
};
const MORE: TableSet = {
  ...NOTES,
  version: 2,
  statements: [
    `CREATE TRIGGER notes_never_changed BEFORE UPDATE ON notes BEGIN SELECT RAISE(ABORT, 'notes stay as they are'); END`,
  ],
  kinds: { act_kinds: [['erase', 2]] },
};

const tableSets = [NOTES, MORE];

function extended(): string {
  const path = join(temporaryFolder(), 'ledger.db');
  const ledger = openLedger(path, { create: { rehearsal: false, by: KARI }, tableSets });
  expect(ledger.extend(NOTES, KARI)).toBe(true);
  expect(ledger.extend(NOTES, KARI)).toBe(false);
  expect(ledger.extend(MORE, KARI)).toBe(true);
  postRun(ledger, { lines: [{ recipient: '0301', due: 100 }] });
  ledger.close();
  return path;
}

function faultsOf(path: string): string[] {
  const ledger = openLedger(path, { readOnly: true, tableSets });
  const { faults } = ledger.verify();
  ledger.close();
  return faults.map(({ code, params }) => `${code} ${params.table ?? params.act ?? ''}`);
}

test('a ledger gets tables and kinds that came later by an act, and verifies with them', () => {
  const path = extended();
  expect(faultsOf(path)).toEqual([]);
  const db = new Sqlite(path, { readonly: true });
  const acts = db.prepare("SELECT body FROM journal WHERE act = 'extend'").pluck().all().map(String);
  expect(acts.map((body) => JSON.parse(body).kinds)).toEqual([
    ['act_kinds\tnote\t0', 'outcome_kinds\treturned', 'posting_kinds\t7\tinterest'],
    ['act_kinds\terase\t2'],
  ]);
  db.close();
});

test('a version comes after the one before', () => {
  const path = join(temporaryFolder(), 'ledger.db');
  const ledger = openLedger(path, { create: { rehearsal: true }, tableSets });
  expect(failureOf(() => ledger.extend(MORE, KARI))).toBe('refused LEDGER_TABLES_NOT_NEXT');
  ledger.close();
});

test('a program that does not know the tables, or knows others under the name, leaves the ledger alone', () => {
  const path = extended();
  expect(failureOf(() => openLedger(path))).toBe('refused LEDGER_NEWER_TABLES');
  const other = { ...NOTES, kinds: {} };
  expect(failureOf(() => openLedger(path, { tableSets: [other, MORE] }))).toBe('refused LEDGER_NEWER_TABLES');
});

test('an older ledger is migrated before it gets them', () => {
  const path = ledgerIn(copyOfOlder('rehearsal'));
  const ledger = openLedger(path, { tableSets });
  expect(ledger.extend(NOTES, { ...KARI, at: '2027-01-15T08:00:00Z' })).toBe(true);
  expect([ledger.format, ledger.verify().faults]).toEqual([2, []]);
  ledger.close();
});

test.each([
  ['a kind', "INSERT INTO places VALUES ('nowhere', 1)", 'belongs to no act'],
  ['a kind of its last act', "INSERT INTO places VALUES ('nowhere', (SELECT max(sequence) FROM journal))", 'no act'],
  ['a set', "INSERT INTO table_sets VALUES ('x', 1, hex(zeroblob(32)), 1)", 'belongs to no act'],
  ['a change', "UPDATE act_kinds SET moves = 2 WHERE act = 'continue'", 'rows are never changed'],
  ['a double', "INSERT OR REPLACE INTO act_kinds VALUES ('outcome', 2, 1)", 'act_kinds: the row'],
  [
    'an act of no kind',
    "INSERT INTO journal SELECT sequence + 1, 'bribe', at, actor, account, ledger, reason, build, format, body, hash, previous_hash FROM journal ORDER BY sequence DESC LIMIT 1",
    'FOREIGN KEY',
  ],
])('the file itself refuses kinds without their act: %s', (_, sql, message) => {
  const db = new Sqlite(extended());
  expect(() => db.exec(sql)).toThrow(message);
  db.close();
});

test.each([
  ["UPDATE act_kinds SET since = 2 WHERE act = 'create'", ['LEDGER_ROWS_WITHOUT_ACT act_kinds']],
  ["UPDATE act_kinds SET since = 3 WHERE act = 'note'", ['LEDGER_ROWS_WITHOUT_ACT act_kinds']],
])('a kind that another act brought than the file says is found: %s', (sql, expected) => {
  const path = extended();
  const db = new Sqlite(path);
  const trigger = db.prepare("SELECT sql FROM sqlite_master WHERE name = 'act_kinds_never_changed'").pluck().get();
  db.exec(`DROP TRIGGER act_kinds_never_changed; ${sql}; ${trigger}`);
  db.close();
  expect(faultsOf(path)).toEqual(expected);
});
