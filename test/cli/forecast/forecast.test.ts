import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openNorsktilskudd } from '../../../src/app/library';
import { RATE_CLASSES, RATE_KEYS, traitsOf } from '../../../src/domain';
import { componentsOf } from '../../oracle/components';
import { readExtract, tableOf } from '../../oracle/extract';
import { personsOn } from '../../oracle/person';
import { sizing } from '../../oracle/sizing';
import { temporaryFolder } from '../../support/temporary-folder';
import { unzip } from '../../support/unzip';
import { cli } from '../support';
import { monthsOf, writeFlow } from './made-flow';

jest.setTimeout(120_000);

const work = temporaryFolder();
const keys: readonly string[] = RATE_KEYS;
const classes: readonly string[] = RATE_CLASSES;
const RATE = (key: string, one: string): number => 20_001 + keys.indexOf(key) * 1_003 + classes.indexOf(one) * 107;
const halfUp = (above: number, below: number): number => Math.floor((2 * above + below) / (2 * below));
const HEAD = 'year,group,rate_class,low,mid,high\n';
/** Nobody comes in any other way. */
const NOBODY_ELSE = ['asylum', 'persontilskudd37d', 'utvidet43g'].map((group) => `2026,${group},,0,0,0\n`).join('');

beforeAll(() => {
  const rows = componentsOf(2025).flatMap((name) => {
    const { rates, rateClasses } = traitsOf(name as Parameters<typeof traitsOf>[0]);
    return rates.flatMap(({ key }) =>
      rateClasses.map((one) => `${key},2025,${one},${RATE(key, one)},illustrative,test,`),
    );
  });
  writeFileSync(join(work, 'rates.csv'), `key,grant_year,rate_class,value,status,source,note\n${rows.join('\n')}\n`);
  writeFlow(join(work, 'e2025'), { months: monthsOf(2023, 2025), takenAt: '2025-12-31' });
  writeFlow(join(work, 'came'), {
    months: monthsOf(2023, 2025),
    takenAt: '2026-12-31',
    more: { persons: 17, enteredOn: '2026-03-10' },
  });
  writeFileSync(join(work, 'enough.csv'), `${HEAD}2025,persontilskudd,,40,40,40\n${NOBODY_ELSE}`);
  writeFileSync(join(work, 'a.csv'), `${HEAD}2026,persontilskudd,high,17,17,17\n${NOBODY_ELSE}`);
});

interface Band {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}
interface Celled {
  readonly grant_year: number;
  readonly component: string;
  readonly year_number: number | null;
  readonly rate_class: string | null;
  readonly amount: Band;
}
interface Answer {
  readonly totals: readonly { readonly grant_year: number; readonly amount: Band }[];
  readonly cells: readonly Celled[];
  readonly recipients: readonly { readonly recipient_id: string; readonly grant_year: number; readonly amount: Band }[];
  readonly recipient_cells: readonly (Celled & { readonly recipient_id: string })[];
  readonly baseline: { readonly totals: Answer['totals'] } | null;
  readonly warnings: readonly { readonly code: string }[];
}

async function asked(...flags: readonly string[]): Promise<Answer> {
  const { code, out, err } = await cli(work, ['forecast', ...flags, '--rates', 'rates.csv', '--db', 'q.db', '--json']);
  expect([code, err]).toEqual([0, expect.any(String)]);
  return JSON.parse(out) as Answer;
}

/** The naive calculator on what then comes: kroner by cell and in all. */
function naive(folder: string, asOf: string, year: number, rates: (key: string, one: string) => number) {
  const extract = readExtract(join(work, folder));
  const teaching = tableOf(extract.tables, 'teaching_hours').accepted;
  const rows = sizing(personsOn(extract, asOf), teaching, asOf, year, componentsOf(year), (key, _year, one) =>
    rates(key, one),
  );
  const cells = new Map<string, number>();
  for (const { component, yearNumber, rateClass, annual } of rows) {
    const cell = `${component} ${yearNumber || '-'} ${rateClass || '-'}`;
    cells.set(cell, (cells.get(cell) ?? 0) + annual);
  }
  return { cells, total: rows.reduce((sum, { annual }) => sum + annual, 0) };
}

const same = (nok: number): Band => ({ p10: nok, p50: nok, p90: nok });

