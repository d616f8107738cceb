import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvObjects, csvRows } from '../../src/domain';
import { parquetRows } from '../app/table-files/read-parquet';
import { temporaryFolder } from '../support/temporary-folder';
import { unzip } from '../support/unzip';
import { cli } from './support';

export const work = temporaryFolder();
export const RATES = ['--rates', join(__dirname, '..', '..', 'fixtures', 'demo-rates-2018.csv')];
export const EXTRACT = ['--extract', 'ex/2018-T4', '--year', '2018'];
export const KARI = ['--as', 'kari', '--pseudonym-key-file', 'key'];

/** Calls that write tables, by the name of their folder. */
export const CALLS: Readonly<Record<string, readonly string[]>> = {
  size: ['size', ...EXTRACT, ...RATES, '--appropriation', '100000000', '--micro', ...KARI],
  hours: ['hours', ...EXTRACT],
  statistics: ['statistics', ...EXTRACT, '--reason', 'again'],
  rates: ['rate-model', ...EXTRACT, '--coverage', '70', '--index', '3.1'],
  scenario: ['scenario', '--set', 'persontilskudd.year2/high=+3%', '--by', 'fylke', ...EXTRACT, ...RATES],
  micro: ['scenario', '--set', 'persontilskudd.proration=days', '--micro', ...EXTRACT, ...RATES, ...KARI],
  compare: ['compare', 'ex/2018-T3', 'ex/2018-T4', '--year', '2018', ...RATES, ...KARI],
  advice: ['advice', ...EXTRACT, ...RATES],
  forecast: ['forecast', '2018..2018', '--extract', 'ex/2018-T2', ...RATES],
  impact: ['impact', ...EXTRACT, ...RATES, '--exclude', 'persontilskudd37d'],
  'year-end': ['year-end', '2018', '--db', 'posted.db', '--appropriation', '100000000'],
  exceptions: ['exceptions', '--db', 'posted.db'],
};

export async function written(name: string, kind: string): Promise<string> {
  const folder = join(work, `${name}-${kind}`);
  if (!existsSync(folder)) {
    if (name === 'year-end' || name === 'exceptions') await postLastTerm();
    const call = [...(CALLS[name] ?? []), '--table', kind, '--out', `${name}-${kind}`, '--lang', 'en'];
    const { code, err } = await cli(work, call);
    expect([call.join(' '), code, code === 0 ? '' : err]).toEqual([call.join(' '), 0, '']);
  }
  return folder;
}

/** A ledger with the last term of the year. */
async function postLastTerm(): Promise<void> {
  if (existsSync(join(work, 'posted.db'))) return;
  const db = ['--db', 'posted.db', '--json'];
  const run = await cli(work, ['run', '--rehearsal', ...EXTRACT, '--term', '4', ...RATES, ...KARI, ...db]);
  const { run_id: runId } = JSON.parse(run.out);
  expect((await cli(work, ['approve', runId, '--as', 'ola', ...db])).code).toBe(0);
}

/** A made-up register and a key of pseudonyms. */
export async function prepareTables(persons: number): Promise<void> {
  const made = await cli(work, [
    'generate',
    '--year',
    '2018',
    '--persons',
    String(persons),
    '--seed',
    '4',
    '--snapshots',
    '4',
    '--out',
    'ex',
  ]);
  expect(made.code).toBe(0);
  writeFileSync(join(work, 'key'), `${'5a'.repeat(32)}\n`, { mode: 0o600 });
}

const CELL: Readonly<Record<string, RegExp>> = {
  text: /^/,
  whole: /^-?\d+$/,
  decimal: /^-?\d+(\.\d+)?$/,
  day: /^\d{4}-\d\d-\d\d$/,
};

/** What must hold of every command that writes tables. */
export function holdTables(name: string): void {
  test('the dictionary says what stands in every column of every table', async () => {
    const folder = await written(name, 'csv');
    const dictionary = csvObjects(readFileSync(join(folder, 'dictionary.csv'), 'utf8'));
    const tables = readdirSync(folder).filter((file) => file.endsWith('.csv') && file !== 'dictionary.csv');
    const told = dictionary.map(({ table, column }) => `${table}.${column}`);
    const found = tables.flatMap((file) => {
      const [header = [], ...rows] = csvRows(readFileSync(join(folder, file), 'utf8'));
      for (const [place, column] of header.entries()) {
        const said = dictionary.find((one) => `${one.table}.csv` === file && one.column === column);
        const wrong = rows.filter((row) => row[place] !== '' && !CELL[said?.type ?? '']?.test(row[place] ?? ''));
        expect([file, column, wrong.slice(0, 2)]).toEqual([file, column, []]);
        expect([file, column, said?.source === '']).toEqual([file, column, false]);
      }
      return header.map((column) => `${file.slice(0, -4)}.${column}`);
    });
    expect(found.sort()).toEqual(told.sort());
  });

  test('csv-excel, parquet and xlsx hold what csv holds', async () => {
    const [csv, excel, parquet, xlsx] = [
      await written(name, 'csv'),
      await written(name, 'csv-excel'),
      await written(name, 'parquet'),
      await written(name, 'xlsx'),
    ];
    const [book = ''] = readdirSync(xlsx).filter((file) => file.endsWith('.xlsx'));
    const sheets = [
      ...(unzip(readFileSync(join(xlsx, book))).get('xl/workbook.xml') ?? '').matchAll(/sheetId="\d+" name="([^"]+)"/g),
    ];
    const tables = readdirSync(csv).filter((file) => file.endsWith('.csv'));
    expect(
      sheets
        .map(([, sheet]) => `${sheet}.csv`)
        .slice(1)
        .sort(),
    ).toEqual(tables.sort());
    for (const file of tables) {
      const rows = csvObjects(readFileSync(join(csv, file), 'utf8'));
      const stored = await parquetRows(join(parquet, file.replace('.csv', '.parquet')));
      expect(stored.map((row) => Object.values(row).map(plain))).toEqual(
        rows.map((row) => Object.values(row).map(plain)),
      );
      // What other commands read stands as they read it, whatever was asked for.
      if (file === 'rates.csv') {
        for (const folder of [excel, parquet, xlsx])
          expect(readFileSync(join(folder, file))).toEqual(readFileSync(join(csv, file)));
        continue;
      }
      const [columns] = csvRows(readFileSync(join(csv, file), 'utf8'));
      const [head = '', ...lines] = readFileSync(join(excel, file), 'utf8').split('\r\n');
      expect([head.charCodeAt(0), head.slice(1).split(';')]).toEqual([0xfeff, columns]);
      expect(lines.filter((line) => line !== '')).toHaveLength(rows.length);
    }
  });

  test('whoever may read a table of one kind may read it of every kind', async () => {
    const modes = new Map<string, number>();
    for (const kind of ['csv', 'csv-excel', 'parquet']) {
      const folder = await written(name, kind);
      for (const file of readdirSync(folder)) {
        const [table = ''] = file.split('.');
        const mode = statSync(join(folder, file)).mode & 0o077;
        expect([file, modes.get(table) ?? mode]).toEqual([file, mode]);
        modes.set(table, mode);
      }
    }
  });
}

/** A cell without the form of its kind: `1.50` and 1.5, 5n and `5`, null and nothing. */
function plain(cell: unknown): string {
  const text = cell === null ? '' : String(cell).replace(/^'/, '');
  return /^-?\d+\.\d+$/.test(text) ? String(Number(Number(text).toPrecision(14))) : text;
}
