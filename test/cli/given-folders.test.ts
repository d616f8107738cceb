import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { madeExtract } from './made-extract';
import { cli } from './support';

const work = temporaryFolder();
mkdirSync(join(work, 'folder'));
writeFileSync(join(work, 'file.txt'), 'file\n');
madeExtract(join(work, 'extract'), '2018-12-31');

const RATES = join(__dirname, '..', '..', 'fixtures', 'demo-rates-2018.csv');
const RUN = ['run', '--extract', 'extract', '--year', '2018', '--term', '1', '--as', 'kari', '--rehearsal'];
const ACTS: readonly (readonly string[])[] = [
  ['approve', '2018-T1-0123456789ab', '--as', 'ola'],
  ['attest', '2018-T1-0123456789ab', '--as', 'ola'],
  ['sign', '2018-T1-0123456789ab', '--as', 'ola'],
  ['prune', '--as', 'kari'],
  RUN,
];

test.each([
  ...[...ACTS, ['status'], ['access'], ['explain', '--person', '201212345603']].map((argv) => ['--db', argv] as const),
  ...ACTS.map((argv) => ['--key', argv] as const),
  ['--approvers', RUN] as const,
  ['--pseudonym-key-file', RUN] as const,
  ['--pseudonym-key-file', ['explain', '--person', '201212345603']] as const,
  ['--pseudonym-key-file', ['preview', '2018-T1-0123456789ab']] as const,
])('a folder is no file for %s of %j', async (flag, argv) => {
  const { code, out, err } = await cli(work, [...argv, flag, 'folder']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(
    `${join(work, 'folder')}, given with ${flag}, is a folder, and a file is wanted. [GIVEN_FILE_IS_FOLDER]`,
  );
});

test.each([
  ['lists', 'sign', 'PATH', '--as', 'kari', '--key', 'file.txt'],
  ['lists', 'adopt', 'PATH', '--as', 'kari', '--db', 'none.db'],
  ['lists', 'propose', 'approvers', '--person', 'PATH', '--out', 'new.json', '--db', 'none.db'],
  [...RUN, '--db', 'none.db', '--approvers', 'PATH'],
])('lists and persons: %s %s', async (...argv) => {
  const given = (path: string) =>
    cli(
      work,
      argv.map((word) => (word === 'PATH' ? path : word)),
    );
  const [folder, gone, other] = [await given('folder'), await given('gone'), await given('file.txt')];
  expect([folder.code, gone.code, other.code]).toEqual([2, 2, 3]);
  expect(folder.err).toContain('[GIVEN_FILE_IS_FOLDER]');
  expect(gone.err).toContain('[GIVEN_FILE_MISSING]');
  expect(other.err).toContain('[LIST_FILE_UNREADABLE]');
});

test.each([
  ['keys', 'new', '--name', 'Kari', '--role', 'runner', '--out', 'file.txt/x'],
  ['generate', '--year', '2018', '--persons', '1000', '--out', 'file.txt'],
  ['size', '--extract', 'extract', '--year', '2018', '--out', 'file.txt', '--rates', RATES],
  [...RUN, '--rates', RATES, '--out', 'file.txt', '--db', 'out.db'],
  ['import', '--extract', 'extract', '--out', 'file.txt'],
  ['init', 'file.txt'],
  ['init', 'file.txt/inside'],
])('a file where a folder is wanted is wrong use too: %s %s', async (...argv) => {
  const { code, out, err } = await cli(work, argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^Error: .*file\.txt.*\[\w+\]\nWhat to do: /m);
});

test('for programs the same stands in one object', async () => {
  const { code, out } = await cli(work, [
    'keys',
    'new',
    '--name',
    'Kari',
    '--role',
    'runner',
    '--out',
    'file.txt/x',
    '--json',
  ]);
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ error: { kind: 'usage', exit_code: 2, code: 'PATH_IS_FILE' } });
});
