import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvObjects } from '../../src/domain';
import { CALLS, holdTables, prepareTables, work, written } from '../cli/tables-support';
import { temporaryFolder } from '../support/temporary-folder';

/*
 * Every command that writes tables, as every kind of file; workbooks as LibreOffice works them out, Parquet as DuckDB reads it.
 */

beforeAll(() => prepareTables(300));

describe.each(Object.keys(CALLS))('%s', (name) => holdTables(name));

const hasOffice = spawnSync('soffice', ['--version']).status === 0;
if (!hasOffice)
  process.stderr.write('\nLEFT OUT: workbooks. No LibreOffice is installed (apt-get install libreoffice-calc).\n\n');

describe.each(['size', 'scenario', 'compare', 'advice'])('the workbook of %s', (name) => {
  const officeTest = hasOffice || process.env.CI ? test : test.skip;

  officeTest(
    'opens in LibreOffice, and what it works out is what stands beside every formula',
    async () => {
      const folder = await written(name, 'xlsx');
      const [book = ''] = readdirSync(folder).filter((file) => file.endsWith('.xlsx'));
      const sheets = recalculated(join(folder, book));
      const csv = await written(name, 'csv');
      for (const [sheet, rows] of sheets) {
        const file = join(csv, `${sheet}.csv`);
        if (!existsSync(file)) continue;
        const own = csvObjects(readFileSync(file, 'utf8'));
        for (const column of ['difference', 'annual_amount', 'amount', 'a', 'b'].filter(
          (each) => own[0] && each in own[0],
        )) {
          expect([sheet, column, rows.slice(0, own.length).map((row) => row[column])]).toEqual([
            sheet,
            column,
            own.map((row) => row[column]),
          ]);
          // The last row sums what a filter leaves in sight, all of it here.
          const sum = own.reduce((total, row) => total + Number(row[column]), 0);
          expect([sheet, column, rows.at(-1)?.[column]]).toEqual([sheet, column, String(sum)]);
        }
      }
      const front = [...sheets].find(([sheet]) => sheet === 'front')?.[1].map((row) => Object.values(row)) ?? [];
      const [table, by, of] = FRONTS[name] ?? ['', '', ''];
      const own = csvObjects(readFileSync(join(csv, `${table}.csv`), 'utf8'));
      for (const value of new Set(own.map((row) => row[by] ?? ''))) {
        const sum = own.filter((row) => row[by] === value).reduce((total, row) => total + Number(row[of]), 0);
        expect([value, front.find(([label]) => label === value)?.[1]]).toEqual([value, String(sum)]);
      }
    },
    120_000,
  );
});

/** What the front sheet sums first: table, column that it goes by, column of figures. */
const FRONTS: Readonly<Record<string, readonly [string, string, string]>> = {
  size: ['sizing', 'component', 'annual_amount'],
  scenario: ['cells', 'component', 'base_amount'],
  compare: ['recipients', 'component', 'a'],
  advice: ['advice', 'code', 'amount'],
};

/** Rows of every sheet of a workbook as LibreOffice has worked them out anew. */
function recalculated(book: string): Map<string, Record<string, string>[]> {
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
  const out = temporaryFolder();
  const profile = `-env:UserInstallation=file://${join(work, 'office')}`;
  const { status, stderr } = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', filter, '--outdir', out, book],
    {
      encoding: 'utf8',
    },
  );
  // That no Java is there is said of LibreOffice itself.
  const warnings = stderr.split('\n').filter((line) => /warn|repair|corrupt/i.test(line) && !/javaldx/.test(line));
  expect([status, warnings]).toEqual([0, []]);
  return new Map(
    readdirSync(out).map((file) => {
      const sheet = file.slice(0, -'.csv'.length).split('-').slice(1).join('-');
      return [sheet, csvObjects(readFileSync(join(out, file), 'utf8'))];
    }),
  );
}

const PEERS = join(__dirname, '..', 'bench', 'peers', 'node_modules', '@duckdb', 'node-api');
const hasDuckDb = existsSync(PEERS);
if (!hasDuckDb) process.stderr.write('\nLEFT OUT: DuckDB is not installed (npm ci --prefix test/bench/peers).\n\n');

interface DuckDb {
  readonly DuckDBInstance: {
    create(): Promise<{
      connect(): Promise<{
        runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): Record<string, unknown>[] }>;
      }>;
    }>;
  };
}

(hasDuckDb || process.env.CI ? test : test.skip)(
  'DuckDB reads every Parquet file: types, rows and sums are those of the CSV',
  async () => {
    const { DuckDBInstance }: DuckDb = require(PEERS);
    const connection = await (await DuckDBInstance.create()).connect();
    const ask = async (sql: string): Promise<Record<string, unknown>[]> =>
      (await connection.runAndReadAll(sql)).getRowObjectsJson();
    const TYPES: Readonly<Record<string, RegExp>> = {
      text: /^VARCHAR$/,
      whole: /^BIGINT$/,
      day: /^DATE$/,
      decimal: /^DECIMAL/,
    };
    for (const name of Object.keys(CALLS)) {
      const [parquet, csv] = [await written(name, 'parquet'), await written(name, 'csv')];
      const dictionary = csvObjects(readFileSync(join(csv, 'dictionary.csv'), 'utf8'));
      for (const file of readdirSync(parquet).filter(
        (each) => each.endsWith('.parquet') && !each.startsWith('dictionary'),
      )) {
        const table = file.slice(0, -'.parquet'.length);
        const from = `from read_parquet('${join(parquet, file)}')`;
        const own = csvObjects(readFileSync(join(csv, `${table}.csv`), 'utf8'));
        const [{ rows } = {}] = await ask(`select count(*)::integer as rows ${from}`);
        expect([table, Number(rows)]).toEqual([table, own.length]);
        for (const column of await ask(`describe select * ${from}`)) {
          const said = dictionary.find((one) => one.table === table && one.column === column.column_name);
          expect([table, column.column_name, column.column_type]).toEqual([
            table,
            said?.column,
            expect.stringMatching(TYPES[said?.type ?? ''] ?? /^$/),
          ]);
          if (said?.type !== 'whole') continue;
          const [{ sum } = {}] = await ask(`select coalesce(sum("${said.column}"), 0)::varchar as sum ${from}`);
          const told = own.reduce((total, row) => total + BigInt(row[said.column ?? ''] || 0), 0n);
          expect([table, said.column, sum]).toEqual([table, said.column, String(told)]);
        }
      }
    }
  },
  120_000,
);
