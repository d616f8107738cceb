import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { type CliResult, cli } from '../support';

const work = temporaryFolder();
const nt = (...argv: readonly string[]): Promise<CliResult> => cli(work, [...argv, '--lang', 'en']);
const sheet = join(work, 'rates-2027.csv');

test('a caseworker enters the rates of next year in the sheet of init, checks, runs and compares', async () => {
  await nt('generate', '--year', '2027', '--persons', '60', '--first-term', '4', '--out', 'extracts');
  await nt('init', '--year', '2026', '--rehearsal', '--as', 'kari');
  const made = await nt('init', '--year', '2027');
  expect([made.code, made.out]).toEqual([0, expect.stringMatching(/Fill in \d+ rates from the circular/)]);
  const settings = JSON.parse(readFileSync(join(work, 'norsktilskudd.json'), 'utf8'));
  expect(settings).toMatchObject({ grant_year: 2027, rates: expect.arrayContaining(['rates-2027.csv']) });
  const [head = '', ...rows] = readFileSync(sheet, 'utf8').trimEnd().split('\n');
  expect(head).toBe('key,grant_year,rate_class,value,status,source,note');
  // What the last year had stands beside each empty cell, wherever there was anything.
  expect(rows.find((row) => row.startsWith('persontilskudd.year1,2027,high'))).toMatch(/,,verified,,"?20\d\d: \d+ \(/);
  const alone = ['--rates', 'rates-2027.csv'];
  const extract = join('extracts', '2027-T4');
  const run = ['run', '--extract', extract, '--year', '2027', '--term', '4', '--as', 'kari', ...alone];
  const empty = await nt(...run);
  expect([empty.code, empty.err]).toEqual([3, expect.stringContaining('[VALUE_MISSING')]);
  // What is of the year before, such as a supplement, does not wait for the circular of the next.
  for (const earlier of [['run', '--term', '4', '--as', 'kari'], ['size'], ['statistics']]) {
    const { code, err } = await nt(...earlier, '--extract', extract, '--year', '2026');
    expect([...earlier, code, err]).toEqual([...earlier, 3, expect.stringContaining('rates-2026.csv')]);
    expect(err).not.toContain('rates-2027.csv');
  }
  writeFileSync(
    sheet,
    readFileSync(sheet, 'utf8').replace(
      /^(\w+(?:\.\w+)*,2027,\w+),,verified,,/gm,
      '$1,40000,verified,circular 1/2027,',
    ),
  );
  expect((await nt('size', '--extract', extract, '--year', '2027', ...alone)).code).toBe(0);
  expect(await nt(...run)).toMatchObject({ code: 0 });
  const compared = await nt('compare', `${extract}@2027`, `${extract}@2027`, ...alone);
  expect(compared.code).toBe(0);
  expect((await nt('init', '--year', '2027')).err).toContain('[INIT_FILES_EXIST]');
});
