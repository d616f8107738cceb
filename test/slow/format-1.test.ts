import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli/main';
import { memoryTerminal } from '../../src/cli/terminal';
import { standalone } from '../audit/verify/standalone';
import { temporaryFolder } from '../support/temporary-folder';

const PROGRAM = join(__dirname, '..', '..');
const FIXTURES = join(PROGRAM, 'fixtures', 'ledgers', 'format-1');
const LEDGERS = ['by-name', 'signed', 'rehearsal'] as const;

let work: string;
beforeAll(() => {
  work = temporaryFolder();
  cpSync(FIXTURES, work, { recursive: true });
  for (const path of filesUnder(work)) if (/\.key$|access\.db$/.test(path)) chmodSync(path, 0o600);
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesUnder(path) : [path]));
}

function runsOf(ledger: string): string[] {
  return readdirSync(join(work, ledger, 'norsktilskudd.db.d', 'runs')).filter((name) => !name.includes('.'));
}

function folderOf(ledger: string, runId: string): string {
  return join(work, ledger, 'norsktilskudd.db.d', 'runs', runId);
}

async function command(ledger: string, ...argv: readonly string[]): Promise<{ code: number; said: string }> {
  const terminal = memoryTerminal(join(work, ledger));
  const code = await main([...argv, '--lang', 'en'], terminal);
  return { code, said: `${terminal.outText()}${terminal.errText()}` };
}

const CASES = LEDGERS.flatMap((ledger) =>
  readdirSync(join(FIXTURES, ledger, 'norsktilskudd.db.d', 'runs'))
    .filter((name) => !name.includes('.'))
    .map((runId) => [ledger, runId] as const),
);

test('there are ledgers of every kind, and every run says format 1', () => {
  expect(LEDGERS.map((ledger) => runsOf(ledger).length)).toEqual([3, 2, 6]);
  for (const [ledger, runId] of CASES) {
    const manifest = JSON.parse(readFileSync(join(folderOf(ledger, runId), 'manifest.json'), 'utf8'));
    expect([manifest.format, manifest.identity.format]).toEqual([1, 1]);
  }
});

test.each(CASES)(
  '%s %s checks: its folder alone, with its ledger, and worked out again in SQL',
  async (ledger, runId) => {
    const folder = folderOf(ledger, runId);
    const alone = await command(ledger, 'verify', folder);
    expect([alone.code, alone.said]).toEqual([0, expect.stringContaining(`Everything checks: ${runId}`)]);
    const whole = await command(ledger, 'verify', runId, '--db', 'norsktilskudd.db', '--draft', '--sql');
    expect([whole.code, whole.said]).toEqual([0, expect.stringContaining('SQL gives the same')]);
  },
);

test.each(CASES)('%s %s gives the same from its extract: nothing that came later accuses it', async (ledger, runId) => {
  const extract = join(PROGRAM, 'fixtures', 'cases', '010-y2018', runId.slice(0, 7), 'extract');
  const { code, said } = await command(ledger, 'verify', folderOf(ledger, runId), '--extract', extract, '--sql');
  expect([code, said]).toEqual([0, expect.stringContaining(`Everything checks: ${runId}`)]);
  expect(said).toMatch(/NOT CHECKED: \d+ findings of kinds that runs of format 1 .*REGISTERED_AFTER_EXTRACT/);
});

test('a finding that was taken out of a run of format 1 is told, whatever came later', async () => {
  const copy = join(temporaryFolder(), 'runs');
  const [runId = ''] = runsOf('by-name');
  cpSync(join(work, 'by-name', 'norsktilskudd.db.d'), dirname(copy), { recursive: true });
  const path = join(copy, runId, 'findings.csv');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^warning,RESIDENCE_OVERLAP.*\n/m, ''));
  const extract = join(PROGRAM, 'fixtures', 'cases', '010-y2018', runId.slice(0, 7), 'extract');
  const { code, said } = await command('by-name', 'verify', join(copy, runId), '--extract', extract);
  expect([code, said]).toEqual([5, expect.stringMatching(/findings.csv:\d+.*Calculated again/)]);
});

test.each(CASES)('%s %s checks with every verifier of one file', (ledger, runId) => {
  expect(standalone(folderOf(ledger, runId))).toMatchObject({ code: 0, err: '' });
});

test('a verifier that is started in the folder itself finds the signatures beside it', () => {
  const [runId = ''] = runsOf('signed');
  for (const [verifier, said] of [
    ['verify-run', 'signature in the name of'],
    ['verify-approval', 'first list of approvers'],
  ] as const) {
    const path = join(PROGRAM, 'bin', `${verifier}.cjs`);
    const { status, stdout } = spawnSync(process.execPath, [path, '.'], {
      encoding: 'utf8',
      cwd: folderOf('signed', runId),
    });
    expect([verifier, status, stdout]).toEqual([verifier, 0, expect.stringContaining(said)]);
  }
});

test.each(CASES)('%s %s is explained, line by line and as a whole', async (ledger, runId) => {
  const [, ...rows] = readFileSync(join(folderOf(ledger, runId), 'payout_lines.csv'), 'utf8')
    .trimEnd()
    .split('\n');
  for (const row of rows) {
    const lineId = row.split(',')[0] ?? '';
    const { code, said } = await command(ledger, 'explain', lineId, '--db', 'norsktilskudd.db');
    expect([code, said]).toEqual([0, expect.stringContaining(lineId)]);
  }
  expect(await command(ledger, 'explain', '--batch', runId, '--db', 'norsktilskudd.db')).toMatchObject({ code: 0 });
});

test('an export of then checks with the manifest of its run', () => {
  const folder = join(work, 'by-name', 'export-1111');
  const { run_id: runId } = JSON.parse(readFileSync(join(folder, 'export.json'), 'utf8'));
  const manifest = join(folderOf('by-name', runId), 'manifest.json');
  const verifier = join(PROGRAM, 'bin', 'verify-export.cjs');
  const { status, stdout } = spawnSync(process.execPath, [verifier, folder, '--manifest', manifest], {
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([0, expect.stringContaining('Everything checks')]);
});

test.each(['by-name', 'signed'])('the dossier of %s checks when it is unpacked', async (ledger) => {
  const place = join(work, `unpacked-${ledger}`);
  mkdirSync(place);
  execFileSync('tar', ['-xf', join(work, ledger, 'dossier.tar'), '-C', place]);
  const [dossier = ''] = readdirSync(place);
  const [runId = ''] = readdirSync(join(place, dossier, 'run')).filter((name) => !name.includes('.'));
  const run = join(place, dossier, 'run', runId);
  expect(await command(ledger, 'verify', run, '--sql')).toMatchObject({ code: 0 });
  const own = spawnSync(process.execPath, [join(place, dossier, 'program', 'verify-run.cjs'), run], {
    encoding: 'utf8',
  });
  expect([own.status, own.stderr]).toEqual([0, '']);
});
