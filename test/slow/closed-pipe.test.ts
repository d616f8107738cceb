import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';

const PROGRAM = join(__dirname, '..', '..');
const RUN = '2018-T1-fa7efd32c9c1';
const FIXTURE = join(PROGRAM, 'fixtures', 'ledgers', 'format-1', 'rehearsal');

let work: string;
beforeAll(() => {
  work = temporaryFolder();
  cpSync(join(FIXTURE, 'norsktilskudd.db.d', 'runs', RUN), join(work, 'whole', RUN), { recursive: true });
  cpSync(join(work, 'whole'), join(work, 'tampered'), { recursive: true });
  for (const file of ['payout_lines.csv', 'payouts.csv', 'sizing.csv']) {
    writeFileSync(join(work, 'tampered', RUN, file), `${'x,'.repeat(70_000)}\n`);
  }
});

/** Exit code of a command whose reader has gone before it says a word. */
function unheard(streams: string, ...argv: readonly string[]): number {
  const words = [process.execPath, ...argv].map((word) => `'${word}'`).join(' ');
  const script = `${words} ${streams} | { exec 0<&-; }; echo "\${PIPESTATUS[0]}"`;
  return Number(spawnSync('bash', ['-c', script], { cwd: work, encoding: 'utf8' }).stdout.trim());
}

const BIN = join(PROGRAM, 'bin', 'norsktilskudd');
const VERIFIERS = ['verify-run', 'verify-trace', 'verify-figures'].map((name) => join(PROGRAM, 'bin', `${name}.cjs`));

test.each(['', '2>&1', '2>/dev/null'])('what is wrong is 5 though nobody listens (%s)', (streams) => {
  expect(unheard(streams, BIN, 'verify', join('tampered', RUN))).toBe(5);
  expect(unheard(streams, BIN, 'verify', join('tampered', RUN), '--json')).toBe(5);
  for (const verifier of VERIFIERS)
    expect([verifier, unheard(streams, verifier, join('tampered', RUN))]).toEqual([verifier, 5]);
});

test.each(['', '2>&1'])('what is right is 0, and a wrong flag 2 (%s)', (streams) => {
  expect(unheard(streams, BIN, 'verify', join('whole', RUN))).toBe(0);
  expect(unheard(streams, BIN, 'rules', 'show', '2018')).toBe(0);
  expect(unheard(streams, BIN, '--help')).toBe(0);
  expect(unheard(streams, BIN, 'verify', 'nowhere')).toBe(2);
  expect(unheard(streams, BIN, 'status', '--no-such-flag')).toBe(2);
});

test('a full disk behind the output is said in a sentence, and hides no code of the command', () => {
  const full = (...argv: readonly string[]): [number | null, string] => {
    const words = [BIN, ...argv].map((word) => `'${word}'`).join(' ');
    const { status, stderr } = spawnSync('bash', ['-c', `${process.execPath} ${words} >/dev/full`], {
      cwd: work,
      encoding: 'utf8',
    });
    return [status, stderr];
  };
  const unwritten = 'Error: What the command says could not be written (ENOSPC). What it has done is done.\n';
  for (const argv of [
    ['rules', 'list', '--lang', 'en'],
    ['--help', '--lang', 'en'],
  ]) {
    const [status, stderr] = full(...argv);
    expect(status).toBe(1);
    expect(stderr.startsWith(unwritten)).toBe(true);
    expect(stderr).not.toContain('    at ');
  }
  const [status, stderr] = full('verify', join('tampered', RUN), '--json', '--lang', 'en');
  expect(status).toBe(5);
  expect(stderr).toContain(unwritten);
});
