import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { makeWorkFolder } from '../../../src/effects';
import { temporaryFolder } from '../../support/temporary-folder';
import { CASE, ok, runIdOfTerm } from '../approval/support';
import { cli } from '../support';

const cwd = temporaryFolder();
const DB = ['--db', 'l.db'];
/** No process has a number above the largest that Linux gives. */
const GONE_PROCESS = 2 ** 22 + 1;
const snapshots = (db = 'l.db') => readdirSync(join(cwd, `${db}.d`, 'snapshots'));
interface Status {
  readonly snapshots: readonly {
    snapshot: string;
    stored: boolean;
    prunable: boolean;
    kept_because: string;
    pruned_on: string;
  }[];
}

async function status(): Promise<Status> {
  const { out } = await cli(cwd, ['status', ...DB, '--json']);
  return JSON.parse(out);
}

async function post(name: string): Promise<string> {
  const runId = await runIdOfTerm(cwd, 'l.db', name);
  await ok(cwd, 'approve', runId, '--as', 'Ola', ...DB);
  return runId;
}

let first = '';
beforeAll(async () => {
  await runIdOfTerm(cwd, 'l.db', '2019-T4'); // A draft that is superseded by nothing and then withdrawn by order.
  first = await post('2019-T3');
}, 60_000);

test('status tells what keeps each snapshot, in both languages and as JSON', async () => {
  expect((await status()).snapshots.map((one) => one.kept_because).sort()).toEqual(['can be corrected', 'open draft']);
  const en = await cli(cwd, ['status', ...DB]);
  expect(en.out).toContain('an open draft rests on it');
  expect(en.out).toContain(first);
  expect((await cli(cwd, ['status', ...DB, '--lang', 'nb'])).out).toContain('bokført; kan fortsatt korrigeres');
});

test('prune leaves alone what a draft or a batch rests on, and says the rules', async () => {
  const dry = await cli(cwd, ['prune', '--as', 'kari', '--dry-run', ...DB]);
  expect(dry).toMatchObject({
    code: 0,
    out: expect.stringContaining('a snapshot that an open draft rests on is kept'),
  });
  expect(dry.out).toContain('Nothing to delete.');
  expect(await ok(cwd, 'prune', '--as', 'kari', '--retention-expired', '2099-01-01', ...DB)).toMatchObject({
    pruned: [],
  });
  expect(snapshots()).toHaveLength(2);
});

test('deleted snapshots and forgotten persons leave the ledger whole, and the next run is byte for byte the same', async () => {
  await post('2019-T4');
  await post('2021-T1');
  // A draft superseded by another: its snapshot is used by nothing that stands.
  const before = (await status()).snapshots;
  expect(before.map((one) => one.kept_because).sort()).toEqual(['can be corrected', 'posted', 'posted']);
  cpSync(join(cwd, 'l.db'), join(cwd, 'control.db'));
  cpSync(join(cwd, 'l.db.d'), join(cwd, 'control.db.d'), { recursive: true });

  const refused = await cli(cwd, ['forget', '--last-grant-year', '2020', '--as', 'kari', '--reason', 'test', ...DB]);
  expect(refused).toMatchObject({ code: 6, err: expect.stringContaining('LEDGER_PERSONS_NEEDED') });
  const forgotten = await ok(
    cwd,
    'forget',
    '--last-grant-year',
    '2019',
    '--as',
    'kari',
    '--reason',
    'tiden er ute',
    ...DB,
  );
  expect(Number(forgotten.persons_forgotten)).toBeGreaterThan(0);
  expect(
    await ok(cwd, 'forget', '--last-grant-year', '2019', '--as', 'kari', '--reason', 'igjen', ...DB),
  ).toMatchObject({
    persons_forgotten: 0,
  });
  expect(await ok(cwd, 'prune', '--as', 'kari', '--retention-expired', '2020-01-01', ...DB)).toMatchObject({
    pruned: [],
  });
  const none = await cli(cwd, ['forget', '--last-grant-year', '2018', '--as', 'kari', '--reason', 'igjen', ...DB]);
  expect(none.out).toContain('Run folders (payout_lines.csv, held.csv), snapshots');
  const pruned = await ok(cwd, 'prune', '--as', 'kari', '--retention-expired', '2099-01-01', ...DB);
  expect(pruned.pruned).toHaveLength(2);
  expect(snapshots()).toHaveLength(1);
  expect((await status()).snapshots.filter((one) => one.pruned_on !== '')).toHaveLength(2);
  expect((await cli(cwd, ['status', ...DB])).out).toMatch(/deleted \d{4}-\d{2}-\d{2}/);
  // Also runs that started from what those had who are forgotten now.
  const posted = z.object({ batches: z.array(z.object({ run_id: z.string(), state: z.string() })) });
  const { batches } = posted.parse(await ok(cwd, 'status', ...DB));
  const standing = batches.filter(({ state }) => state === 'posted').map(({ run_id: runId }) => runId);
  expect(standing).toEqual(expect.arrayContaining([first]));
  expect(standing.length).toBeGreaterThan(2);
  expect(await cli(cwd, ['verify', ...standing, ...DB])).toMatchObject({ code: 0 });

  const again = (db: string) => {
    const what = ['--extract', join(CASE, '2021-T1', 'extract'), '--rates', join(CASE, 'rates.csv')];
    const when = ['--year', '2021', '--term', '2', '--as-of', '2021-03-31', '--as', 'kari'];
    return ok(cwd, 'run', ...what, ...when, '--rehearsal', '--pseudonym-key-file', 'l.db.d/pseudonym.key', '--db', db);
  };
  const [run, control] = [await again('l.db'), await again('control.db')];
  expect(run.run_id).toBe(control.run_id);
  const folder = (db: string) => join(cwd, `${db}.d`, 'runs', String(run.run_id));
  const names = readdirSync(folder('control.db')).filter((name) => !name.startsWith('manifest'));
  for (const name of names) {
    expect(readFileSync(join(folder('l.db'), name)).equals(readFileSync(join(folder('control.db'), name)))).toBe(true);
  }
  const lines = readFileSync(join(folder('l.db'), 'payout_lines.csv'), 'utf8');
  expect(lines).not.toContain('correction');
}, 60_000);

