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

  test('says how sure the rates are, from the seed alone, and holds them against those of the year', async () => {
    const { out } = await cli(folder, [...MODEL, '--json']);
    const { uncertainty, in_doubt, means, leave_one_out, cost_years, seed, rates } = JSON.parse(out);
    expect(JSON.parse((await cli(folder, [...MODEL, '--json', '--seed', '1'])).out)).toMatchObject({
      uncertainty,
      seed,
    });
    expect(JSON.parse((await cli(folder, [...MODEL, '--json', '--seed', '2'])).out).uncertainty).not.toEqual(
      uncertainty,
    );
    expect(in_doubt.map(({ value }: { value: number }) => value)).toEqual(
      rates.map(({ value }: { value: number }) => value),
    );
    expect(in_doubt[0]).toMatchObject({ year_number: 1, rate_class: 'high', today: 31_900 });
    expect(means.map(({ mean }: { mean: string }) => mean)).toEqual([
      'weighted',
      'plain',
      'trimmed_weighted',
      'trimmed',
      'median',
    ]);
    expect(leave_one_out).toHaveLength(JSON.parse(out).sample.kommuner);
    expect(cost_years.map(({ year }: { year: number }) => year)).toEqual([2017, 2018]);
    const nb = (await cli(folder, [...MODEL, '--lang', 'nb'])).out;
    expect(nb).toContain('Standardfeil for kostnaden per time');
    expect(nb).toContain('trimmet, etter timer');
    expect(nb).not.toContain('undefined');
  });

  test('finds the coverage that meets a sum, and takes costs of another year', async () => {
    const sum = MODEL.filter((word) => word !== '--coverage' && word !== '70');
    const found = JSON.parse((await cli(folder, [...sum, '--target', '2 000 000', '--json'])).out);
    expect(found.national).toBeLessThanOrEqual(2_000_000);
    expect([found.target, found.national > 1_990_000]).toEqual([2_000_000, true]);
    const both = await cli(folder, [...MODEL, '--target', '1', '--lang', 'en']);
    expect([both.code, both.err]).toEqual([2, expect.stringContaining('--coverage, --target')]);
    const earlier = await cli(folder, [...MODEL, '--cost-year', '2017', '--lang', 'en']);
    expect(earlier.out).toContain('The cost and the hours of the sample are those of 2017');
    const none = await cli(folder, [...MODEL, '--cost-year', '2012', '--lang', 'en']);
    expect([none.code, none.err]).toEqual([4, expect.stringContaining('It has costs of: 2017, 2018.')]);
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

test('bokmål has a decimal comma in every figure, English a point', async () => {
  const what = [...EXTRACT, '--year', '2018'];
  const excluded = ['grunntilskudd', 'asylnorsk', 'kulturtilskudd'].flatMap((name) => ['--exclude', name]);
  const asked = [
    ['rate-model', ...what, '--coverage', '67.5', '--index', '3.1'],
    ['rate-model', ...what, '--target', '9000000', '--index', '3.1'],
    ['size', ...what, ...excluded, '--appropriation', '9000000', '--forecast'],
    ['forecast', '2019', ...EXTRACT, ...excluded],
    ['hours', ...what],
  ];
  for (const call of asked) {
    const { code, out, err } = await cli(folder, [...call, '--lang', 'nb']);
    expect([code, err]).toEqual([0, expect.any(String)]);
    expect(out.match(/\d,\d/g)?.length ?? 0).toBeGreaterThan(0);
    expect(out.replace(/\b\d\d\.\d\d\.\d{4}\b/g, '').match(/.*\d\.\d.*/g)).toBeNull();
  }
  const { out } = await cli(folder, asked[0] ?? []);
  expect(out).toMatch(/Coverage 67\.5 %, price growth 3\.1 %/);
});
