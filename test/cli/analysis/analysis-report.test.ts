import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { csvObjects, formatKroner } from '../../../src/domain';
import { temporaryFolder } from '../../support/temporary-folder';
import { RATES, writeExtract } from '../privacy/support/small-register';
import { cli } from '../support';

/** Persons by kommune: two places are small, and in one somebody has a protected address. */
const HOMES = { '0301': 14, '1201': 12, '1103': 9, '5001': 8, '1601': 6, '0219': 3, '1401': 2 };
const cwd = temporaryFolder();
const WHAT = ['--year', '2018', '--as', 'kari'];

beforeAll(async () => {
  let number = 0;
  const people = Object.entries(HOMES).flatMap(([kommune, count]) =>
    Array.from({ length: count }, (_, place) => {
      number += 1;
      const protection = kommune === '1401' && place === 0 ? 'strictly_confidential' : '';
      return { id: String(201712340000 + number), homes: [[kommune, '2017-03-01'] as const], protection };
    }),
  );
  writeExtract(join(cwd, 'e1'), people, { takenAt: '2018-12-31' });
  // One who is new in Bergen: a difference of one person.
  const more = { id: '201712349999', homes: [['1201', '2017-03-01'] as const] };
  writeExtract(join(cwd, 'e2'), [...people, more], { takenAt: '2018-12-31' });
  const scenario = ['scenario', '--set', 'persontilskudd.year2/high=+3%', '--extract', 'e1', ...WHAT];
  for (const folder of ['one', 'two']) {
    const { code, err } = await cli(cwd, [...scenario, '--report', folder]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  }
  const compared = await cli(cwd, ['compare', 'e1@2018', 'e2@2018', ...WHAT, '--report', 'compared']);
  expect(compared.code).toBe(0);
});

function filesOf(place: string): string[] {
  const root = join(cwd, place);
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(root, name)).isFile());
}

const read = (place: string, name: string): string => readFileSync(join(cwd, place, name), 'utf8');
const open = (place: string, name: string): Record<string, string>[] =>
  csvObjects(read(place, `data/open/${name}.csv`));

test('the waterfall goes from the sizing to the scenario to the krone, all of it by the rate', () => {
  const rows = csvObjects(read('one/report-restricted', 'data/figure-waterfall-1-en.csv').replaceAll(';', ','));
  const amounts = rows.map(({ Amount: nok }) => Number(nok));
  expect(rows.map((row) => Object.values(row)[0])).toEqual([
    'Before',
    'other persons',
    'other facts',
    'other rules',
    'other rates',
    'Scenario',
  ]);
  // Year 2, high: 62 300 kr and 3 percent more, for 54 persons.
  expect(amounts.slice(1, 5)).toEqual([0, 0, 0, 54 * 1869]);
  expect((amounts[0] ?? 0) + 54 * 1869).toBe(amounts[5]);
});

test.each(['one', 'compared'])(
  '%s: no figure of one to four persons is shared, and none can be worked out from the others',
  (place) => {
    const shared = open(`${place}/report`, 'recipients');
    const whole = open(`${place}/report-restricted`, 'recipients');
    for (const component of new Set(whole.map((row) => row.component))) {
      const hidden = whole.filter(
        (row, index) =>
          row.component === component && shared[index]?.shown === 'no' && `${row.a_amount}${row.b_amount}` !== '00',
      );
      const persons = hidden.reduce((sum, row) => sum + Math.max(Number(row.a_persons), Number(row.b_persons)), 0);
      expect([0, true]).toContain(hidden.length === 0 ? 0 : hidden.length >= 3 && persons >= 10);
    }
    for (const [index, row] of shared.entries()) {
      expect([row.recipient_id, row.component]).toEqual([whole[index]?.recipient_id, whole[index]?.component]);
      if (row.shown === 'no')
        expect([row.a_persons, row.b_persons, row.a_amount, row.b_amount, row.difference]).toEqual(Array(5).fill(''));
      else expect([row.a_persons, row.b_persons].map(Number).filter((count) => count > 0 && count < 5)).toEqual([]);
    }
    expect(shared.some(({ shown }) => shown === 'no') && shared.some(({ shown }) => shown === 'yes')).toBe(true);
  },
);

test('a difference of one person is told by no figure that is shared: neither its sum nor its recipient', () => {
  const page = read('compared/report', 'en/index.html');
  const restricted = read('compared/report-restricted', 'en/index.html');
  expect(restricted).toMatch(/\+62\u00a0300\u00a0kr/);
  expect(page).not.toMatch(/62\u00a0300\u00a0kr<\/strong>|figures\/waterfall/);
  expect(open('compared/report', 'components')).toEqual([]);
  const bergen = open('compared/report', 'recipients').filter(({ recipient_id: id }) => id === '1201');
  expect(bergen.find(({ component }) => component === 'persontilskudd')?.shown).toBe('no');
});