test('the next year against this one with uprated rates and a given number of arrivals: what the naive calculator says', async () => {
  const flags = ['2026', '--extract', 'e2025', '--baseline', '2025', '--uprate', '3.1%', '--arrivals', 'a.csv'];
  const answer = await asked(...flags);
  const uprated = (key: string, one: string): number => halfUp(RATE(key, one) * 1031, 1000);
  const came = naive('came', '2026-12-31', 2026, uprated);
  expect(answer.totals.map(({ amount }) => amount)).toEqual([same(came.total)]);
  const cells = answer.cells.filter(({ amount }) => amount.p90 > 0);
  expect(
    new Map(cells.map((row) => [`${row.component} ${row.year_number ?? '-'} ${row.rate_class ?? '-'}`, row.amount])),
  ).toEqual(new Map([...came.cells].map(([cell, nok]) => [cell, same(nok)])));
  expect(answer.recipients.map(({ recipient_id: id, amount }) => [id, amount])).toEqual([['4601', same(came.total)]]);
  const before = naive('e2025', '2025-12-31', 2025, RATE);
  expect(answer.baseline?.totals.map(({ amount }) => amount)).toEqual([same(before.total)]);
});

test('a year has one answer whatever years are named with it, and the same bytes again', async () => {
  const flags = ['--extract', 'e2025', '--exclude', 'asylnorsk', '--exclude', 'samfunnskunnskap_mottak'];
  const more = ['--exclude', 'persontilskudd37d', '--exclude', 'utvidet43g'];
  const [alone, again, several] = await Promise.all(
    ['2026', '2026', '2025..2027'].map((years) => asked(years, ...flags, ...more)),
  );
  expect(again).toEqual(alone);
  const ofYear = (answer: Answer | undefined): unknown => [
    answer?.totals.filter(({ grant_year: year }) => year === 2026),
    answer?.recipient_cells.filter(({ grant_year: year }) => year === 2026),
  ];
  expect(ofYear(several)).toEqual(ofYear(alone));
  const other = await asked('2025..2027', ...flags, ...more, '--seed', '2');
  expect(other.totals).not.toEqual(several?.totals);
  // Nine a quarter have come for years: about 36 enter, within chance.
  const first = alone?.cells.find(({ year_number: k }) => k === 1)?.amount ?? same(0);
  const rate = RATE('persontilskudd.year1', 'high');
  expect([first.p10 / rate >= 22, first.p50 / rate >= 31, first.p50 / rate <= 41, first.p90 / rate <= 55]).toEqual(
    Array.from({ length: 4 }, () => true),
  );
});

test('what nobody has entered is asked for, and never taken as nothing', async () => {
  const { code, err } = await cli(work, [
    'forecast',
    '2026',
    '--extract',
    'e2025',
    '--rates',
    'rates.csv',
    '--lang',
    'en',
  ]);
  expect(code).not.toBe(0);
  expect(err).toContain('FORECAST_NO_HISTORY');
  for (const group of ['asylum', 'persontilskudd37d', 'utvidet43g'])
    expect(err).toContain(`${group}: nobody has entered`);
  expect(err).toMatch(
    /with --arrivals, for instance the row 202[56],(persontilskudd37d|utvidet43g|asylum),,0,0,0 for nobody/,
  );
});

test('a workbook of a forecast is marked as one, and so is every row of its tables', async () => {
  const flags = ['forecast', '2026', '--extract', 'e2025', '--rates', 'rates.csv', '--arrivals', 'a.csv'];
  const { code } = await cli(work, [...flags, '--out', 'book', '--table', 'xlsx']);
  expect(code).toBe(0);
  expect((await cli(work, [...flags, '--set', 'persontilskudd.year2/high=+1%', '--out', 'csv'])).code).toBe(0);
  const tables = readdirSync(join(work, 'csv')).filter((name) => name.startsWith('forecast_'));
  expect(tables).toHaveLength(5);
  for (const name of tables) {
    const [head, ...rows] = readFileSync(join(work, 'csv', name), 'utf8')
      .trim()
      .split('\n');
    expect([name, head?.split(',')[0], rows.filter((row) => !row.startsWith('FORECAST,'))]).toEqual([name, 'mark', []]);
  }
  const texts = [...unzip(readFileSync(join(work, 'book', 'forecast.xlsx'))).values()].join('');
  expect(texts).toContain('FORECAST');
});

