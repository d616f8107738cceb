import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from '../../../src/ledger';
import { changePastTriggers } from '../../ledger/past-triggers';
import { temporaryFolder } from '../../support/temporary-folder';
import { makeSignedLedger, ok, runIdOfTerm } from '../approval/support';
import { cli } from '../support';

const cwd = temporaryFolder();
const db = 'signed.db';
const DB = ['--db', db];
let runs: string[] = [];

/** Runs a term, has it attested, looked at and approved. */
async function post(term: string, ...accept: string[]) {
  const runId = await runIdOfTerm(cwd, db, term, '--key', 'kari.key');
  await ok(cwd, 'attest', runId, '--as', 'Astrid Attestant', '--key', 'astrid.key', ...DB);
  await ok(cwd, 'preview', runId, '--as', 'Ola Godkjenner', ...DB);
  runs = [...runs, runId];
  return cli(cwd, ['approve', runId, '--as', 'Ola Godkjenner', '--key', 'ola.key', ...DB, ...accept]);
}

beforeAll(async () => {
  await makeSignedLedger(cwd, db);
  expect(await post('2019-T3')).toMatchObject({ code: 0, err: '' });
}, 60_000);

function notedHeads() {
  const ledger = openLedger(join(cwd, db), { readOnly: true });
  try {
    expect(ledger.verify().faults).toEqual([]);
    return ledger.accessHeads();
  } finally {
    ledger.close();
  }
}

test('an approval notes how far the access log has come, signed by the approver; status shows where it is now', async () => {
  const { head, rows } = JSON.parse((await cli(cwd, ['access', ...DB, '--json'])).out);
  expect(notedHeads()).toEqual([{ rows: rows.length, head, beginsAnew: false }]);
  const { out } = await cli(cwd, ['status', ...DB, '--json']);
  expect(JSON.parse(out)).toMatchObject({ access_rows: rows.length, access_head: head, access_lost: [] });
  expect((await cli(cwd, ['status', ...DB, '--lang', 'nb'])).out).toContain(
    `Innsynslogg ${rows.length} rad, kontrollkode ${head}`,
  );
});

test('a log that is removed with its note is told by the ledger, and gone on with only on the record', async () => {
  for (const name of ['access.db', 'access.head']) rmSync(join(cwd, `${db}.d`, name));
  const verify = () => cli(cwd, ['verify', runs[0] ?? '', ...DB]);
  for (const said of [await verify(), await cli(cwd, ['access', ...DB])]) {
    expect([said.code, said.err]).toEqual([5, expect.stringContaining('ACCESS_LOG_NOT_LEDGERS')]);
  }
  expect((await cli(cwd, ['status', ...DB])).out).toContain('has never had that head');
  const refused = await post('2019-T4');
  expect([refused.code, refused.err]).toEqual([6, expect.stringContaining('ACCESS_LOG_LOST')]);
  const approve = [
    'approve',
    runs[1] ?? '',
    '--as',
    'Ola Godkjenner',
    '--key',
    'ola.key',
    ...DB,
    '--accept',
    'access-log',
  ];
  expect((await cli(cwd, approve)).code).toBe(6);
  expect(await cli(cwd, [...approve, '--reason', 'Disken røk, sak 26/7'])).toMatchObject({ code: 0, err: '' });
  expect(notedHeads().map(({ beginsAnew }) => beginsAnew)).toEqual([false, true]);
  expect(await verify()).toMatchObject({ code: 0, err: '' });
  expect((await cli(cwd, ['access', ...DB])).code).toBe(0);
});

test('a log that lost what came after the last approval is told by verify and status, too', async () => {
  const log = join(cwd, `${db}.d`, 'access.db');
  await ok(cwd, 'explain', `${runs[0]}-1`, '--as', 'rikke', ...DB);
  copyFileSync(log, `${log}.kept`);
  changePastTriggers(log, 'DELETE FROM access WHERE sequence = (SELECT max(sequence) FROM access)');
  const verify = await cli(cwd, ['verify', runs[0] ?? '', ...DB]);
  expect([verify.code, verify.err]).toEqual([5, expect.stringContaining('ACCESS_LOG_CUT')]);
  const { access_lost: lost } = JSON.parse((await cli(cwd, ['status', ...DB, '--json'])).out);
  expect(lost).toEqual([expect.objectContaining({ code: 'ACCESS_LOG_CUT' })]);
  copyFileSync(`${log}.kept`, log);
  expect((await cli(cwd, ['verify', runs[0] ?? '', ...DB])).code).toBe(0);
});

test('control totals that were changed are told with all else that is wrong, not in its place', async () => {
  const copy = join(cwd, 'changed.db');
  copyFileSync(join(cwd, db), copy);
  changePastTriggers(copy, 'UPDATE control_totals SET total = total + 1 WHERE posting = 1');
  changePastTriggers(copy, 'UPDATE payments SET amount = amount + 1 WHERE posting = 1');
  const verify = await cli(cwd, ['verify', join(`${db}.d`, 'runs', runs[0] ?? ''), '--db', 'changed.db']);
  expect(verify.code).toBe(5);
  expect(verify.err).toContain('LEDGER_CONTROL_TOTALS_DIFFER');
  expect(verify.err).toContain('LEDGER_POSTING_DIFFERS');
  expect(verify.err).toContain('VERIFICATION_FAILED');
});
