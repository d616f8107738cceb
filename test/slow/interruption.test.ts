import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from '../cli/support';
import { temporaryFolder } from '../support/temporary-folder';

/*
 * Ctrl-C, SIGTERM and SIGHUP in real processes: a word in the user's language, exit 130, and nothing that is half
 * written. Of the built program; `npm test` builds it first.
 */
const PROJECT = join(__dirname, '..', '..');
const BIN = join(PROJECT, 'bin', 'norsktilskudd');
const RATES = join(PROJECT, 'fixtures', 'demo-rates-2018.csv');
const work = temporaryFolder();
jest.setTimeout(60_000);
const temporary = join(work, 'tmp');
const REGISTER = ['--extract', 'extracts/2018-T4', '--year', '2018', '--rates', RATES];
const LEDGER = ['--db', 'l.db'];
let runId = '';
/** What it takes on this machine until the program listens, and then some. */
let startMs = 0;

beforeAll(async () => {
  expect(
    await cli(work, ['generate', '--year', '2018', '--persons', '12000', '--out', 'extracts', '--snapshots', '1']),
  ).toMatchObject({ code: 0 });
  const run = await cli(work, ['run', ...REGISTER, ...LEDGER, '--term', '4', '--as', 'kari', '--rehearsal', '--json']);
  ({ run_id: runId } = JSON.parse(run.out));
  expect(runId).toMatch(/^2018-T4-/);
  const started = performance.now();
  spawnSync(BIN, ['--version']);
  startMs = performance.now() - started;
}, 120_000);

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts a command and sends it a signal so many milliseconds after it can hear one. */
function stopped(argv: readonly string[], afterMs: number, signal: NodeJS.Signals): Promise<Ended> {
  const env = { ...process.env, TMPDIR: temporary, NORSKTILSKUDD_LANG: 'nb' };
  const child: ChildProcess = spawn(BIN, [...argv], { cwd: work, env });
  const parts = { out: '', err: '' };
  child.stdout?.on('data', (bytes: Buffer) => {
    parts.out += bytes.toString('utf8');
  });
  child.stderr?.on('data', (bytes: Buffer) => {
    parts.err += bytes.toString('utf8');
  });
  const timer = setTimeout(() => child.kill(signal), startMs + afterMs);
  return new Promise((resolve) =>
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, ...parts });
    }),
  );
}

/** What lies about that is of no use: half-written files and folders, journals, work folders. */
function leftIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.part|-journal$|norsktilskudd-/.test(name),
  );
}

const COMMANDS: readonly (readonly [name: string, argv: () => readonly string[], out: string])[] = [
  ['generate', () => ['generate', '--year', '2019', '--persons', '200000', '--out', 'other'], 'other'],
  ['import', () => ['import', '--extract', 'extracts/2018-T4', '--db', 'i.db'], ''],
  ['run', () => ['run', ...REGISTER, '--db', 'r.db', '--term', '4', '--as', 'kari', '--rehearsal'], ''],
  ['doctor', () => ['doctor', '--extract', 'extracts/2018-T4', '--year', '2018'], ''],
  ['verify', () => ['verify', runId, '--extract', 'extracts/2018-T4', ...LEDGER], ''],
  ['size', () => ['size', ...REGISTER, '--out', 'size'], 'size'],
  ['statistics', () => ['statistics', ...REGISTER.slice(0, 4), '--out', 'statistics'], 'statistics'],
  ['hours', () => ['hours', ...REGISTER.slice(0, 4), '--out', 'hours'], 'hours'],
  ['advice', () => ['advice', ...REGISTER, '--out', 'advice'], 'advice'],
  ['dossier', () => ['dossier', runId, ...LEDGER, '--out', 'dossier.tar', '--as', 'kari'], 'dossier.tar'],
];

describe.each(COMMANDS)('%s', (_, argv, out) => {
  test.each([
    [50, 'SIGINT'],
    [400, 'SIGTERM'],
    [1100, 'SIGHUP'],
  ] as const)('after %i ms, %s', async (afterMs, signal) => {
    const { code, err } = await stopped(argv(), afterMs, signal);
    // A quick machine may be through before the signal comes; doctor finds nothing wrong.
    expect([0, 130]).toContain(code);
    if (code === 130) {
      expect(err.split('\n').filter((line) => line.includes('Avbrutt'))).toEqual(['Avbrutt: ingenting er lagret.']);
      expect(out === '' || !existsSync(join(work, out))).toBe(true);
    }
    expect([...leftIn(work), ...leftIn(temporary)]).toEqual([]);
  });
});

test('for programs it is one object', async () => {
  const { code, out } = await stopped(
    ['generate', '--year', '2020', '--persons', '1000000', '--out', 'never', '--json'],
    900,
    'SIGINT',
  );
  expect(code).toBe(130);
  expect(JSON.parse(out)).toEqual({
    error: { kind: 'interrupted', exit_code: 130, message: 'Avbrutt: ingenting er lagret.' },
  });
});

test('an act that stands is completed, and says so', async () => {
  // Wherever the signal falls, the ledger and what the command says agree.
  for (const afterMs of [100, 500, 1000, 20_000]) {
    const { code } = await stopped(['approve', runId, '--as', 'ola', ...LEDGER], afterMs, 'SIGINT');
    const { out } = await cli(work, ['status', ...LEDGER, '--json']);
    expect([code, /"state":"posted"/.test(out)]).toEqual(code === 0 ? [0, true] : [130, false]);
    if (code === 0) break;
  }
  expect(leftIn(work)).toEqual([]);
});
