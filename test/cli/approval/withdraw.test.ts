import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';
import { makeApprovers, makeSignedLedger, ok, runIdOfTerm, runTerm } from './support';

const states = async (cwd: string, db: string) => {
  const { batches } = await ok(cwd, 'status', '--db', db);
  return batches;
};

test('a draft is withdrawn by name and with a reason, and then nobody approves it', async () => {
  const cwd = temporaryFolder();
  const runId = await runIdOfTerm(cwd, 'l.db', '2019-T3');
  const withdraw = (...flags: string[]) => cli(cwd, ['withdraw', runId, '--db', 'l.db', '--json', ...flags]);
  expect((await withdraw('--as', 'kari')).code).toBe(2);
  const done = await withdraw('--as', 'kari', '--reason', 'feil uttrekk');
  expect(JSON.parse(done.out)).toMatchObject({ run_id: runId, state: 'withdrawn', already: false });
  expect(JSON.parse((await withdraw('--as', 'per', '--reason', 'x')).out)).toMatchObject({ already: true });
  expect(await states(cwd, 'l.db')).toMatchObject([{ run_id: runId, state: 'withdrawn' }]);
  const approved = await cli(cwd, ['approve', runId, '--as', 'ola', '--db', 'l.db']);
  expect([approved.code, approved.err]).toEqual([6, expect.stringContaining('LEDGER_DRAFT_ENDED')]);
  expect((await cli(cwd, ['verify', runId, '--db', 'l.db', '--draft'])).code).toBe(0);
  const unasked = await cli(cwd, ['verify', runId, '--db', 'l.db']);
  expect([unasked.code, unasked.err]).toEqual([6, expect.stringContaining('VERIFY_RUN_WITHDRAWN')]);
  await runIdOfTerm(cwd, 'l.db', '2019-T3');
  expect(await states(cwd, 'l.db')).toMatchObject([{ state: 'withdrawn' }, { run_id: runId, state: 'draft' }]);
});

test('a posted batch and an unknown run are not withdrawn', async () => {
  const cwd = temporaryFolder();
  const runId = await runIdOfTerm(cwd, 'l.db', '2019-T3');
  await ok(cwd, 'approve', runId, '--as', 'ola', '--db', 'l.db');
  const how = ['--as', 'kari', '--reason', 'x', '--db', 'l.db'];
  expect((await cli(cwd, ['withdraw', runId, ...how])).code).toBe(6);
  expect((await cli(cwd, ['withdraw', '2019-T3-0123456789ab', ...how])).code).toBe(2);
});

test('a ledger that requires signatures wants the withdrawal signed', async () => {
  const cwd = temporaryFolder();
  await makeSignedLedger(cwd, 's.db');
  const runId = await runIdOfTerm(cwd, 's.db', '2019-T3');
  const withdraw = (...flags: string[]) =>
    cli(cwd, ['withdraw', runId, '--as', 'Kari Kjører', '--reason', 'feil', '--db', 's.db', ...flags]);
  const unsigned = await withdraw();
  expect([unsigned.code, unsigned.err]).toEqual([6, expect.stringContaining('LEDGER_SIGNATURE_NEEDED')]);
  expect((await withdraw('--key', 'kari.key')).code).toBe(0);
}, 60_000);

test.each([
  ['rates that nobody has approved', ['--key', 'kari.key'], 'RATES_REFUSED'],
  ["another's key", ['--key', 'ola.key'], 'RATES_REFUSED'],
])('a run whose signature is refused leaves neither draft nor folder: %s', async (_what, flags, code) => {
  const cwd = temporaryFolder();
  await makeApprovers(cwd);
  const run = await runTerm(cwd, 'l.db', '2019-T3', '--approvers', 'approvers-1.json', ...flags);
  expect([run.code, run.out]).toEqual([6, expect.stringContaining(code)]);
  expect(await states(cwd, 'l.db')).toEqual([]);
  expect(readdirSync(join(cwd, 'l.db.d', 'runs'))).toEqual([]);
});

test('so with a key that the list does not know and with one where there is no list', async () => {
  const cwd = temporaryFolder();
  await makeSignedLedger(cwd, 's.db');
  for (const [db, code] of [
    ['s.db', 'LEDGER_SIGNATURE_WRONG'],
    ['by-name.db', 'LEDGER_HAS_NO_APPROVERS'],
  ] as const) {
    const run = await runTerm(cwd, db, '2019-T3', '--key', 'ola.key');
    expect([run.code, run.out]).toEqual([6, expect.stringContaining(code)]);
    expect(await states(cwd, db)).toEqual([]);
    const folder = join(cwd, `${db}.d`, 'runs');
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  }
}, 60_000);
