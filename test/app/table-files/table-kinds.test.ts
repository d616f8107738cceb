import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkedTable, dictionaryOf, withPlaceNames } from '../../../src/app/table-files/table-file';
import { writeTableFiles } from '../../../src/app/table-files/write-table-files';
import { asRecipientCode, csvRows } from '../../../src/domain';
import { temporaryFolder } from '../../support/temporary-folder';
import { unzip } from '../../support/unzip';
import { parquetRows } from './read-parquet';

/** One table of every type of column, with what a spreadsheet would take for a formula, and figures that a float cannot hold. */
const SET = {
  name: 'book',
  tables: [
    {
      name: 'sample',
      columns: ['recipient_id', 'as_of', 'cost_nok', 'sample.hours', 'note'].map((name) => name.replace('sample.', '')),
      rows: [
        ['4601', '2018-12-31', 9_007_199_254_740_991, '12.5', '=cmd|x;"y"'],
        ['0301', '2018-01-01', -5, '-0.05', 'æøå'],
        ['HELD', null, null, '', ''],
      ],
    },
  ],
  front: {
    facts: [['tables.fact.mark', 'SCENARIO'] as const],
    rates: [],
    sums: { table: 'sample', by: 'recipient_id', of: ['cost_nok'] },
  },
};

async function written(kind: 'csv' | 'csv-excel' | 'parquet' | 'xlsx'): Promise<string> {
  const folder = join(temporaryFolder(), kind);
  await writeTableFiles(folder, SET, { kind, language: 'en' });
  return folder;
}

test('csv: commas, points, in the order of the columns, nothing that runs', async () => {
  const text = readFileSync(join(await written('csv'), 'sample.csv'), 'utf8');
  expect(text).toBe(
    'recipient_id,as_of,cost_nok,hours,note\n' +
      '0301,2018-01-01,-5,-0.05,æøå\n' +
      '4601,2018-12-31,9007199254740991,12.5,"\'=cmd|x;""y"""\n' +
      'HELD,,,,\n',
  );
});

test('csv-excel: a byte order mark, semicolons, decimal commas, nothing that runs', async () => {
  const text = readFileSync(join(await written('csv-excel'), 'sample.csv'), 'utf8');
  expect(text).toBe(
    '\uFEFFrecipient_id;as_of;cost_nok;hours;note\r\n' +
      '0301;2018-01-01;-5;-0,05;æøå\r\n' +
      '4601;2018-12-31;9007199254740991;12,5;"\'=cmd|x;""y"""\r\n' +
      'HELD;;;;\r\n',
  );
});

test('parquet: the very numbers, days and texts, and null for none', async () => {
  const rows = await parquetRows(join(await written('parquet'), 'sample.parquet'));
  expect(rows).toEqual([
    { recipient_id: '0301', as_of: '2018-01-01', cost_nok: -5n, hours: -0.05, note: 'æøå' },
    { recipient_id: '4601', as_of: '2018-12-31', cost_nok: 9_007_199_254_740_991n, hours: 12.5, note: '=cmd|x;"y"' },
    { recipient_id: 'HELD', as_of: null, cost_nok: null, hours: null, note: '' },
  ]);
});

test('xlsx: values beside formulas, filters, names, a chart, and texts that stay texts', async () => {
  const folder = await written('xlsx');
  expect(readdirSync(folder)).toEqual(['book.xlsx']);
  const files = unzip(readFileSync(join(folder, 'book.xlsx')));
  const front = files.get('xl/worksheets/sheet1.xml') ?? '';
  // Rows: heading, mark, empty, heading of the sums, then the three recipients and the total.
  expect(front).toContain('<f>SUMIF(sample_recipient_id,A5,sample_cost_nok)</f><v>-5</v>');
  expect(front).toContain('<f>SUM(B5:B7)</f><v>9007199254740986</v>');
  expect([...files.values()].join('')).not.toContain('<f>=');
  expect(files.get('xl/worksheets/sheet2.xml')).toContain('<autoFilter ref="A1:E4"/>');
  expect(files.get('xl/workbook.xml')).toContain(
    `<definedName name="sample_cost_nok">'sample'!$C$2:$C$4</definedName>`,
  );
  expect(files.get('xl/charts/chart1.xml')).toContain(`<c:f>'front'!$B$5:$B$7</c:f>`);
  expect(files.get('xl/sharedStrings.xml')).toContain('=cmd|x;');
});