test('the same question gives the same bytes', () => {
  const names = filesOf('one');
  expect(filesOf('two')).toEqual(names);
  expect(names.filter((name) => read('one', name) !== read('two', name))).toEqual([]);
});

test('the restricted report is for its owner alone, and the look is logged', async () => {
  const mode = (name: string): string => (statSync(join(cwd, name)).mode & 0o777).toString(8);
  expect([mode('one/report'), mode('one/report-restricted'), mode('one/report-restricted/index.html')]).toEqual([
    '755',
    '700',
    '600',
  ]);
  const { out } = await cli(cwd, ['access', '--json']);
  const log: { rows: { kind: string; actor: string }[] } = JSON.parse(out);
  expect(log.rows.map(({ kind, actor }) => `${kind} ${actor}`)).toEqual(['report kari', 'report kari', 'report kari']);
});

test('pages of several scenarios: one leads to each', async () => {
  const set = ['--stack', 'persontilskudd.year2/high=+3%,persontilskudd.year2/high=+4%'];
  const { code, out } = await cli(cwd, [
    'scenario',
    ...set,
    '--extract',
    'e1',
    ...WHAT,
    '--report',
    'several',
    '--json',
  ]);
  expect([code, existsSync(JSON.parse(out).report.shared)]).toEqual([0, true]);
  const page = read('several/report', 'index.html');
  expect([...page.matchAll(/href="(case-\d+\.html)"/g)].map(([, name]) => name)).toEqual([
    'case-1.html',
    'case-2.html',
  ]);
});

test('a forecast: its fan has the figures of the answer, small groups stay with its owner', async () => {
  const forecast = ['forecast', '2018', '--extract', 'e1', '--rates', RATES, '--report', 'foreseen', '--json'];
  const { code, out, err } = await cli(cwd, [...forecast, '--as', 'kari']);
  expect({ code, isUnknown: err.includes('FORECAST') }).toEqual({ code: 0, isUnknown: false });
  const { totals }: { totals: { grant_year: number; amount: { p10: number; p50: number; p90: number } }[] } =
    JSON.parse(out);
  const fan = csvObjects(read('foreseen/report', 'data/figure-fan-en.csv').replaceAll(';', ','));
  expect(fan.map(({ P10, P50, P90 }) => [P10, P50, P90].map(Number)).filter(([low]) => low !== 0)).toEqual(
    totals.map(({ amount: { p10, p50, p90 } }) => [p10, p50, p90]),
  );
  const small = (kind: string): Record<string, string>[] =>
    open(`foreseen/${kind}`, 'recipients').filter(({ recipient_id: id = '' }) => ['0219', '1401'].includes(id));
  expect(small('report').every(({ shown }) => shown === 'no')).toBe(true);
  expect(small('report-restricted').every(({ shown }) => shown === 'yes')).toBe(true);
  expect(read('foreseen/report', 'index.html')).toContain('FRAMSKRIVING');
});

test('an appropriation that the settings have is held against P50 and stands in the fan; one of no year does not', async () => {
  const limits = { appropriation_nok: { '2016': 1, '2018': 9_000_000 } };
  writeFileSync(join(cwd, 'settings.json'), JSON.stringify({ limits }));
  const forecast = ['forecast', '2018', '--extract', 'e1', '--rates', RATES, '--config', 'settings.json'];
  const { code, out } = await cli(cwd, [
    ...forecast,
    '--json',
    '--report',
    'limited',
    '--as',
    'kari',
    '--out',
    'limited-csv',
  ]);
  expect(code).toBe(0);
  const { totals, appropriations }: ForecastLimits = JSON.parse(out);
  const p50 = totals[0]?.amount.p50 ?? 0;
  expect(appropriations).toEqual([{ grant_year: 2018, appropriation: 9_000_000, less_p50: 9_000_000 - p50 }]);
  const fan = (language: string): string => read('limited/report', `data/figure-fan-${language}.csv`);
  const ends = (text: string): string[] =>
    text
      .trim()
      .split('\r\n')
      .map((line) => line.split(';').at(-1) ?? '');
  expect(ends(fan('nb'))).toEqual(['Bevilgning', '', '9000000']);
  expect(ends(fan('en'))[0]).toBe('Appropriation');
  expect(read('limited/report', 'figures/fan-nb.svg')).toContain('Bevilgning');
  expect(read('foreseen/report', 'figures/fan-nb.svg')).not.toContain('Bevilgning');
  expect(read('foreseen/report', 'data/figure-fan-nb.csv')).not.toContain('Bevilgning');
  const table = csvObjects(read('limited-csv', 'forecast_total.csv'));
  expect(table.map((row) => [row.grant_year, row.appropriation])).toEqual([
    ['2016', ''],
    ['2018', '9000000'],
  ]);
  const left = formatKroner(9_000_000 - p50);
  const [nb, en] = await Promise.all(
    ['nb', 'en'].map(async (lang) => (await cli(cwd, [...forecast, '--lang', lang])).out),
  );
  expect(nb).toContain(`2018: P50 ligger ${left} under bevilgningen på ${formatKroner(9_000_000)}.\n`);
  expect(en).toContain(`2018: P50 is ${left} under the appropriation of ${formatKroner(9_000_000)}.\n`);
  expect(en).not.toContain('2016: P50');
});

