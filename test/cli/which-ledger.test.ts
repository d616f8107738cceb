import { cpSync, existsSync, mkdirSync, realpathSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { ok, runTerm } from './approval/support';
import { cli } from './support';

/** A real ledger whose opening has been approved, in the folder `a` of a new one. */
async function openedLedger(): Promise<{ cwd: string; opening: string }> {
  const cwd = realpathSync(temporaryFolder());
  mkdirSync(join(cwd, 'a'));
  writeFileSync(
    join(cwd, 'postings.csv'),
    'grant_year,component,person_id,recipient_id,amount,code\n2018,grunntilskudd,,0301,1000,G\n',
  );
  const how = ['--as', 'kari', '--db', 'a/l.db'];
  const { run_id: runId } = await ok(cwd, 'open-ledger', '--postings', 'postings.csv', ...how);
  return { cwd, opening: String(runId) };
}

test('a backup in another folder is told first by status, verify and size, and refused by what changes something', async () => {
  const { cwd, opening } = await openedLedger();
  cpSync(join(cwd, 'a'), join(cwd, 'backup'), { recursive: true });
  await ok(cwd, 'approve', opening, '--as', 'ola', '--db', 'a/l.db');
  const db = ['--db', 'backup/l.db'];
  const approved = await cli(cwd, ['approve', opening, '--as', 'ola', ...db]);
  expect([approved.code, approved.err]).toEqual([6, expect.stringContaining('a/l.db.d/posted.txt')]);
  expect((await ok(cwd, 'status', ...db)).missing).toMatchObject([{ code: 'LEDGER_POSTING_LOST', runId: opening }]);
  expect((await cli(cwd, ['status', ...db])).out.split('\n')[0]).toContain('NOT CERTAINLY THE NEWEST LEDGER');
});

test('somebody answers for it by name, in words and for programs', async () => {
  const { cwd, opening } = await openedLedger();
  await ok(cwd, 'approve', opening, '--as', 'ola', '--db', 'a/l.db');
  const db = ['--db', 'a/l.db'];
  expect((await cli(cwd, ['continue', '--as', 'kari', '--reason', 'ingenting', ...db])).out).toContain('lacks nothing');
  renameSync(join(cwd, 'a/l.db.d/posted.txt'), join(cwd, 'moved.txt'));
  expect((await cli(cwd, ['prune', '--as', 'ola', ...db])).code).toBe(6);
  expect((await cli(cwd, ['approve', opening, '--as', 'ola', ...db])).code).toBe(6);
  expect((await cli(cwd, ['continue', '--as', 'kari', ...db])).code).toBe(2);
  const { answered_for: answered, missing } = await ok(cwd, 'continue', '--as', 'kari', '--reason', 'ny disk', ...db);
  expect([answered, missing]).toMatchObject([[{ code: 'LEDGER_NOTE_MISSING' }], []]);
  expect(existsSync(join(cwd, 'a/l.db.d/posted.txt'))).toBe(true);
  expect((await cli(cwd, ['prune', '--as', 'ola', ...db])).code).toBe(0);
  expect((await cli(cwd, ['approve', opening, '--as', 'ola', ...db])).code).toBe(0);
});

test('through a link everything stands beside the file itself', async () => {
  const { cwd, opening } = await openedLedger();
  mkdirSync(join(cwd, 'links'));
  symlinkSync(join(cwd, 'a', 'l.db'), join(cwd, 'links', 'link.db'));
  await ok(cwd, 'approve', opening, '--as', 'ola', '--db', 'links/link.db');
  expect(existsSync(join(cwd, 'links', 'link.db.d'))).toBe(false);
  expect(existsSync(join(cwd, 'a', 'l.db.d', 'posted.txt'))).toBe(true);
  expect((await ok(cwd, 'status', '--db', 'links/link.db')).missing).toEqual([]);
});

test('what an earlier version put beside a link is found there', async () => {
  const { cwd, opening } = await openedLedger();
  await ok(cwd, 'approve', opening, '--as', 'ola', '--db', 'a/l.db');
  mkdirSync(join(cwd, 'links'));
  symlinkSync(join(cwd, 'a', 'l.db'), join(cwd, 'links', 'link.db'));
  renameSync(join(cwd, 'a', 'l.db.d'), join(cwd, 'links', 'link.db.d'));
  expect((await ok(cwd, 'status', '--db', 'links/link.db')).missing).toEqual([]);
  expect((await ok(cwd, 'status', '--db', 'a/l.db')).missing).toMatchObject([{ code: 'LEDGER_NOTE_MISSING' }]);
  await ok(cwd, 'approve', opening, '--as', 'ola', '--db', 'links/link.db');
  expect((await ok(cwd, 'status', '--db', 'a/l.db')).missing).toEqual([]);
});

test('what was posted last stands first in run, preview and approve', async () => {
  const cwd = temporaryFolder();
  const first = await runTerm(cwd, 'l.db', '2019-T3');
  const { run_id: runId, last_posted: before }: { run_id: string; last_posted: unknown } = JSON.parse(first.out);
  expect(before).toBeNull();
  const approved = await cli(cwd, ['approve', runId, '--as', 'ola', '--db', 'l.db']);
  expect(approved.out.split('\n')[0]).toBe('POSTED LAST: NOTHING HAS BEEN POSTED IN THIS LEDGER');
  const next = await runTerm(cwd, 'l.db', '2019-T4');
  const { run_id: nextId, last_posted: last }: { run_id: string; last_posted: unknown } = JSON.parse(next.out);
  expect(new Set(next.out.match(/"run_id":"[^"]*"/g))).toEqual(new Set([`"run_id":"${nextId}"`]));
  expect(last).toMatchObject({ posted_run_id: runId, year: 2019, term: 3, paid: expect.any(Number) });
  const preview = await cli(cwd, ['preview', nextId, '--as', 'ola', '--db', 'l.db', '--lang', 'nb']);
  expect(preview.out.split('\n')[0]).toMatch(
    /^SIST BOKFØRT: 2019 TERMIN 3, DEN \d\d\.\d\d\.\d{4}, .*kr UTBETALT \(2019-T3-/,
  );
  expect(JSON.parse((await cli(cwd, ['approve', nextId, '--as', 'ola', '--db', 'l.db', '--json'])).out)).toMatchObject({
    last_posted: { posted_run_id: runId },
  });
});
