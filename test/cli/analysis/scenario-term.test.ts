import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { madeExtract } from '../made-extract';
import { cli } from '../support';

/*
 * One person who came on 10 May 2024, at 40 001 kr: the grant is spread over terms 2 to 4 (A16), so that 13 333 is due at term 2,
 * 26 667 at term 3 and all of it at term 4. The kommune's grunntilskudd counts nobody on 15 January.
 */

const work = temporaryFolder();
const HEAD = 'key,grant_year,rate_class,value,status,source,note\n';

beforeAll(() => {
  madeExtract(join(work, 'extract'), '2024-12-31', {
    personkrets: 'rett_og_plikt integreringsloven 2024-05-10',
    vedtak: 'norsk_og_samfunnskunnskap innvilget 0301 2024-05-20',
  });
  writeFileSync(join(work, 'rates.csv'), `${HEAD}persontilskudd.year1,2024,high,40001,illustrative,test,\n`);
  writeFileSync(
    join(work, 'whole.json'),
    JSON.stringify({ name: 'whole', limits: { 'terms.shares': 'legacy' }, term: 2 }),
  );
  writeFileSync(join(work, 'third.json'), JSON.stringify({ name: 'third', term: 3 }));
  writeFileSync(join(work, 'open.json'), JSON.stringify({ name: 'open', limits: { 'terms.shares': 'legacy' } }));
});

const REGISTER = '--extract extract --year 2024 --rates rates.csv --db t.db'.split(' ');

async function play(command: string, ...flags: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return cli(work, [command, ...flags, ...REGISTER]);
}

interface Answer {
  readonly term: number;
  readonly size: number | null;
  readonly base_size: number;
  readonly persons: number;
  readonly warnings: readonly { code: string }[];
}

async function scenarios(...flags: readonly string[]): Promise<readonly Answer[]> {
  const { code, out, err } = await play('scenario', ...flags, '--json');
  expect([code, err]).toEqual([0, expect.any(String)]);
  return (JSON.parse(out) as { scenarios: Answer[] }).scenarios;
}

const WHOLE = ['--set', 'terms.shares=legacy'];

test.each([
  ['1', null, 0, 0],
  ['2', 40_001, 13_333, 1],
  ['3', 40_001, 26_667, 1],
  ['4', 40_001, 40_001, 1],
])('at term %s the whole amount is %p, its share %d', async (term, whole, share, persons) => {
  const [answer] = await scenarios(...WHOLE, '--term', term);
  expect([answer?.term, answer?.size, answer?.base_size, answer?.persons]).toEqual([
    Number(term),
    whole,
    share,
    persons,
  ]);
  const codes = answer?.warnings.map(({ code }) => code);
  expect(codes?.includes('LIMIT_OF_TERMS')).toBe(term === '4');
});

test('without a term the answer is that of term 4; a file that names one goes before the flag', async () => {
  const [without] = await scenarios(...WHOLE);
  expect(await scenarios(...WHOLE, '--term', '4')).toEqual([without]);
  const two = await scenarios('whole.json', 'open.json', '--term', '3');
  expect(two.map(({ term, size, base_size: base }) => [term, size, base])).toEqual([
    [2, 40_001, 13_333],
    [3, 40_001, 26_667],
  ]);
});

test('a step of a stack is held against the one before at the same term', async () => {
  const [first, second] = await scenarios('--stack', 'third.json,terms.shares=legacy', '--term', '1');
  expect([first?.term, first?.size, first?.base_size]).toEqual([3, 26_667, 26_667]);
  expect([second?.term, second?.size, second?.base_size]).toEqual([3, 40_001, 26_667]);
});

test('text and tables say the term, in both languages', async () => {
  const nb = await play('scenario', ...WHOLE, '--term', '2', '--lang', 'nb', '--out', 'tables');
  expect(nb.out).toContain('det som har forfalt til utbetaling ved termin 2');
  expect((await play('scenario', ...WHOLE, '--term', '2', '--lang', 'en')).out).toContain('what is due at term 2');
  expect((await play('scenario', ...WHOLE, '--lang', 'en')).out).not.toContain('due at term');
  const [head, row] = readFileSync(join(work, 'tables/scenarios.csv'), 'utf8').split('\n');
  expect(head).toContain('grant_year,term,as_of');
  expect(row).toContain('2024,2,2024-12-31');
});

test('a comparison looks at both sides at the one term that is named; two terms are refused', async () => {
  const { out } = await play('compare', '2024', 'whole.json', '--json');
  const { a, b, total } = JSON.parse(out);
  expect([a.term, b.term, total.a, total.rule, total.b]).toEqual([2, 2, 13_333, 26_668, 40_001]);
  expect((await play('compare', '2024', 'whole.json', '--lang', 'nb')).out).toContain(
    'forfalt til utbetaling ved termin 2',
  );
  const two = await play('compare', 'whole.json', 'third.json', '--json');
  expect([two.code, two.err + two.out]).toEqual([3, expect.stringContaining('COMPARE_TERMS_DIFFER')]);
});

test('explain tells what is due at the term of the scenario', async () => {
  const asked = ['--component', 'persontilskudd', '--as', 'kari', '--lang', 'en'];
  const { code, out, err } = await play('explain', ...asked, '--term', '3');
  expect([code, err]).toEqual([0, expect.any(String)]);
  expect(out).toContain('a run of term 3 of 2024');
  expect(out.replace(/[\u00a0\u202f]/g, ' ')).toContain('26 667');
});

test.each([0, 5, 'two', null])('%p is no term of a file', async (term) => {
  writeFileSync(join(work, 'wrong.json'), JSON.stringify({ name: 'wrong', term }));
  const { code, err } = await play('scenario', 'wrong.json');
  expect([code, err]).toEqual([3, expect.stringContaining('term')]);
});

test('a forecast is of whole years: it refuses a term', async () => {
  const { code, out, err } = await cli(work, [
    ...'forecast 2024 --scenario whole.json --extract extract --rates rates.csv --db t.db --json'.split(' '),
  ]);
  expect([code, out + err]).toEqual([3, expect.stringContaining('FORECAST_OF_WHOLE_YEARS')]);
});