test('every fault of an arrivals file is told by line and column', async () => {
  const rows = ['2026,persontilskudd,single,1,2,3', '2026,asyl,,1,2,3', '2026,asylum,,3,2,1', '26,asylum,,1,x,3'];
  writeFileSync(
    join(work, 'bad.csv'),
    `${HEAD}${rows.join('\n')}\n2027,asylum,,1,1,1\n2027,asylum,all,1,1,1\n2028,asylum,,1,1,9999999\n`,
  );
  const flags = ['forecast', '2026', '--extract', 'e2025', '--rates', 'rates.csv', '--arrivals', 'bad.csv'];
  const { code, err } = await cli(work, flags);
  expect(code).toBe(3);
  for (const place of [
    /bad\.csv:2 \(rate_class\).*\[RATE_CLASS_OF_KEY\]/,
    /bad\.csv:3 \(group\).*asylum.*\[ARRIVALS_GROUP\]/,
    /bad\.csv:4 \(mid\).*\[ARRIVALS_ORDER\]/,
    /bad\.csv:5 \(year\).*\[YEAR_FORM\]/,
    /bad\.csv:5 \(mid\).*\[PERSONS_FORM\]/,
    /bad\.csv:6 \(group\).*\[ARRIVALS_TWICE; 2 times, also .*bad\.csv:7 \(group\)\]/,
    /bad\.csv:8 \(high\).*\[NUMBER_TOO_HIGH\]/,
  ])
    expect(err).toMatch(place);
  // The file is the user's own, and of persons.
  expect(err).not.toMatch(/source system|extract the register|kroner|amount/);
});

test('arrivals that leave a class out, or are fewer than those known, are told of; all beside a class is refused', async () => {
  const known = 36;
  writeFileSync(join(work, 'few.csv'), `${HEAD}2025,persontilskudd,high,3,4,${known - 1}\n${NOBODY_ELSE}`);
  const flags = ['forecast', '2025..2026', '--extract', 'e2025', '--rates', 'rates.csv', '--lang', 'en', '--arrivals'];
  const few = await cli(work, [...flags, 'few.csv']);
  expect(few.code).toBe(0);
  expect(few.err).toContain('The file has persontilskudd of 2025 for high alone: nobody of low is taken to come.');
  expect(few.err).toMatch(/at most 35 of persontilskudd for 2025; known already, and left in the answer: \d+/);
  const enough = await asked('2025..2026', '--extract', 'e2025', '--arrivals', 'enough.csv');
  expect(enough.warnings.map(({ code }) => code)).toEqual([]);
  writeFileSync(join(work, 'both.csv'), `${HEAD}2026,persontilskudd,,17,17,17\n2026,persontilskudd,high,17,17,17\n`);
  const both = await cli(work, [...flags, 'both.csv']);
  expect(both.code).toBe(3);
  expect(both.err).toMatch(/both\.csv:3 \(rate_class\).*\[ARRIVALS_ALL_BESIDE_CLASS\]/);
});

test('a scenario’s law holds in every year, beside the law of the years', async () => {
  const flags = ['2026', '--extract', 'e2025', '--arrivals', 'a.csv', '--set', 'persontilskudd.year2/high=+10%'];
  const { cells, baseline } = await asked(...flags);
  const second = cells.find(({ year_number: k }) => k === 2)?.amount;
  const persons = 36;
  const before = RATE('persontilskudd.year2', 'high');
  expect(second).toEqual(same(persons * halfUp(before * 110, 100)));
  const [base] = baseline?.totals ?? [];
  const naiveBase = naive('came', '2026-12-31', 2026, RATE);
  expect(base?.amount).toEqual(same(naiveBase.total));
});

test('those given of a group that nobody has entered are granted whole rates; its classes are asked for', async () => {
  const rows = ['asylum,,25,25,25', 'persontilskudd37d,single,9,9,9', 'utvidet43g,,0,0,0'];
  writeFileSync(join(work, 'new.csv'), `${HEAD}${rows.map((row) => `2026,${row}\n`).join('')}`);
  const { cells, warnings } = await asked('2026', '--extract', 'e2025', '--arrivals', 'new.csv');
  const amountOf = (name: string, one: string) =>
    cells.find(({ component, rate_class }) => component === name && rate_class === one)?.amount;
  expect(amountOf('asylnorsk', 'single')).toEqual(same(25 * RATE('asylnorsk', 'single')));
  const mottak = 'samfunnskunnskap_mottak';
  expect(amountOf(mottak, 'single')).toEqual(same(25 * RATE(mottak, 'single')));
  expect(amountOf('persontilskudd37d', 'single')).toEqual(same(9 * RATE('persontilskudd37d', 'single')));
  expect(warnings.map(({ code }) => code)).toEqual(['ARRIVALS_LIKE_NOBODY', 'ARRIVALS_LIKE_NOBODY']);
  writeFlow(join(work, 'old'), { months: ['2017-03'], takenAt: '2025-12-31' });
  writeFileSync(join(work, 'classless.csv'), `${HEAD}2026,persontilskudd,,9,9,9\n${NOBODY_ELSE}`);
  const flags = ['--extract', 'old', '--rates', 'rates.csv', '--lang', 'en', '--arrivals', 'classless.csv'];
  const { code, err } = await cli(work, ['forecast', '2026', ...flags]);
  expect(code).toBe(4);
  expect(err).toContain('the class of those given for 2026 is not known: write a row for each class (low, high)');
});

