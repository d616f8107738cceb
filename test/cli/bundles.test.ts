import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';

/* What starts quickly has a bundle of its own, and needs no other (`npm test` builds them first). */
const PROGRAM = join(__dirname, '..', '..');

/** The installed program with these bundles alone. */
function programWith(...bundles: readonly string[]): string {
  const folder = temporaryFolder();
  for (const name of ['bin', 'package.json']) cpSync(join(PROGRAM, name), join(folder, name), { recursive: true });
  symlinkSync(join(PROGRAM, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'dist'));
  for (const name of bundles) cpSync(join(PROGRAM, 'dist', name), join(folder, 'dist', name));
  return join(folder, 'bin', 'norsktilskudd');
}

function call(program: string, ...argv: readonly string[]): { status: number | null; stdout: string } {
  const { status, stdout } = spawnSync(process.execPath, [program, ...argv], { encoding: 'utf8' });
  return { status, stdout };
}

test.each(['--help', '--version'])('%s needs the starting bundle alone', (flag) => {
  const whole = call(join(PROGRAM, 'bin', 'norsktilskudd'), flag);
  expect(whole.status).toBe(0);
  expect(call(programWith('start.js'), flag)).toEqual(whole);
});

test('explain needs no other command', () => {
  const whole = call(join(PROGRAM, 'bin', 'norsktilskudd'), 'explain', '--help');
  expect(whole.status).toBe(0);
  const alone = programWith('start.js', 'explain.js');
  expect(call(alone, 'explain', '--help')).toEqual(whole);
  expect(call(alone, 'status', '--help').status).not.toBe(0);
});

test('run needs no other command', () => {
  const argv = ['run', '--json', '--db', join(temporaryFolder(), 'ledger.db')];
  const whole = call(join(PROGRAM, 'bin', 'norsktilskudd'), ...argv);
  expect(whole).toMatchObject({ status: 2, stdout: expect.stringContaining('--year') });
  expect(call(programWith('start.js', 'run.js'), ...argv)).toEqual(whole);
});
