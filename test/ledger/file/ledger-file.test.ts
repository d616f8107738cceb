import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openLedger } from '../../../src/ledger';
import { explainSqlite } from '../../../src/ledger/ledger-file';
import { temporaryFolder } from '../../support/temporary-folder';
import { makeExample } from '../example-ledger';
import { failureOf, KARI } from '../support';

const folder = temporaryFolder();
const original = join(folder, 'example.db');
makeExample(original);
const bytes = readFileSync(original);

/** Makes a file of a program that is not ours. */
function foreign(mode: string): string {
  const path = join(folder, `other-${mode}.db`);
  const db = new Sqlite(path);
  db.pragma(`journal_mode = ${mode}`);
  db.exec('CREATE TABLE t (x)');
  db.close();
  return path;
}

function fileOf(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test.each([
  ["another program's database", () => foreign('DELETE')],
  ["another program's database in WAL mode", () => foreign('WAL')],
  ['an empty file', () => fileOf('empty.db', '')],
  ['a text', () => fileOf('text.db', 'a,b\n1,2\n')],
  ['a text as long as a header', () => fileOf('long.db', 'x'.repeat(200))],
])('a file that is no ledger is left as it is, byte for byte: %s', (_, make) => {
  const path = make();
  const before = readFileSync(path);
  const beside = readdirSync(folder).sort();
  for (const options of [{}, { readOnly: true }, { create: { rehearsal: true, by: KARI } }]) {
    expect(failureOf(() => openLedger(path, options))).toBe('refused LEDGER_NOT_A_LEDGER');
  }
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(beside);
});

test('a folder is no ledger', () => {
  mkdirSync(join(folder, 'folder.db'));
  expect(failureOf(() => openLedger(join(folder, 'folder.db')))).toBe('refused LEDGER_NOT_A_LEDGER');
});

test('a file that was a ledger, by what lies beside it, is a damaged one', () => {
  const path = fileOf('was.db', Buffer.from(bytes).fill(0, 0, 100));
  mkdirSync(`${path}.d/runs`, { recursive: true });
  expect(failureOf(() => openLedger(path))).toBe('verification LEDGER_DAMAGED');
});

/** How opening a ledger and verifying it ends. */
function endOf(path: string): string {
  return failureOf(() => {
    const ledger = openLedger(path, { readOnly: true });
    try {
      ledger.prove({ grantYears: [2018], payments: true });
    } finally {
      ledger.close();
    }
  });
}

test('cut off after any page, it is damaged', () => {
  const ends = new Map<number, string>();
  for (let size = 4096; size < bytes.length; size += 4096) {
    ends.set(size, endOf(fileOf('cut.db', bytes.subarray(0, size))));
  }
  expect([...ends].filter(([, end]) => !end.startsWith('verification LEDGER_'))).toEqual([]);
});

test('a changed byte of the header is told, or changes nothing', () => {
  const ends = Array.from({ length: 100 }, (_, at) => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 0xff;
    return endOf(fileOf('header.db', copy));
  });
  expect(ends.filter((end) => end !== '' && !/^(verification|refused) LEDGER_/.test(end))).toEqual([]);
});

test('an act that was broken off is rolled back by a look-up, too', () => {
  const [path, copy] = [join(folder, 'broken.db'), join(folder, 'copy.db')];
  copyFileSync(original, path);
  const db = new Sqlite(path);
  db.pragma('cache_size = 1');
  db.exec('PRAGMA cache_spill = 1; BEGIN IMMEDIATE');
  db.exec('INSERT INTO prunings SELECT hex(randomblob(3000)), sequence, 0 FROM journal ORDER BY sequence DESC LIMIT 1');
  db.exec('CREATE TABLE later (x); INSERT INTO later VALUES (zeroblob(90000))');
  copyFileSync(path, copy);
  copyFileSync(`${path}-journal`, `${copy}-journal`);
  db.exec('ROLLBACK');
  db.close();
  expect(readFileSync(copy).equals(bytes)).toBe(false);
  expect(endOf(copy)).toBe('');
  expect(existsSync(`${copy}-journal`)).toBe(false);
});

test('a link to a ledger is that ledger; a new ledger appears whole and once', () => {
  symlinkSync(original, join(folder, 'link.db'));
  expect(endOf(join(folder, 'link.db'))).toBe('');
  const path = join(folder, 'new.db');
  openLedger(path, { create: { rehearsal: true, by: KARI } }).close();
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  expect(endOf(path)).toBe('');
});

test.each([
  ['SQLITE_BUSY', 'refused LEDGER_BUSY'],
  ['SQLITE_LOCKED_SHAREDCACHE', 'refused LEDGER_BUSY'],
  ['SQLITE_READONLY_DIRECTORY', 'refused LEDGER_WRITE_PROTECTED'],
  ['SQLITE_CANTOPEN', 'refused LEDGER_WRITE_PROTECTED'],
  ['SQLITE_PERM', 'refused LEDGER_WRITE_PROTECTED'],
  ['SQLITE_IOERR_READ', 'verification LEDGER_DISK_FAILED'],
  ['SQLITE_CORRUPT_INDEX', 'verification LEDGER_DAMAGED'],
  ['SQLITE_NOTADB', 'verification LEDGER_DAMAGED'],
  ['SQLITE_TOOBIG', 'verification LEDGER_DAMAGED'],
  ['SQLITE_ERROR', 'verification LEDGER_DAMAGED'],
])('what SQLite says is told with the path of the ledger: %s', (code, expected) => {
  const cause = explainSqlite(Object.assign(new Error('as SQLite says it'), { code }), '/srv/ledger.db');
  expect(
    failureOf(() => {
      throw cause;
    }),
  ).toBe(expected);
  expect(JSON.stringify(cause)).toContain('/srv/ledger.db');
});

test.each([['SQLITE_FULL'], ['ENOSPC']])('what is of the machine stays as it is: %s', (code) => {
  const cause = Object.assign(new Error('full'), { code });
  expect(explainSqlite(cause, '/srv/ledger.db')).toBe(cause);
});