test('a component is foreseen alike whatever others are left out', async () => {
  const left = ['asylnorsk', 'samfunnskunnskap_mottak', 'persontilskudd37d', 'utvidet43g'];
  const without = (more: readonly string[]) => [
    '2026..2027',
    '--extract',
    'e2025',
    ...[...left, ...more].flatMap((one) => ['--exclude', one]),
  ];
  const [all, counted, paid] = await Promise.all(
    [[], ['persontilskudd'], ['grunntilskudd']].map((more) => asked(...without(more))),
  );
  const cellsOf = (answer: Answer | undefined, name: string): unknown =>
    answer?.cells.filter(({ component }) => component === name);
  expect(cellsOf(counted, 'grunntilskudd')).toEqual(cellsOf(all, 'grunntilskudd'));
  expect(cellsOf(paid, 'persontilskudd')).toEqual(cellsOf(all, 'persontilskudd'));
  expect(new Set(all?.cells.map(({ component }) => component)).size).toBe(2);
});

test('a component that a scenario leaves out is in what it is held against', async () => {
  writeFileSync(join(work, 'without.json'), JSON.stringify({ name: 'without', exclude: ['grunntilskudd'] }));
  const flags = ['2026', '--extract', 'e2025', '--arrivals', 'a.csv', '--scenario', 'without.json'];
  const { totals, baseline } = await asked(...flags);
  const { cells, total } = naive('came', '2026-12-31', 2026, RATE);
  const counted = [...cells].reduce((sum, [cell, nok]) => sum + (cell.startsWith('grunntilskudd') ? nok : 0), 0);
  expect(counted).toBeGreaterThan(0);
  expect([totals, baseline?.totals].map((rows) => rows?.[0]?.amount)).toEqual([same(total - counted), same(total)]);
});

test('a scenario with a year, a day or a filter of its own is refused, all of it at once', async () => {
  const scenario = { name: 'other', grant_year: 2025, as_of: '2025-06-30', only: {}, term: 3 };
  writeFileSync(join(work, 'other.json'), JSON.stringify(scenario));
  const flags = ['--extract', 'e2025', '--rates', 'rates.csv', '--scenario', 'other.json', '--lang', 'en'];
  const { code, err } = await cli(work, ['forecast', '2026', ...flags]);
  expect(code).toBe(3);
  for (const told of ['grant_year, as_of of the scenario', '"only"', 'term 3']) expect(err).toContain(told);
});

test.each([
  [['2024..2023'], 2, 'FLAG_BAD_VALUE'],
  [['2032'], 2, 'SIMULATED_TOO_FAR'],
  [['2025', '--uprate', '3%'], 3, 'FORECAST_UPRATES_LATER'],
  [['2026', '--set', 'persontilskudd.year2/2024/high=+3%'], 3, 'SCENARIO_SET_OTHER_YEAR'],
  [['2026', '--backtest', '--uprate', '3%'], 2, 'BACK_TEST_ALONE'],
])('%j is refused', async (flags, exit, code) => {
  const { code: ended, err } = await cli(work, ['forecast', ...flags, '--extract', 'e2025', '--rates', 'rates.csv']);
  expect([ended, err.includes(code)]).toEqual([exit, true]);
});

test('a forecast of one kommune alone is refused, and told where it stands; a rate that no year has is told as such', async () => {
  const only = await cli(work, ['forecast', '2026', '--extract', 'e2025', '--only', 'kommune=4601', '--db', 'q.db']);
  expect([only.code, only.err]).toEqual([2, expect.stringContaining('forecast_recipients of --out FOLDER')]);
  const ways = ['persontilskudd', 'persontilskudd37d', 'utvidet43g'].map((group) => `2026,${group},,0,0,0\n`).join('');
  writeFileSync(join(work, 'asylum.csv'), `${HEAD}2026,asylum,,5,5,5\n${ways}`);
  const none = await cli(work, ['forecast', '2026', '--extract', 'e2025', '--arrivals', 'asylum.csv', '--db', 'q.db']);
  expect(none.err).toContain('no earlier year has a rate to use');
  expect(none.err).not.toContain('never stands for another');
});

