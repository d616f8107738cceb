import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { cli } from './support';

const work = temporaryFolder();
const TABLES = join(__dirname, '..', '..', 'rules', 'examples');

test('rules list names every module with its grant years', async () => {
  const { code, out } = await cli(work, ['rules', 'list', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out).modules).toHaveLength(11);
});

test('rules show: a year with what is missing, a module, an assumption; anything else gets a suggestion', async () => {
  const year = await cli(work, ['rules', 'show', '2019', '--lang', 'en']);
  expect(year.out).toMatch(/persontilskudd\.year1\/2019\/high\s+MISSING\s+persontilskudd@2019/);
  expect((await cli(work, ['rules', 'show', '2015', '--lang', 'en'])).out).toContain('2015 has no calendar');
  expect((await cli(work, ['rules', 'show', 'persontilskudd@2016'])).out).toContain('2016-2018');
  expect((await cli(work, ['rules', 'show', 'A10'])).out).toContain('by_days, by_months');
  const wrong = await cli(work, ['rules', 'show', 'persontilskud@2016', '--lang', 'en']);
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain('persontilskudd@2016');
});

test.each([
  ['list'],
  ['show', '2018'],
  ['show', '2023'],
  ['show', 'persontilskudd@2016'],
  ['show', 'kulturtilskudd@2017'],
  ['show', 'A10'],
  ['diff', '2018', '2023'],
])('in bokmål the rules and their sources speak bokmål: %s %s', async (...argv) => {
  const { code, out } = await cli(work, ['rules', ...argv, '--lang', 'nb']);
  expect(code).toBe(0);
  expect(out).not.toMatch(
    /\b(rulebook|on|and|citing|budget|changes|missing|amounts|verified|assumed|proposal|secondary|once)\b/,
  );
});

test('rules diff tells what changes between two years', async () => {
  const { code, out } = await cli(work, ['rules', 'diff', '2023', '2024', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out).differences).toContainEqual({ what: 'calendar', from: 'legacy', to: 'four_terms' });
});

test('rules check passes the shipped rules, and looks at rates of the user', async () => {
  expect((await cli(work, ['rules', 'check'])).code).toBe(0);
  const rates = join(work, 'rates.csv');
  const head = 'key,grant_year,rate_class,value,status,source,note';
  const cells = [1, 2, 3].map((k) => `persontilskudd.year${k},2019,low,20000,verified,the circular,`);
  writeFileSync(rates, `${[head, ...cells, 'kulturtilskudd,2022,single,5000,verified,somewhere,'].join('\n')}\n`);
  const { code, err } = await cli(work, ['rules', 'check', '--rates', rates, '--lang', 'en']);
  const text = err.replaceAll('\u00a0', ' ');
  expect(code).toBe(0);
  expect(text).toContain('The three rates of 2019 low add up to 60 000 kr; the published sum is 54 500 kr.');
  expect(text).toContain('No rule reads kulturtilskudd/2022/single.');
  expect(text).toContain('persontilskudd.year1/2019/low is 20 000 kr, the year before 13 600 kr.');
});

test('rules examples works out a table, and names each example that differs', async () => {
  const own = join(work, 'utvidet43g-2023.csv');
  const shipped = readFileSync(join(TABLES, 'utvidet43g-2023.csv'), 'utf8');
  const right = await cli(work, ['rules', 'examples', join(TABLES, 'utvidet43g-2023.csv'), '--json']);
  expect(right.code).toBe(0);
  expect(JSON.parse(right.out)).toMatchObject({ differences: [] });
  writeFileSync(own, shipped.replace('0301 27450;S24', '0301 27540;S24'));
  const wrong = await cli(work, ['rules', 'examples', 'utvidet43g-2023.csv', '--lang', 'en']);
  expect(wrong.code).toBe(4);
  expect(wrong.err).toContain(
    'utvidet43g-2023.csv line 2: Ett vedtak den første dagen ordningen gjelder Expected 0301 27540, got 0301 27450.',
  );
});

test('rules lock has nothing to freeze where every rule is frozen', async () => {
  const { code, out } = await cli(work, ['rules', 'lock', '--json']);
  expect({ code, answer: JSON.parse(out) }).toEqual({ code: 0, answer: { added: [], frozen_through: 2026 } });
});

test('rules check answers programs with one object', async () => {
  const { code, out } = await cli(work, ['rules', 'check', '--json']);
  expect([code, JSON.parse(out)]).toEqual([0, { frozen_rules: expect.any(Number), findings: expect.any(Array) }]);
});
