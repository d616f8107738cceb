import { copyFileSync, mkdirSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type Access, accessLogPath, logAccess, readAccessLog } from '../../src/audit';
import { accessNotePath } from '../../src/audit/access-note';
import { ACCESS_SHAPE, accessBody, accessHash, EMPTY_ACCESS_HEAD } from '../../src/audit/access-rows';
import { NorsktilskuddError } from '../../src/domain';
import { setFaultPlan } from '../../src/effects';
import { type CliResult, cli } from '../cli/support';
import { temporaryFolder } from '../support/temporary-folder';

const folder = temporaryFolder();
const PSEUDONYM = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

function access(runId: string): Access {
  return {
    kind: 'explain',
    actor: 'kari',
    at: '2018-04-01T08:00:00Z',
    runId,
    subjects: [PSEUDONYM, `${runId}-12`],
    purpose: 'klage',
  };
}

test('every access is a row chained to the one before, in a file for its owner alone', () => {
  const path = accessLogPath(join(folder, 'first.db'));
  const heads = [logAccess(path, access('2018-T1-0123456789ab')), logAccess(path, access('2018-T2-0123456789ab'))];
  const log = readAccessLog(path);
  expect(log).toMatchObject({ head: heads[1], faults: [] });
  expect(log.rows.map((row) => [row.sequence, row.runId, row.purpose, row.subjects.length])).toEqual([
    [1, '2018-T1-0123456789ab', 'klage', 2],
    [2, '2018-T2-0123456789ab', 'klage', 2],
  ]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('nothing has been logged where there is no file', () => {
  expect(readAccessLog(join(folder, 'none.db'))).toMatchObject({ rows: [], faults: [] });
});

test('a person id never stands in the log', () => {
  const path = join(folder, 'ids.db');
  expect(logAccess(path, access('2018-T1-012345678901'))).toHaveLength(64);
  logAccess(path, { ...access('r'), subjects: ['201812345678', PSEUDONYM], purpose: 'om 201812345678' });
  expect(readAccessLog(path).rows.map(({ runId, subjects, purpose }) => [runId, subjects[0], purpose])).toEqual([
    ['2018-T1-012345678901', PSEUDONYM, 'klage'],
    ['r', '************', 'om ************'],
  ]);
});

test('the file refuses changes, and what is changed past it is found', () => {
  const path = join(folder, 'changed.db');
  for (const term of [1, 2, 3]) logAccess(path, access(`2018-T${term}-0123456789ab`));
  const file = new Sqlite(path);
  expect(() => file.exec("UPDATE access SET body = 'x' WHERE sequence = 2")).toThrow('rows are never changed');
  expect(() => file.exec('DELETE FROM access WHERE sequence = 3')).toThrow('rows are never deleted');
  expect(() => file.exec('INSERT INTO access SELECT sequence + 4, body, hash, previous_hash FROM access')).toThrow(
    'does not follow',
  );
  const guard = file.prepare("SELECT sql FROM sqlite_master WHERE name = 'access_never_changed'").pluck().get();
  file.exec('DROP TRIGGER access_never_changed');
  expect(readAccessLog(path).faults).toHaveLength(1);
  file.exec("UPDATE access SET body = replace(body, 'kari', 'ola') WHERE sequence = 2");
  file.exec(String(guard));
  file.close();
  expect(readAccessLog(path).faults.map((fault) => fault.params.row)).toEqual([2]);
});

test('a last row that was changed by hand stops the next access', () => {
  const path = join(folder, 'last.db');
  logAccess(path, access('r'));
  const file = new Sqlite(path);
  const guard = file.prepare("SELECT sql FROM sqlite_master WHERE name = 'access_never_changed'").pluck().get();
  file.exec('DROP TRIGGER access_never_changed');
  file.exec("UPDATE access SET body = replace(body, 'kari', 'ola')");
  file.exec(String(guard));
  file.close();
  expect(() => logAccess(path, access('r'))).toThrow(NorsktilskuddError);
});

test('a fault at any point leaves the log as it was or with the whole row', () => {
  const path = join(folder, 'faults.db');
  logAccess(path, access('r1'));
  for (let occurrence = 1; occurrence < 30; occurrence += 1) {
    const before = readAccessLog(path).rows.length;
    setFaultPlan({ action: 'fail', prefix: '', occurrence });
    let failed = false;
    try {
      logAccess(path, access('r2'));
    } catch {
      failed = true;
    } finally {
      setFaultPlan(undefined);
    }
    const after = readAccessLog(path);
    expect(after.faults).toEqual([]);
    // A row may stand of what was not shown in the end, never the other way round.
    expect(after.rows.length - before).toBeGreaterThanOrEqual(failed ? 0 : 1);
    expect(after.rows.length - before).toBeLessThanOrEqual(1);
    if (!failed) return;
  }
  throw new Error('no access went through');
});

test('rows cut off the end, and another log, are told from a head that was kept elsewhere', async () => {
  const db = join(folder, 'cut', 'ledger.db');
  const path = `${db}.d/access.db`;
  const kept = ['r1', 'r2', 'r3'].map((run) => logAccess(path, access(run))).at(1) ?? '';
  const check = (): Promise<CliResult> => cli(folder, ['access', '--db', db, '--head', kept]);
  expect((await check()).code).toBe(0);
  const file = new Sqlite(path);
  const guard = file.prepare("SELECT sql FROM sqlite_master WHERE name = 'access_never_deleted'").pluck().get();
  file.exec('DROP TRIGGER access_never_deleted; DELETE FROM access WHERE sequence > 1');
  file.exec(String(guard));
  file.close();
  expect(readAccessLog(path).faults.map(({ code }) => code)).toEqual(['ACCESS_LOG_CUT']);
  rmSync(join(folder, 'cut', 'ledger.db.d', 'access.head'));
  expect(readAccessLog(path).faults.map(({ code }) => code)).toEqual(['ACCESS_NOTE_GONE']);
  asFormat1(path);
  const cut = await check();
  expect([cut.code, cut.err.includes('ACCESS_LOG_OTHER')]).toEqual([5, true]);
  rmSync(path);
  expect((await check()).code).toBe(5);
});

test('a log that cannot be written is told apart from one that somebody has changed', async () => {
  const db = join(folder, 'kept-back', 'ledger.db');
  const path = accessLogPath(db);
  logAccess(path, access('r'));
  mkdirSync(`${path}-journal`); // SQLite cannot write its journal: an error of input and output.
  expect(() => logAccess(path, access('r'))).toThrow(expect.objectContaining({ code: 'ACCESS_LOG_UNWRITABLE' }));
  rmdirSync(`${path}-journal`);
  expect(readAccessLog(path)).toMatchObject({ rows: [{ runId: 'r' }], faults: [] });
  rmSync(path);
  rmSync(accessNotePath(path));
  mkdirSync(path);
  expect(() => logAccess(path, access('r'))).toThrow(expect.objectContaining({ code: 'ACCESS_LOG_UNWRITABLE' }));
  const answer = await cli(folder, ['access', '--db', db]);
  expect([answer.code, answer.err.includes('ACCESS_LOG_BROKEN')]).toEqual([5, true]);
});

type Attack = (path: string) => void;

/** Deletes rows of a log past its guards, and leaves it as the program would. */
function cutTo(path: string, rows: number): void {
  const file = new Sqlite(path);
  const guard = file.prepare("SELECT sql FROM sqlite_master WHERE name = 'access_never_deleted'").pluck().get();
  file.exec(`DROP TRIGGER access_never_deleted; DELETE FROM access WHERE sequence > ${rows}`);
  file.exec(String(guard));
  file.close();
}

/** Makes the rows of a log those of a version that kept no note. */
function asFormat1(path: string): void {
  const { rows } = readAccessLog(path);
  rmSync(path);
  const file = new Sqlite(path);
  file.exec(ACCESS_SHAPE.join(';'));
  let head = EMPTY_ACCESS_HEAD;
  for (const { sequence, ...content } of rows) {
    const body = accessBody(content, 1);
    const previous = head;
    head = accessHash(previous, body);
    file.prepare('INSERT INTO access VALUES (?, ?, ?, ?)').run(sequence, body, previous, head);
  }
  file.close();
}

test('a log whose note was removed is told, shortened or not', () => {
  const path = accessLogPath(join(folder, 'unnoted', 'ledger.db'));
  for (const run of ['r1', 'r2', 'r3']) logAccess(path, access(run));
  rmSync(accessNotePath(path));
  for (const rows of [3, 2]) {
    cutTo(path, rows);
    expect(readAccessLog(path).faults).toMatchObject([{ code: 'ACCESS_NOTE_GONE', params: { rows } }]);
    expect(() => logAccess(path, access('r4'))).toThrow(
      expect.objectContaining({ code: 'ACCESS_NOTE_GONE', exitCode: 5 }),
    );
  }
});

test.each<[string, Attack]>([
  ['removed', (path) => rmSync(path)],
  ['emptied to no bytes', (path) => writeFileSync(path, '')],
  ['emptied row by row', (path) => cutTo(path, 0)],
  ['shortened by the last row', (path) => cutTo(path, 2)],
  [
    'replaced by another log with as many rows',
    (path) => {
      const other = accessLogPath(join(folder, 'other.db'));
      for (const run of ['x1', 'x2', 'x3']) logAccess(other, access(run));
      copyFileSync(other, path);
      rmSync(other);
      rmSync(accessNotePath(other));
    },
  ],
])('a log that was %s is told, and nothing more is logged or shown', (name, attack) => {
  const path = accessLogPath(join(folder, `attacked-${name.length}`, 'ledger.db'));
  for (const run of ['r1', 'r2', 'r3']) logAccess(path, access(run));
  attack(path);
  expect(readAccessLog(path).faults).not.toEqual([]);
  expect(() => logAccess(path, access('r4'))).toThrow(expect.objectContaining({ code: 'ACCESS_LOG_CUT', exitCode: 5 }));
  expect(readAccessLog(path).faults).not.toEqual([]);
});

test('a log without a note, of an earlier version, goes on and gets one', () => {
  const path = accessLogPath(join(folder, 'older', 'ledger.db'));
  logAccess(path, access('r1'));
  rmSync(accessNotePath(path));
  asFormat1(path);
  expect(readAccessLog(path).faults).toEqual([]);
  logAccess(path, access('r2'));
  expect(readAccessLog(path).faults).toEqual([]);
  expect(statSync(accessNotePath(path)).mode & 0o777).toBe(0o600);
  cutTo(path, 1);
  expect(readAccessLog(path).faults).toMatchObject([{ code: 'ACCESS_LOG_CUT', params: { rows: 1, noted: 2 } }]);
});

test('log and note removed are told where a sample lies that was logged', () => {
  const path = accessLogPath(join(folder, 'sampled', 'ledger.db'));
  logAccess(path, access('r1'));
  mkdirSync(join(dirname(path), 'runs', 'r1.samples', 'abc-3'), { recursive: true });
  expect(readAccessLog(path).faults).toEqual([]);
  rmSync(path);
  rmSync(accessNotePath(path));
  expect(readAccessLog(path).faults).toMatchObject([{ code: 'ACCESS_LOG_EMPTIED' }]);
  expect(() => logAccess(path, access('r2'))).toThrow(expect.objectContaining({ code: 'ACCESS_LOG_EMPTIED' }));
});

test('a note that somebody wrote is told', () => {
  const path = accessLogPath(join(folder, 'noted', 'ledger.db'));
  logAccess(path, access('r1'));
  writeFileSync(accessNotePath(path), 'nothing\n');
  expect(() => logAccess(path, access('r2'))).toThrow(expect.objectContaining({ code: 'ACCESS_NOTE_UNREADABLE' }));
});