interface ForecastLimits {
  readonly totals: readonly { readonly amount: { readonly p50: number } }[];
  readonly appropriations: readonly object[];
}

test.each(['one', 'compared', 'several', 'foreseen', 'limited'])(
  '%s: every page is marked, small, without an id, and leads nowhere but to what is there',
  (place) => {
    const broken: string[] = [];
    for (const kind of ['report', 'report-restricted']) {
      const names = new Set(filesOf(`${place}/${kind}`));
      for (const name of names) {
        const text = read(`${place}/${kind}`, name);
        if (/\b2017123\d{5}\b|\b[0-9a-f]{32}\b/.test(text)) broken.push(`${name} has an id`);
        if (!name.endsWith('.html')) continue;
        if (text.length > 1_000_000) broken.push(`${name} is large`);
        if (!/SCENARIO|SAMMENLIGNING|COMPARISON|FRAMSKRIVING|FORECAST/.test(text)) broken.push(`${name} is not marked`);
        if (/(https?:)?\/\/[a-z]/.test(text.replace(/xmlns(:\w+)?="[^"]*"/g, '')))
          broken.push(`${name} names a server`);
        for (const [, href = ''] of text.matchAll(/ (?:href|src)="([^"#]+)/g)) {
          if (!names.has(relative('/', join('/', dirname(name), href)))) broken.push(`${name} -> ${href}`);
        }
      }
    }
    expect(broken).toEqual([]);
  },
);

test('what somebody else put there stays; nobody unnamed looks; lines and persons have no pages', async () => {
  mkdirSync(join(cwd, 'taken/report'), { recursive: true });
  writeFileSync(join(cwd, 'taken/report/mine.txt'), 'mine');
  const compare = ['compare', 'e1@2018', 'e2@2018'];
  const codes = await Promise.all(
    [
      [...compare, '--as', 'kari', '--report', 'taken'],
      [...compare, '--report', 'unnamed'],
      [...compare, '--as', 'kari', '--report', 'person', '--person', '201712340001'],
    ].map(async (argv) => /\[(\w+)\]/.exec((await cli(cwd, argv)).err)?.[1]),
  );
  expect(codes).toEqual(['REPORT_OUT_TAKEN', 'FLAG_MISSING', 'REPORT_OF_SIZES']);
  expect([readdirSync(join(cwd, 'taken/report')), existsSync(join(cwd, 'unnamed'))]).toEqual([['mine.txt'], false]);
});

test('many come and go, two persons more in all: no figure of the whole country has both sides of them', async () => {
  const people = (from: number, count: number) =>
    Array.from({ length: count }, (_, place) => ({
      id: String(201722340000 + from + place),
      homes: [['0301', '2017-03-01'] as const],
    }));
  writeExtract(join(cwd, 'few-1'), people(0, 30), { takenAt: '2018-12-31' });
  writeExtract(join(cwd, 'few-2'), people(8, 32), { takenAt: '2018-12-31' });
  const { code, err } = await cli(cwd, ['compare', 'few-1@2018', 'few-2@2018', ...WHAT, '--report', 'turned']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const sides = (rows: Record<string, string>[]) => rows.map((row) => [row.a_persons, row.b_persons]);
  expect(sides(open('turned/report-restricted', 'components'))).toContainEqual(['30', '32']);
  expect(sides(open('turned/report', 'components'))).not.toContainEqual(['30', '32']);
  const lead = (folder: string): boolean => read(`turned/${folder}`, 'en/index.html').includes('Persons: 32');
  expect([lead('report-restricted'), lead('report')]).toEqual([true, false]);
  // Kroner of the other side, or by how much they differ, would tell at a public rate: two at 62 300 kr.
  const page = read('turned/report', 'en/index.html');
  expect(page.match(/124\u00a0600|figures\/waterfall/)).toBeNull();
  expect(read('turned/report-restricted', 'en/index.html')).toMatch(/124\u00a0600/);
});
