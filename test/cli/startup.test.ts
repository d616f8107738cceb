import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { madeExtract } from './made-extract';
import { cli } from './support';

/*
 * How quickly a command answers is mostly how many files it loads (design bar 5: a line explained within 0.35 s). Counted
 * here instead of timed, so that it does not depend on the machine. Of the built program; `npm test` builds it first.
 */
const PROJECT = join(__dirname, '..', '..');
const BIN = join(PROJECT, 'bin', 'norsktilskudd');
const folder = temporaryFolder();
const ledger = ['--db', join(folder, 'ledger.db')];

/** Modules that a call of the program loads, without the `dist/` of ours. */
function loadedBy(argv: readonly string[]): string[] {
  return startedWith(argv).modules;
}

/** The same, with the files that were read for them. */
function startedWith(argv: readonly string[]): { modules: string[]; read: string[] } {
  const list = join(folder, 'loaded.txt');
  const hook = join(PROJECT, 'test', 'support', 'list-loaded.cjs');
  const env = { ...process.env, LOADED_FILES_LIST: list };
  const { status, stderr } = spawnSync(process.execPath, ['-r', hook, BIN, ...argv], { cwd: folder, env });
  expect([status, stderr.toString()]).toEqual([0, '']);
  return { modules: namesIn(list), read: namesIn(`${list}.read`) };
}

function namesIn(list: string): string[] {
  const lines = readFileSync(list, 'utf8').trimEnd().split('\n');
  return [...new Set(lines)].map((file) => file.replace(/\\/g, '/').replace(/^dist\//, ''));
}

/** Those of the files that begin with one of the names. */
function among(files: readonly string[], names: readonly string[]): string[] {
  return files.filter((file) => names.some((name) => file.startsWith(name)));
}

/** What reads a user's files, and what only a failure says. */
const HEAVY = ['node_modules/zod/', 'node_modules/csv-', 'node_modules/write-excel-file/'];

const WHAT = ['--year', '2018', '--term', '4', '--rehearsal'];

let line = '';
let stored = '';
beforeAll(async () => {
  const extract = madeExtract(join(folder, 'extract'), '2018-12-31');
  const run = await cli(folder, ['run', '--extract', extract, ...WHAT, ...ledger, '--as', 'kari', '--json']);
  const { run_id, snapshot }: { run_id: string; snapshot: string } = JSON.parse(run.out);
  stored = snapshot;
  const { out } = await cli(folder, ['explain', '--recipient', '0301', ...ledger, '--json']);
  const { lines }: { lines: { line_id: string; component: string }[] } = JSON.parse(out);
  line = lines.find(({ component }) => component === 'persontilskudd')?.line_id ?? `${run_id}-1`;
});

test('a line of a person is explained without what it does not need', () => {
  const files = loadedBy(['explain', line, ...ledger]);
  expect(files).toContain('src/explain/person/explain-person.js');
  const unneeded = [
    ...HEAVY,
    'node_modules/cli-table3/',
    'node_modules/decimal.js/',
    'rules/lock/current-lock.js',
    'src/analysis/',
    'src/audit/index.js',
    'src/cli/end-with.js',
    'src/explain/kommune/explain-kommune.js',
    'src/explain/kommune/kommune-material.js',
    'src/engine/calculate.js',
    'src/ledger/on-demand.js',
    'src/payout/',
    'src/register/index.js',
    'src/report/explanation/render-html.js',
    'src/synthetic/',
  ];
  expect(among(files, unneeded)).toEqual([]);
  expect(files.length).toBeLessThan(320);
});

test('an explanation reads one file of the program', () => {
  const { modules, read } = startedWith(['explain', line, ...ledger]);
  expect(among(read, ['src/', 'rules/'])).toEqual(['src/start.js']);
  expect(among(modules, ['src/', 'rules/']).length).toBeGreaterThan(100);
});

test.each([
  ['first', 'pack.load(name) === require(file)'],
  ['last', 'require(file) === pack.load(name)'],
])('a module is there once, whether it is loaded from the pack %s', (_, same) => {
  const built = JSON.stringify(join(PROJECT, 'dist'));
  const script = `const pack = require(${built} + '/src/start.js'); const name = 'src/domain/errors.js';
    const file = ${built} + '/' + name; process.exitCode = ${same} ? 0 : 1;`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', script]);
  expect([status, stderr.toString()]).toEqual([0, '']);
});

test('a run from the stored register loads no schemas', () => {
  // Under another id than the draft of the tests' own code, whose build is another.
  const argv = ['run', '--snapshot', stored, ...WHAT, ...ledger, '--as', 'kari', '--exclude', 'utvidet43g'];
  expect(among(loadedBy(argv), ['node_modules/zod/'])).toEqual([]);
});

test('what is not in the pack works with what is', () => {
  const { modules, read } = startedWith(['status', ...ledger]);
  expect(among(read, ['src/cli/commands/'])).toEqual(['src/cli/commands/status.js']);
  expect(modules).toContain('src/cli/commands/status.js');
  expect(read).not.toContain('src/domain/index.js');
});

test.each([
  [['--help'], 92],
  [['explain', '--help'], 102],
  [['status', ...ledger], 260],
] as const)('%j loads neither schemas nor parsers', (argv, most) => {
  const files = loadedBy([...argv]);
  expect(among(files, HEAVY)).toEqual([]);
  expect(files.length).toBeLessThan(most);
});
