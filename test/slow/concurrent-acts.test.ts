import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openLedger } from '../../src/ledger';
import { CASE, makeSignedLedger, ok, runIdOfTerm } from '../cli/approval/support';
import { temporaryFolder } from '../support/temporary-folder';

const BIN = join(__dirname, '..', '..', 'bin', 'norsktilskudd');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of the built program in a process of its own. */
function start(cwd: string, ...argv: readonly string[]): Promise<Ended> {
  return new Promise((ended) => {
    const child = spawn(process.execPath, [BIN, ...argv, '--json'], { cwd });
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.on('data', (chunk) => out.push(String(chunk)));
    child.stderr.on('data', (chunk) => err.push(String(chunk)));
    child.on('close', (code) => ended({ code, out: out.join(''), err: err.join('') }));
  });
}

const run = (cwd: string, term: string, extract: string, asOf: string) =>
  start(
    cwd,
    ...['run', '--extract', join(CASE, extract, 'extract'), '--rates', join(CASE, 'rates.csv'), '--rehearsal'],
    ...['--year', term.slice(0, 4), '--term', term.slice(-1), '--as-of', asOf, '--db', 'l.db', '--as', 'kari'],
  );
const approve = (cwd: string, runId: string, name: string) =>
  start(cwd, 'approve', runId, '--as', name, '--db', 'l.db');

/** State of each run, and that the ledger holds together. */
function statesOf(cwd: string, db = 'l.db'): Record<string, string> {
  const ledger = openLedger(join(cwd, db), { readOnly: true });
  try {
    expect(ledger.verify().faults).toEqual([]);
    return Object.fromEntries(ledger.batches().map(({ runId, state }) => [runId, state]));
  } finally {
    ledger.close();
  }
}

/** A ledger with one posted term. */
async function posted(): Promise<string> {
  const cwd = temporaryFolder();
  const runId = await runIdOfTerm(cwd, 'l.db', '2019-T3');
  await ok(cwd, 'approve', runId, '--as', 'ola', '--db', 'l.db');
  return cwd;
}

test('one run approved by four at once is posted once', async () => {
  const cwd = await posted();
  const runId = await runIdOfTerm(cwd, 'l.db', '2019-T4');
  const ended = await Promise.all(['ola', 'eva', 'per', 'liv'].map((name) => approve(cwd, runId, name)));
  expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  expect(ended.filter(({ out }) => JSON.parse(out).already === false)).toHaveLength(1);
  expect(statesOf(cwd)[runId]).toBe('posted');
});

test('two runs of one term made and approved at once: one is posted, the other is not', async () => {
  const cwd = await posted();
  const runs = await Promise.all([
    run(cwd, '2019-T4', '2019-T4', '2019-12-31'),
    run(cwd, '2019-T4', '2020-T1', '2019-12-31'),
  ]);
  const runIds = runs.map(({ out }) => String(JSON.parse(out).run_id));
  const ended = await Promise.all(runIds.map((runId) => approve(cwd, runId, 'ola')));
  expect(ended.map(({ code }) => code).sort()).toEqual([0, 6]);
  expect(runIds.map((runId) => statesOf(cwd)[runId]).sort()).toEqual(['posted', 'superseded']);
});

test('an approval while the next run is calculated: whichever comes first, the other is refused or stands on it', async () => {
  const cwd = await posted();
  const runId = await runIdOfTerm(cwd, 'l.db', '2019-T4');
  const [made, approved] = await Promise.all([
    run(cwd, '2020-T1', '2020-T1', '2020-03-31'),
    approve(cwd, runId, 'ola'),
  ]);
  expect(approved.code).toBe(0);
  const states = statesOf(cwd);
  expect(states[runId]).toBe('posted');
  if (made.code !== 0) expect([made.code, made.err]).toMatchObject([6, expect.stringContaining('LEDGER_CHANGED')]);
  else {
    const again = await approve(cwd, String(JSON.parse(made.out).run_id), 'ola');
    if (again.code !== 0) expect([again.code, again.err]).toMatchObject([6, expect.stringContaining('LEDGER_CHANGED')]);
    statesOf(cwd);
  }
});

test('attestation and approvals at once with keys: the folder beside the run is the one of the ledger', async () => {
  const cwd = temporaryFolder();
  await makeSignedLedger(cwd, 'l.db');
  const runId = await runIdOfTerm(cwd, 'l.db', '2019-T3', '--key', 'kari.key');
  const db = ['--db', 'l.db'];
  const [attested, ...approvals] = await Promise.all([
    start(cwd, 'attest', runId, '--as', 'Astrid Attestant', '--key', 'astrid.key', ...db),
    start(cwd, 'approve', runId, '--as', 'Ola Godkjenner', '--key', 'ola.key', ...db),
    start(cwd, 'approve', runId, '--as', 'Ola Godkjenner', '--key', 'ola.key', ...db),
  ]);
  expect(attested?.code).toBe(0);
  for (const { code, err } of approvals)
    if (code !== 0) expect([code, err]).toMatchObject([6, expect.stringContaining('LEDGER_NOT_ATTESTED')]);
  await ok(cwd, 'approve', runId, '--as', 'Ola Godkjenner', '--key', 'ola.key', ...db);
  expect(statesOf(cwd)[runId]).toBe('posted');
  expect((await start(cwd, 'verify', join('l.db.d', 'runs', runId), ...db)).code).toBe(0);
});

test('prune and forget while a run is approved and another is made', async () => {
  const cwd = await posted();
  const runId = await runIdOfTerm(cwd, 'l.db', '2019-T4');
  await ok(cwd, 'import', '--extract', join(CASE, '2020-T1', 'extract'), '--db', 'l.db');
  const forget = ['forget', '--last-grant-year', '2010', '--as', 'eva', '--reason', 'tiden er ute', '--db', 'l.db'];
  const [approved, pruned, forgotten, made] = await Promise.all([
    approve(cwd, runId, 'ola'),
    start(cwd, 'prune', '--as', 'eva', '--db', 'l.db'),
    start(cwd, ...forget),
    run(cwd, '2020-T1', '2020-T1', '2020-03-31'),
  ]);
  expect([approved.code, pruned.code, forgotten.code]).toEqual([0, 0, 0]);
  expect(statesOf(cwd)[runId]).toBe('posted');
  // The run is whole, or refused because of the posting or the deletion; its snapshot is there if it is whole.
  if (made.code !== 0)
    expect([made.code, made.err]).toMatchObject([6, expect.stringMatching(/LEDGER_(CHANGED|SNAPSHOT_GONE)/)]);
  const { snapshots }: { snapshots: { stored: boolean; runs: unknown[] }[] } = JSON.parse(
    (await start(cwd, 'status', '--db', 'l.db')).out,
  );
  for (const { stored, runs } of snapshots) if (runs.length > 0) expect(stored).toBe(true);
});
