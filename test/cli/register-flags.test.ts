import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { madeExtract } from './made-extract';
import { cli } from './support';

const work = temporaryFolder();
madeExtract(join(work, 'extract'), '2018-12-31');

const COMMANDS: readonly (readonly string[])[] = [
  ['run', '--term', '1', '--as', 'kari'],
  ['size'],
  ['hours'],
  ['statistics'],
  ['rate-model', '--coverage', '70', '--index', '3'],
  ['advice'],
  ['impact'],
  ['compare', '2018', '2018'],
];

test.each(COMMANDS)(
  'an extract and a stored snapshot at once are refused, not one of them forgotten: %s',
  async (...argv) => {
    const { code, out, err } = await cli(work, [
      ...argv,
      '--year',
      '2018',
      '--extract',
      'extract',
      '--snapshot',
      'abc',
    ]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--extract, --snapshot');
    expect(err).toContain('[FLAGS_EXCLUDE]');
  },
);

test.each(COMMANDS.slice(0, 5))('what is missing and what is wrong is told at once: %s', async (...argv) => {
  const { code, err } = await cli(work, [...argv, '--as-of', '2018-13-01', '--reject-limit', '101']);
  expect(code).toBe(2);
  for (const flag of ['--extract', '--year', '--as-of', '--reject-limit'])
    expect(err).toMatch(new RegExp(`^- .*${flag}`, 'm'));
});

test('a stored snapshot that is not there', async () => {
  const { code, err } = await cli(work, ['hours', '--year', '2018', '--snapshot', 'abc']);
  expect(code).toBe(2);
  expect(err).toContain('[SNAPSHOT_UNKNOWN]');
});
