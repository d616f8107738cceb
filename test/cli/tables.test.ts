import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { csvObjects } from '../../src/domain';
import { unzip } from '../support/unzip';
import { cli } from './support';
import { EXTRACT, holdTables, KARI, prepareTables, RATES, work, written } from './tables-support';

/*
 * Files of tables: the dictionary beside them says of every column what stands in it, all kinds hold the same, and persons are named
 * by pseudonym alone. Every command that writes tables is held to this in test/slow/tables.test.ts.
 */

beforeAll(() => prepareTables(60));

describe('size', () => holdTables('size'));

test('a micro file adds up to the sizing, names persons by pseudonym alone, and protected ones not at all', async () => {
  const folder = await written('size', 'csv');
  const micro = csvObjects(readFileSync(join(folder, 'micro.csv'), 'utf8'));
  const sizing = csvObjects(readFileSync(join(folder, 'sizing.csv'), 'utf8'));
  for (const component of ['persontilskudd', 'asylnorsk', 'kulturtilskudd']) {
    const sumOf = (rows: typeof micro, column: string): number =>
      rows.filter((row) => row.component === component).reduce((sum, row) => sum + Number(row[column]), 0);
    expect(sumOf(micro, 'part')).toBe(sumOf(sizing, 'annual_amount'));
  }
  expect(micro.filter(({ component }) => component === 'grunntilskudd')).toEqual([]);
  const ids = csvObjects(readFileSync(join(work, 'ex', '2018-T4', 'persons.csv'), 'utf8'));
  const text = readFileSync(join(folder, 'micro.csv'), 'utf8');
  for (const { person_id: id = '-' } of ids) expect(text).not.toContain(id);
  for (const row of micro.filter(({ person_ref: ref }) => ref === 'protected')) {
    expect([row.recipient_id, row.sex, row.age_group, row.name]).toEqual(['', '', '', '']);
  }
  expect(statSync(join(folder, 'micro.csv')).mode & 0o077).toBe(0);
});

test('a look at persons stands in the access log, and needs somebody who looks and a folder', async () => {
  await written('micro', 'csv');
  const { out } = await cli(work, ['access', '--json']);
  expect(out).toContain('micro');
  const size = ['size', ...EXTRACT, ...RATES, '--micro', '--lang', 'en'];
  const nobody = await cli(work, [...size, '--out', 'nobody', '--pseudonym-key-file', 'key']);
  expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining('--as')]);
  const nowhere = await cli(work, [...size, ...KARI]);
  expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining('--out')]);
  expect(existsSync(join(work, 'nobody'))).toBe(false);
});

test('--table without --out, and a kind that is none, are told', async () => {
  const alone = await cli(work, ['size', ...EXTRACT, '--table', 'xlsx', '--lang', 'en']);
  expect([alone.code, alone.err]).toEqual([2, expect.stringContaining('--out')]);
  const odd = await cli(work, ['size', ...EXTRACT, '--table', 'xls', '--out', 'x', '--lang', 'en']);
  expect([odd.code, odd.err]).toEqual([2, expect.stringContaining('csv, csv-excel, parquet, xlsx')]);
});

test('a workbook says what it is of: sides, days, marks, call, rates with their status; wherever it is written', async () => {
  const textsOf = async (name: string): Promise<string> => {
    const folder = await written(name, 'xlsx');
    const [book = ''] = readdirSync(folder).filter((file) => file.endsWith('.xlsx'));
    return unzip(readFileSync(join(folder, book))).get('xl/sharedStrings.xml') ?? '';
  };
  const compared = await textsOf('compare');
  for (const word of [
    'ex/2018-T3: 2018, 2018-09-30',
    'ex/2018-T4: 2018, 2018-12-31',
    'verified',
    'norsktilskudd compare ex/2018-T3',
  ])
    expect(compared).toContain(word);
  expect(compared).not.toContain('compare-xlsx');
  const scenario = await textsOf('scenario');
  for (const word of ['SCENARIO', '--set persontilskudd.year2/high=+3%', 'persontilskudd.year2/2018/high'])
    expect(scenario).toContain(word);
  expect(await textsOf('rates')).toContain('DERIVED');
});
