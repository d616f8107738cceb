import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { madeExtract } from './made-extract';
import { cli } from './support';

const work = temporaryFolder();
mkdirSync(join(work, 'folder'));
writeFileSync(join(work, 'scenario.json'), '{ "name": "s", "rates": ["gone.csv"] }');
madeExtract(join(work, 'extract'), '2018-12-31');

const REGISTER = ['--extract', 'extract', '--year', '2018'];
const COMMANDS: readonly (readonly string[])[] = [
  ['advice', ...REGISTER],
  ['impact', ...REGISTER],
  ['size', ...REGISTER],
  ['run', ...REGISTER, '--term', '1', '--as', 'kari'],
];
const WAYS: readonly (readonly string[])[] = [...COMMANDS, ['status'], ['import', '--extract', 'extract']];

async function refused(argv: readonly string[]): Promise<{ code: number; first: string; lines: number }> {
  const { code, out, err } = await cli(work, argv);
  expect(out).toBe('');
  const lines = err.trimEnd().split('\n');
  return { code, first: lines.find((line) => line.startsWith('Error:')) ?? err, lines: lines.length };
}

test.each(WAYS)('a folder is no settings file: %s', async (...argv) => {
  const first = `Error: ${join(work, 'folder')}, given with --config, is a folder, and a file is wanted. [GIVEN_FILE_IS_FOLDER]`;
  expect(await refused([...argv, '--config', 'folder'])).toEqual({ code: 2, first, lines: 2 });
});

test.each(COMMANDS)('a rates file that is not there, and a folder in its place: %s', async (...argv) => {
  const first = `Error: The file ${join(work, 'gone.csv')}, given with --rates, does not exist. [GIVEN_FILE_MISSING]`;
  expect(await refused([...argv, '--rates', 'gone.csv'])).toMatchObject({ code: 2, first });
  expect(await refused([...argv, '--rates', 'folder'])).toMatchObject({
    code: 2,
    first: expect.stringContaining('--rates, is a folder'),
  });
});

test.each([
  ['--recipients', ['run', ...REGISTER, '--term', '1', '--as', 'kari', '--new-ledger']],
  ['--columns', ['import', '--extract', 'extract']],
  ['--columns', ['doctor', '--extract', 'extract']],
  ['--columns', ['size', ...REGISTER]],
  ['--columns', ['run', ...REGISTER, '--term', '1', '--as', 'kari', '--db', 'c.db', '--new-ledger']],
  ['--postings', ['open-ledger', '--as', 'kari', '--db', 'o.db']],
])('so with %s of %j', async (flag, argv) => {
  for (const [file, code] of [
    ['gone', 'GIVEN_FILE_MISSING'],
    ['folder', 'GIVEN_FILE_IS_FOLDER'],
  ] as const) {
    const told = await refused([...argv, flag, file]);
    expect(told).toMatchObject({ code: 2, first: expect.stringContaining(`${flag}, `) });
    expect(told.first).toContain(code);
  }
});

test('a scenario, its rates and a table of examples', async () => {
  expect(await refused(['scenario', 'scenario.json', ...REGISTER])).toMatchObject({
    code: 2,
    first: expect.stringContaining('gone.csv, given with rates'),
  });
  expect(await refused(['rules', 'examples', 'gone.csv'])).toMatchObject({ code: 2 });
});

test('a file that the machine will not read is told as input that cannot be used', async () => {
  expect(await refused(['status', '--config', '/proc/self/mem'])).toMatchObject({
    code: 3,
    first: 'Error: /proc/self/mem, given with --config, cannot be read. [GIVEN_FILE_UNREADABLE]',
  });
});