test('one person is forgotten only when no run can correct them any more, and is never named', async () => {
  const [run = ''] = readdirSync(join(cwd, 'l.db.d', 'runs')).filter((name) => name.startsWith('2021-T1'));
  const lines = readFileSync(join(cwd, 'l.db.d', 'runs', run, 'payout_lines.csv'), 'utf8');
  const person = /,(\d{12}),/.exec(lines)?.[1] ?? '';
  expect(person).toHaveLength(12);
  for (const [id, code, why] of [
    [person, 6, 'LEDGER_PERSONS_NEEDED'],
    ['999999999999', 2, 'LEDGER_PERSON_UNKNOWN'],
  ] as const) {
    const answer = await cli(cwd, ['forget', '--person', id, '--as', 'kari', '--reason', 'krav', ...DB]);
    expect(answer).toMatchObject({ code, err: expect.stringContaining(why) });
    expect(answer.err).not.toContain(id);
  }
});

test('an interrupted prune is finished by the next one', async () => {
  const orphan = join(cwd, 'l.db.d', 'snapshots', 'orphan.db');
  writeFileSync(orphan, 'no snapshot');
  expect((await cli(cwd, ['status', ...DB])).out).toContain('DAMAGED');
  const pruned = await ok(cwd, 'prune', '--as', 'kari', ...DB);
  expect(pruned.pruned).toEqual(['orphan']);
  expect(existsSync(orphan)).toBe(false);
});

test('what killed work has left half-built is deleted; what is being built is not', async () => {
  const beside = (folder: string, name: string) => join(cwd, 'l.db.d', folder, name);
  const left = [beside('snapshots', `abc.db.${GONE_PROCESS}.part`), beside('runs', `2021-T2-abc.${GONE_PROCESS}.part`)];
  const building = beside('snapshots', `abd.db.${process.pid}.part`);
  for (const folder of [...left, building]) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'spill'), '201212345603');
  }
  const dry = await cli(cwd, ['prune', '--as', 'kari', '--dry-run', ...DB, '--lang', 'nb']);
  expect(dry.out).toContain(`${left[0]}  etterlatt av arbeid som ble avbrutt`);
  expect(left.map((folder) => existsSync(folder))).toEqual([true, true]);
  expect((await ok(cwd, 'prune', '--as', 'kari', ...DB)).left_behind).toEqual(left);
  expect([...left, building].map((folder) => existsSync(folder))).toEqual([false, false, true]);
  rmSync(building, { recursive: true });
});

test('temporary folders are for their owner alone, and what a killed call left in them goes with the next', () => {
  const left = join(tmpdir(), `norsktilskudd-retention-test.${GONE_PROCESS}.part`);
  mkdirSync(left);
  const work = makeWorkFolder('retention-test');
  expect([existsSync(left), statSync(work).mode & 0o777]).toEqual([false, 0o700]);
  rmSync(work, { recursive: true });
});