test('tables of an estimate beside a size are marked in every row', async () => {
  const { code, err } = await cli(work, [
    ...['size', '--year', '2025', '--extract', 'e2025', '--as-of', '2025-12-31', '--forecast'],
    ...['--rates', 'rates.csv', '--out', 'estimate'],
  ]);
  expect([code, err]).toEqual([0, '']);
  for (const name of ['forecast', 'forecast_recipients', 'forecast_assumptions']) {
    const [head, ...rows] = readFileSync(join(work, 'estimate', `${name}.csv`), 'utf8')
      .trim()
      .split('\n');
    expect([name, head?.split(',')[0], rows.filter((row) => !row.startsWith('FORECAST,'))]).toEqual([name, 'mark', []]);
  }
});

test('forecasts from earlier stored extracts are held against the newest one', async () => {
  for (const [name, takenAt, last] of [
    ['b1', '2024-06-30', 2024],
    ['b2', '2025-12-31', 2025],
  ] as const) {
    const months = monthsOf(2021, last).filter((month) => `${month}-10` <= takenAt);
    writeFlow(join(work, name), { months, takenAt });
    expect((await cli(work, ['import', '--extract', name, '--db', 'b.db'])).code).toBe(0);
  }
  const left = ['asylnorsk', 'samfunnskunnskap_mottak', 'persontilskudd37d', 'utvidet43g'];
  const rates = join(work, 'r24.csv');
  const rows = RATE_KEYS.filter((key) => /^(persontilskudd|grunntilskudd)/.test(key) && !key.includes('37d')).flatMap(
    (key) =>
      [2024, 2025].flatMap((year) =>
        ['low', 'high'].map((one) => `${key},${year},${one},${RATE(key, one)},illustrative,test,`),
      ),
  );
  writeFileSync(rates, `key,grant_year,rate_class,value,status,source,note\n${rows.join('\n')}\n`);
  const flags = ['--db', 'b.db', '--rates', 'r24.csv', ...left.flatMap((one) => ['--exclude', one])];
  const { code, out } = await cli(work, ['forecast', '2024..2025', '--backtest', ...flags, '--json']);
  expect(code).toBe(0);
  const { rows: found, scores } = JSON.parse(out) as {
    rows: { made_on: string; grant_year: number; component: string | null; amount: Band; came: number }[];
    scores: {
      years_ahead: number;
      component: string | null;
      bias_percent: string;
      covered: number;
      forecasts: number;
    }[];
  };
  const totals = found.filter(({ component }) => component === null);
  expect(totals.map((row) => [row.made_on, row.grant_year])).toEqual([
    ['2024-06-30', 2024],
    ['2024-06-30', 2025],
  ]);
  for (const { amount, came } of totals) expect(Math.abs(amount.p50 - came) / came).toBeLessThan(0.05);
  expect(scores.filter(({ component }) => component === null).map(({ years_ahead: ahead }) => ahead)).toEqual([0, 1]);
  const text = await cli(work, ['forecast', '2024', '--backtest', ...flags, '--lang', 'nb']);
  expect(text.out).toContain('skjevhet');
  const nothing = await cli(work, ['forecast', '2020', '--backtest', ...flags]);
  expect([nothing.code, nothing.err.includes('BACK_TEST_NOTHING')]).toEqual([2, true]);
});

test('the library writes the pages of a forecast where it is given a folder, and logs who looks', async () => {
  const choice = { extract: join(work, 'e2025'), from: 2026, arrivals: join(work, 'a.csv') };
  const installation = { ledger: join(work, 'q.db'), rates: [join(work, 'rates.csv')] };
  const tilskudd = openNorsktilskudd({ ...installation, actor: 'kari' });
  const alone = tilskudd.forecast(choice);
  const reported = await tilskudd.forecast({ ...choice, report: join(work, 'pages') });
  expect(reported.forecast.totals).toEqual(alone.forecast.totals);
  expect(reported.report.restricted).toBe(join(work, 'pages/report-restricted/index.html'));
  expect(existsSync(reported.report.shared)).toBe(true);
  const unnamed = openNorsktilskudd(installation).forecast({ ...choice, report: join(work, 'nobody') });
  await expect(unnamed).rejects.toThrow('FLAG_MISSING');
  expect(existsSync(join(work, 'nobody'))).toBe(false);
});
