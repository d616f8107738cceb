import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { cli } from './support';

const folder = temporaryFolder();
const EXTRACT = ['--extract', 'ex/2018-T4'];
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

beforeAll(async () => {
  const made = await cli(folder, ['generate', '--year', '2018', '--persons', '120', '--snapshots', '1', '--out', 'ex']);
  expect(made.code).toBe(0);
});

test('hours: the tables, the figures and the charts, the same bytes again', async () => {
  const { code, out } = await cli(folder, ['hours', ...EXTRACT, '--year', '2018', '--out', 'hours']);
  expect(code).toBe(0);
  expect(out).toContain('introduksjonsloven');
  await cli(folder, ['hours', ...EXTRACT, '--year', '2018', '--out', 'again']);
  const files = readdirSync(join(folder, 'hours')).sort();
  expect(files).toEqual([
    'average_hours_by_year_number.svg',
    'dictionary.csv',
    'hours_basis.csv',
    'hours_by_kommune.svg',
    'hours_charts.csv',
    'participants_by_year_number.svg',
    'registered_on_time_percent_by_year_number.svg',
    'started_within_3_months_percent_by_year_number.svg',
  ]);
  for (const file of files) expect(read(`again/${file}`)).toBe(read(`hours/${file}`));
  const json = JSON.parse((await cli(folder, ['hours', ...EXTRACT, '--year', '2018', '--json'])).out);
  const rows = read('hours/hours_basis.csv').trimEnd().split('\n').length - 1;
  expect(json.rows).toHaveLength(rows);
});

describe('rate-model', () => {
  const MODEL = ['rate-model', ...EXTRACT, '--year', '2018', '--coverage', '70', '--index', '3,1'];

  test('writes rates that other commands read as they stand, and its steps', async () => {
    const { code, out } = await cli(folder, [...MODEL, '--out', 'model', '--json']);
    expect(code).toBe(0);
    const { rates, national, sensitivity } = JSON.parse(out);
    expect(rates).toHaveLength(6);
    expect(sensitivity).toHaveLength(24);
    const what = ['--year', '2019', '--as-of', '2018-12-31', '--rates', 'model/rates.csv'];
    const excluded = ['grunntilskudd', 'asylnorsk', 'kulturtilskudd'].flatMap((name) => ['--exclude', name]);
    const size = JSON.parse((await cli(folder, ['size', ...EXTRACT, ...what, ...excluded, '--json'])).out);
    expect(size.unverified_rates.length).toBeGreaterThan(0);
    for (const rate of size.unverified_rates) expect(rate.status).toBe('derived');
    // The national sum of the model is that of a size at the same rates for the same persons.
    const sizeOf2018 = read('model/rates.csv').replaceAll(',2019,', ',2018,').replaceAll(',derived,', ',scenario,');
    writeFileSync(join(folder, 'as-2018.csv'), sizeOf2018);
    const again = await cli(folder, [
      'size',
      ...EXTRACT,
      '--year',
      '2018',
      '--rates',
      'as-2018.csv',
      ...excluded,
      '--json',
    ]);
    expect(JSON.parse(again.out).size).toBe(national);
  });

  test('names what it lacks', async () => {
    const { code, err } = await cli(folder, [...MODEL, '--base-year', '2017']);
    expect(code).toBe(4);
    expect(err).toContain('persontilskudd.year1/2017/low');
    const wrong = await cli(folder, ['rate-model', ...EXTRACT, '--year', '2018', '--coverage', 'most']);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('--index');
  });
});
