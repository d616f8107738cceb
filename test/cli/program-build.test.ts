import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SHIPPED_FILES } from '../../rules';
import { openLedger } from '../../src/ledger';
import { temporaryFolder } from '../support/temporary-folder';

const PROGRAM = join(__dirname, '..', '..');
const ACT = z.looseObject({ build: z.string() });

/** A copy of the installed program. */
function installed(): string {
  const folder = temporaryFolder();
  for (const name of ['bin', 'dist', 'package.json', 'rules'])
    cpSync(join(PROGRAM, name), join(folder, name), { recursive: true });
  symlinkSync(join(PROGRAM, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** The build in the first act of a ledger that the program makes, beside the part of its hash. */
function buildIn(program: string): string {
  const cwd = temporaryFolder();
  const argv = [join(program, 'bin', 'norsktilskudd'), 'init', '--year', '2018', '--as', 'kari'];
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd, encoding: 'utf8' });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  const ledger = openLedger(join(cwd, 'norsktilskudd.db'), { readOnly: true });
  const [first = ''] = ledger.journalBodies();
  ledger.close();
  return ACT.parse(JSON.parse(first)).build;
}

test('the build is a hash over every bundle and every shipped table, each with its name', () => {
  const names = readdirSync(join(PROGRAM, 'dist')).filter((name) => name.endsWith('.js'));
  expect(names).toEqual(expect.arrayContaining(['start.js', 'program.js', 'explain.js', 'sealing-thread.js']));
  const hash = createHash('sha256');
  const files = [
    ...names.sort().map((name) => `dist/${name}`),
    ...Object.values(SHIPPED_FILES).map((name) => `rules/data/${name}`),
  ];
  for (const file of files) {
    const bytes = readFileSync(join(PROGRAM, file));
    hash.update(`${file} ${bytes.length}\n`).update(bytes);
  }
  expect(buildIn(PROGRAM)).toMatch(new RegExp(`\\+${hash.digest('hex').slice(0, 12)}$`));
});

test.each([
  ['dist/hours-thread.js', (text: string) => `${text}// changed\n`],
  ['rules/data/kommuner.csv', (text: string) => text.replace('Oslo', 'Kristiania')],
])('another %s is another build', (file, change) => {
  const program = installed();
  const path = join(program, file);
  expect(buildIn(program)).toBe(buildIn(PROGRAM));
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  expect(buildIn(program)).not.toBe(buildIn(PROGRAM));
});
