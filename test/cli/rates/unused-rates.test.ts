import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { madeExtract } from '../made-extract';
import { type CliResult, cli } from '../support';

const work = temporaryFolder();
const extract = madeExtract(join(work, 'extract'), '2018-12-31', { personer: '2' });

function written(name: string, text: string): string {
  const path = join(work, name);
  writeFileSync(path, text);
  return path;
}

const HEAD = 'key,grant_year,rate_class,value,status,source,note\n';
const of2019 = written('r2019.csv', `${HEAD}persontilskudd.year1,2019,high,40000,scenario,x,\n`);
const of2018 = written('r2018.csv', `${HEAD}persontilskudd.year1,2018,high,40000,scenario,x,\n`);
const scenarioFile = (name: string, content: object): string =>
  written(`${name}.json`, JSON.stringify({ name, ...content }));

const base = ['--extract', extract, '--year', '2018', '--exclude', 'grunntilskudd'];
const run = ['run', ...base, '--term', '1', '--rehearsal', '--as', 'kari', '--db', 'l.db'];
const plain = scenarioFile('plain', {});

const told = ({ err }: CliResult): string[] => err.split('\n').filter((line) => /^(Warning|Advarsel):/.test(line));
const NONE_EN =
  'Warning: No cell of the rates file r2019.csv is used in 2018: its rates are of 2019. [RATES_OF_OTHER_YEARS]';
const NONE_NB =
  'Advarsel: Ingen sats i satsfilen r2019.csv er brukt i 2018: satsene i den gjelder 2019. [RATES_OF_OTHER_YEARS]';

test.each([
  ['run', run, of2019],
  ['size', ['size', ...base], of2019],
  ['scenario', ['scenario', plain, ...base], of2019],
  ['compare', ['compare', '2018', plain, ...base], of2019],
])('%s tells of a rates file of another year, and not of one that is used', async (_name, argv, file) => {
  const language = (name: string, rates: string) => cli(work, [...argv, '--rates', rates, '--lang', name]);
  const [en, nb, used] = [await language('en', file), await language('nb', file), await language('en', of2018)];
  expect([en.code, nb.code, used.code]).toEqual([0, 0, 0]);
  expect([...new Set(told(en))]).toEqual([NONE_EN]);
  expect([...new Set(told(nb))]).toEqual([NONE_NB]);
  expect(told(used)).toEqual([]);
});

test.each([
  ['run', run],
  ['size', ['size', ...base]],
])('%s tells programs', async (_name, argv) => {
  const { out } = await cli(work, [...argv, '--rates', of2019, '--json']);
  expect(JSON.parse(out)).toMatchObject({
    warnings: [{ code: 'RATES_OF_OTHER_YEARS', params: { file: 'r2019.csv' } }],
  });
});

test('a file that one side of a comparison uses is not told', async () => {
  const other = scenarioFile('other', { rates: ['r2018.csv'] });
  expect(told(await cli(work, ['compare', '2018', other, ...base, '--lang', 'en']))).toEqual([]);
});

test.each([
  ['its own rates file of another year', { rates: ['r2019.csv'] }, ['RATES_OF_OTHER_YEARS']],
  ['rates of a component that it leaves out', { rates: ['r2018.csv'], exclude: ['persontilskudd'] }, ['RATES_UNUSED']],
  ['a filter that names nothing', { only: {} }, ['FILTER_EMPTY']],
  [
    'a number that came later',
    { only: { recipients: ['3001'] } },
    ['FILTER_CODE_NOT_IN_YEAR', 'FILTER_LEAVES_NOTHING'],
  ],
  ['a number that has gone', { only: { recipients: ['0706'] } }, ['FILTER_CODE_NOT_IN_YEAR', 'FILTER_LEAVES_NOTHING']],
  ['a number that never was', { only: { recipients: ['9999'] } }, ['FILTER_CODE_UNKNOWN', 'FILTER_LEAVES_NOTHING']],
  ['a kommune without anybody', { only: { recipients: ['1103'] } }, ['FILTER_LEAVES_NOTHING']],
  ['a kommune with somebody', { only: { recipients: ['0301'] } }, []],
])('a scenario tells of %s', async (name, content, expected) => {
  const file = scenarioFile(name.replaceAll(' ', '-'), content);
  const text = await cli(work, ['scenario', file, ...base, '--lang', 'en']);
  expect(text.code).toBe(0);
  expect(told(text).map((line) => /\[(\w+)\]$/.exec(line)?.[1])).toEqual(expected);
  const json = await cli(work, ['scenario', file, ...base, '--json']);
  expect(JSON.parse(json.out).scenarios).toMatchObject([{ warnings: expected.map((code) => ({ code })) }]);
});
