import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { madeExtract } from './made-extract';

/* Faults are injected by tests alone: nothing that a user or an attacker can set reaches the switch. */
const PROJECT = join(__dirname, '..', '..');
const BIN = join(PROJECT, 'bin', 'norsktilskudd');
const HOOK = join(PROJECT, 'test', 'support', 'fault-plan.cjs');
const work = temporaryFolder();
madeExtract(join(work, 'extract'), '2018-12-31');

function imported(
  db: string,
  env: Record<string, string>,
  ...hook: string[]
): { status: number | null; signal: string | null } {
  const argv = ['import', '--extract', 'extract', '--db', db];
  const { status, signal } = spawnSync(process.execPath, [...hook, BIN, ...argv], {
    cwd: work,
    env: { ...process.env, ...env },
  });
  return { status, signal };
}

test('a variable does nothing, with and without the name of earlier versions', () => {
  const plan = 'kill:1';
  expect(imported('a.db', { NORSKTILSKUDD_FAULT: plan, FAULT_PLAN: plan })).toEqual({ status: 0, signal: null });
});

test('a test that loads the program sets a plan, which the same plan shows to work', () => {
  expect(imported('b.db', { FAULT_PLAN: 'kill:40' }, '-r', HOOK)).toMatchObject({ signal: 'SIGKILL' });
});

test('no source reads the environment for it', () => {
  const files = readdirSync(join(PROJECT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const reading = files.filter((name) => /process\.env/.test(readFileSync(join(PROJECT, 'src', name), 'utf8')));
  expect(reading.sort()).toEqual(['cli/serve-command.ts', 'cli/terminal.ts']);
  const setting = files.filter((name) =>
    /(set|norsktilskudd)FaultPlan/.test(readFileSync(join(PROJECT, 'src', name), 'utf8')),
  );
  expect(setting.sort()).toEqual(['effects/faults.ts', 'effects/index.ts']);
});