test.each(['csv', 'csv-excel', 'parquet', 'xlsx'] as const)(
  '%s: the same rows give the same bytes, in whatever order',
  async (kind) => {
    const turned = { ...SET, tables: SET.tables.map((table) => ({ ...table, rows: table.rows.toReversed() })) };
    const [one, other] = [await written(kind), join(temporaryFolder(), kind)];
    await writeTableFiles(other, turned, { kind, language: 'en' });
    for (const name of readdirSync(one)) expect(readFileSync(join(other, name))).toEqual(readFileSync(join(one, name)));
  },
);

test('the dictionary names every column of every table', () => {
  const tables = SET.tables.map(checkedTable);
  expect(dictionaryOf(tables).rows.map(([table, _place, column, type, unit]) => [table, column, type, unit])).toEqual([
    ['sample', 'recipient_id', 'text', ''],
    ['sample', 'as_of', 'day', 'day'],
    ['sample', 'cost_nok', 'whole', 'kr'],
    ['sample', 'hours', 'decimal', 'hours'],
    ['sample', 'note', 'text', ''],
  ]);
});

test.each([
  ['a number for a text', ['note'], [[5]]],
  ['a text for a number', ['cost_nok'], [['5']]],
  ['half a krone', ['cost_nok'], [[0.5]]],
  ['more decimals than the dictionary says', ['hours'], [['1.005']]],
  ['no day', ['as_of'], [['2018-02-30']]],
  ['a column in no dictionary', ['anything'], [['x']]],
  ['a row that is too short', ['note', 'cost_nok'], [['x']]],
])('%s is never written', (_, columns, rows) => {
  expect(() => checkedTable({ name: 'sample', columns, rows })).toThrow();
});

test('a folder that holds something is left as it is', async () => {
  const folder = await written('csv');
  await expect(writeTableFiles(folder, SET, { kind: 'csv', language: 'en' })).rejects.toThrow('FOLDER_NOT_EMPTY');
  expect(readdirSync(folder)).toEqual(['dictionary.csv', 'sample.csv']);
});

test('what names persons is for its owner alone, whatever the kind', async () => {
  const tables = SET.tables.map((table) => ({ ...table, isRestricted: true }));
  for (const kind of ['csv', 'csv-excel', 'parquet', 'xlsx'] as const) {
    const folder = join(temporaryFolder(), kind);
    await writeTableFiles(folder, { ...SET, tables }, { kind, language: 'nb' });
    const name = readdirSync(folder).find((file) => !file.startsWith('dictionary')) ?? '';
    expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
  }
});

test('names stand beside codes, and nothing beside what is no place', () => {
  const names = new Map([
    [asRecipientCode(46_010), 'Bergen'],
    [asRecipientCode(46_000), 'Vestland'],
  ]);
  const table = { name: 'x', columns: ['recipient_id'], rows: [['4601'], ['HELD']] };
  const { columns, rows } = withPlaceNames(
    table,
    'recipient_id',
    (code) => names.get(asRecipientCode(code)) ?? `${code}`,
  );
  expect(columns).toEqual(['recipient_id', 'name', 'fylke_id', 'fylke_name']);
  expect(rows[1]).toEqual(['HELD', '', '', '']);
  expect(rows[0]?.[2]).toBe('46');
  expect(csvRows('a,b\n')).toHaveLength(1);
});
