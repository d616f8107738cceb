import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { cli } from './support';

const folder = temporaryFolder();
const STATISTICS = ['statistics', '--extract', 'ex/2018-T4', '--year', '2018'];

beforeAll(async () => {
  const made = await cli(folder, ['generate', '--year', '2018', '--persons', '400', '--snapshots', '1', '--out', 'ex']);
  expect(made.code).toBe(0);
});

test('shows no small group, in the same bytes every time', async () => {
  const { code, out } = await cli(folder, [...STATISTICS, '--out', 'one']);
  expect(code).toBe(0);
  expect(out).toContain('within 3 months');
  await cli(folder, [...STATISTICS, '--out', 'two']);
  const csv = readFileSync(join(folder, 'one/statistics.csv'), 'utf8');
  expect(readFileSync(join(folder, 'two/statistics.csv'), 'utf8')).toBe(csv);
  const rows = csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const persons = rows.filter((row) => row[8] === 'yes').map((row) => Number(row[6]));
  expect(persons.length).toBeGreaterThan(10);
  expect(persons.filter((value) => value > 0 && value < 5)).toEqual([]);
  expect(rows.filter((row) => row[8] === 'no' && (row[6] !== '' || row[7] !== ''))).toEqual([]);
});

test('the whole country is that of the hours basis', async () => {
  const statistics = JSON.parse((await cli(folder, [...STATISTICS, '--json'])).out);
  const hours = JSON.parse((await cli(folder, ['hours', ...STATISTICS.slice(1), '--json'])).out);
  const all = hours.rows.find(
    (row: Record<string, string>) => row.kommune === 'ALL' && row.law === 'all' && row.year_number === 'all',
  );
  const cell = (measure: string) =>
    statistics.cells.find(
      (one: Record<string, string>) => one.measure === measure && one.row === 'ALL' && one.column === 'ALL',
    );
  expect(cell('participants').persons).toBe(all.participants);
  expect(Number(cell('participants').hours)).toBeCloseTo(
    Number(all.hours_norwegian) + Number(all.hours_social_studies),
    6,
  );
  expect(cell('starters').persons).toBe(all.starters);
});

test('a threshold below three is refused', async () => {
  const { code, err } = await cli(folder, [...STATISTICS, '--threshold', '2']);
  expect(code).toBe(2);
  expect(err).toContain('--threshold');
});

test('a year is published once; other figures of it want a reason', async () => {
  const published = join(folder, 'norsktilskudd.db.d/statistics-published.json');
  expect(Object.keys(JSON.parse(readFileSync(published, 'utf8')))).toEqual(['2018']);
  const again = await cli(folder, [...STATISTICS, '--threshold', '6', '--out', 'three']);
  expect([again.code, again.err.includes('STATISTICS_PUBLISHED_OTHERWISE')]).toEqual([6, true]);
  expect(existsSync(join(folder, 'three'))).toBe(false);
  const why = ['--reason', 'feil i uttrekket'];
  expect((await cli(folder, [...STATISTICS, '--threshold', '6', '--out', 'three', ...why])).code).toBe(0);
  expect(JSON.parse(readFileSync(published, 'utf8'))['2018']).toHaveLength(2);
  writeFileSync(published, 'x');
  expect((await cli(folder, [...STATISTICS, '--out', 'four'])).code).toBe(5);
});
