import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FACT_COLUMNS } from '../../../src/app/rules/examples/example-facts';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';

/*
 * Why two sizings differ, worked out by hand: seven persons of 2018 seen in June, and again in 2019. Rates of 2018: 31 900,
 * 62 300, 43 350; of 2019 33 000, 64 000, 44 800 (years 1, 2, 3, high).
 */

const work = temporaryFolder();

interface Person {
  readonly entered: string;
  readonly registered?: string;
  readonly country?: string;
  /** Kommune, or kommuner with their first days; none for somebody without any. */
  readonly homes?: readonly (readonly [kommune: string, from: string, to: string])[];
  readonly decided?: boolean;
  /** Days on which 43 g was decided, by Oslo. */
  readonly extended?: readonly string[];
}

const OSLO = [['0301', '2016-01-01', '']] as const;

function write(name: string, takenAt: string, persons: Readonly<Record<string, Person>>): void {
  const folder = join(work, name);
  mkdirSync(folder, { recursive: true });
  const lines: Record<string, string[]> = Object.fromEntries(Object.keys(FACT_COLUMNS).map((table) => [table, []]));
  const add = (table: string, ...cells: readonly string[]): void => void lines[table]?.push(cells.join(','));
  for (const [
    id,
    { entered, registered = entered, country = 'SYR', homes = OSLO, decided = true, extended = [] },
  ] of Object.entries(persons)) {
    add('persons', id, '1985-06-01', country, '', '', '', registered);
    add('target_group', `T${id}`, id, 'introduksjonsloven', 'right_and_duty', entered, entered, '', registered);
    if (decided) add('decisions', `D${id}`, id, '0301', 'norwegian_and_social_studies', 'granted', entered, registered);
    for (const day of extended) add('decisions', `E${id}${day}`, id, '0301', 'extended_43g', 'granted', day, day);
    for (const [kommune, from, to] of homes) add('residence', id, kommune, 'registered', from, to, registered);
  }
  for (const [table, columns] of Object.entries(FACT_COLUMNS)) {
    writeFileSync(join(folder, `${table}.csv`), `${[columns.join(','), ...(lines[table] ?? [])].join('\n')}\n`);
  }
  writeFileSync(join(folder, 'extract.json'), JSON.stringify({ taken_at: takenAt, source: 'test' }));
}

const [ON, DONE, NEW, LATE, AWAY, MOVER, HOMELESS] = [1, 2, 3, 4, 5, 6, 7].map((number) => `20170000010${number}`);
const june: Readonly<Record<string, Person>> = {
  [ON ?? '']: { entered: '2017-02-01' },
  [DONE ?? '']: { entered: '2016-03-01' },
  [AWAY ?? '']: { entered: '2018-03-01' },
  [MOVER ?? '']: { entered: '2017-02-01' },
  [HOMELESS ?? '']: { entered: '2017-02-01', homes: [] },
};

beforeAll(() => {
  write('june', '2018-06-30', june);
  const moved = [
    ['0301', '2016-01-01', '2018-12-31'],
    ['1201', '2019-01-01', ''],
  ] as const;
  write('next', '2019-12-31', {
    ...june,
    [NEW ?? '']: { entered: '2019-02-01' },
    [LATE ?? '']: { entered: '2018-03-01', registered: '2018-09-01' },
    [AWAY ?? '']: { entered: '2018-03-01', decided: false },
    [MOVER ?? '']: { entered: '2017-02-01', homes: moved },
  });
  write('december', '2018-12-31', { ...june, [ON ?? '']: { entered: '2017-02-01', country: 'USA' } });
  const head = 'key,grant_year,rate_class,value,status,source,note';
  const rates = [33_000, 64_000, 44_800].flatMap((nok, index) =>
    ['low', 'high'].map((one) => `persontilskudd.year${index + 1},2019,${one},${nok},illustrative,test,`),
  );
  writeFileSync(join(work, 'r.csv'), `${[head, ...rates].join('\n')}\n`);
  writeFileSync(join(work, 'bergen.json'), JSON.stringify({ name: 'bergen', only: { recipients: ['1201'] } }));
});

interface Effects {
  readonly a: number;
  readonly population: number;
  readonly data: number;
  readonly rule: number;
  readonly rate: number;
  readonly b: number;
}
interface Compared {
  readonly total: Effects;
  readonly order: readonly string[];
  readonly other_order: { readonly order: readonly string[]; readonly total: Effects };
  readonly why: {
    readonly sums: readonly { effect: string; what: string; amount: number; persons: number | null }[];
    readonly recipients: readonly { recipient_id: string; effect: string; what: string; amount: number }[];
  };
  readonly persons: { readonly a: number; readonly b: number };
  readonly left_out: Readonly<Record<'a' | 'b', { readonly later_persons: number }>>;
  readonly distribution: { winners: { count: number }; losers: { count: number } };
  readonly recipients: readonly (Effects & { recipient_id: string })[];
}

async function compared(a: string, b: string, ...more: readonly string[]): Promise<Compared> {
  const left = ['grunntilskudd', 'asylnorsk', 'kulturtilskudd'].flatMap((name) => ['--exclude', name]);
  const { code, out, err } = await cli(work, [
    'compare',
    a,
    b,
    '--rates',
    'r.csv',
    ...left,
    ...more,
    '--db',
    'c.db',
    '--json',
  ]);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
}

test('between years: who entered, came late, moved on, finished, fell away and moved, and the rate of each cell', async () => {
  const { why, total } = await compared('june@2018', 'next@2019');
  expect([total.a, total.b]).toEqual([262_150, 231_400]);
  expect(why.sums.map(({ effect, what, amount, persons }) => [effect, what, amount, persons]).sort()).toEqual(
    [
      ['persons', 'entered', 31_900, 1],
      ['persons', 'late', 62_300, 1],
      ['persons', 'moved_on', 3 * (43_350 - 62_300), 3],
      ['persons', 'finished', -43_350, 1],
      ['persons', 'fell_away', -31_900, 1],
      ['rate', 'persontilskudd.year1/high', 33_000 - 31_900, null],
      ['rate', 'persontilskudd.year2/high', 64_000 - 62_300, null],
      ['rate', 'persontilskudd.year3/high', 3 * (44_800 - 43_350), null],
    ].sort(),
  );
  const of = (recipient: string, what: string): number | undefined =>
    why.recipients.find((row) => row.recipient_id === recipient && row.what === what)?.amount;
  // Who moved takes the amount of the third year along: nothing for the country, all of it for both kommuner.
  expect([of('0301', 'moved'), of('1201', 'moved')]).toEqual([-43_350, 43_350]);
  expect(of('HELD', 'moved_on')).toBe(43_350 - 62_300);
});

test('what is told adds up to the krone for every recipient, and HELD neither wins nor loses', async () => {
  const { why, recipients, distribution } = await compared('june@2018', 'next@2019');
  for (const { recipient_id: recipient, a, b } of recipients) {
    const own = why.recipients.filter((row) => row.recipient_id === recipient);
    expect([recipient, own.reduce((sum, { amount }) => sum + amount, 0)]).toEqual([recipient, b - a]);
  }
  // Oslo loses, Bergen gains; what is held for want of a kommune is no recipient, and is told apart.
  expect([distribution.winners.count, distribution.losers.count]).toEqual([1, 1]);
  const without = ['grunntilskudd', 'asylnorsk', 'kulturtilskudd'].flatMap((name) => ['--exclude', name]);
  const sides = ['compare', 'june@2018', 'next@2019', '--rates', 'r.csv', ...without, '--db', 'c.db'];
  const text = (await cli(work, [...sides, '--lang', 'en'])).out.replaceAll('\u00a0', ' ');
  expect(text).toMatch(
    /1 recipient gains .* Without a known recipient, and so held: [1-9][\d ]* kr in A, [1-9][\d ]* kr in B\./,
  );
});

test('the order is said, and the other one stands beside it', async () => {
  const { total, order, other_order: other } = await compared('june@2018', 'next@2019');
  expect(order).toEqual(['population', 'data', 'rule', 'rate']);
  expect(other.order).toEqual(['rate', 'rule', 'data', 'population']);
  expect([other.total.a, other.total.b]).toEqual([total.a, total.b]);
  // At A's facts the rates of 2019 are those of four persons in year 2, 3 or 1: 3 x 1 700 + 1 450 + 1 100.
  expect([total.rate, other.total.rate]).toEqual([7_150, 7_650]);
});

test('within a year a register that was corrected is told as such', async () => {
  const { why } = await compared('june@2018', 'december@2018');
  expect(why.sums).toEqual([
    { effect: 'persons', what: 'corrected', component: 'persontilskudd', amount: 24_100 - 62_300, persons: 1 },
  ]);
});

test('a change of law is told provision by provision, in the words of its keys', async () => {
  writeFileSync(
    join(work, 'law.json'),
    JSON.stringify({ name: 'law', set: ['persontilskudd.years_paid=2', 'persontilskudd.proration=half_year'] }),
  );
  const { why, total } = await compared('2018', 'law.json', '--year', '2018', '--extract', 'december');
  expect(total.rule).toBe(-43_350);
  expect(why.sums.map(({ effect, what, amount }) => [effect, what, amount])).toEqual([
    ['rule', 'persontilskudd.years_paid', -43_350],
  ]);
});

test('what a side shows is no effect of rules', async () => {
  const { total } = await compared('2019', 'bergen.json', '--year', '2019', '--extract', 'next');
  expect(total).toEqual({ a: 44_800, population: 0, data: 0, rule: 0, rate: 0, b: 44_800 });
});

test('two ids of one person that have become one are merged: their two grants become one', async () => {
  const [first = '', second = ''] = [ON, MOVER];
  write('one', '2018-12-31', { [first]: { entered: '2017-02-01' }, [DONE ?? '']: { entered: '2016-03-01' } });
  writeFileSync(
    join(work, 'one', 'person_ids.csv'),
    `old_person_id,person_id,changed_on\n${second},${first},2018-10-01\n`,
  );
  write('two', '2018-06-30', {
    [first]: { entered: '2017-02-01' },
    [second]: { entered: '2017-02-01' },
    [DONE ?? '']: { entered: '2016-03-01' },
  });
  const { why, persons, total } = await compared('two@2018', 'one@2018');
  expect(why.sums).toEqual([
    { effect: 'persons', what: 'merged', component: 'persontilskudd', amount: -62_300, persons: 1 },
  ]);
  expect([persons, total.b - total.a]).toEqual([{ a: 3, b: 2 }, -62_300]);
});

test('both sides say how many persons they have and whom they leave out', async () => {
  const { persons, left_out: left } = await compared('next@2018', 'next@2019', '--as-of', '2018-06-30');
  expect(persons).toEqual({ a: 4, b: 3 });
  expect([left.a.later_persons, left.b.later_persons]).toEqual([2, 2]);
  const sides = ['next@2018', 'next@2019', '--rates', 'r.csv', '--exclude', 'grunntilskudd', '--db', 'c.db'];
  const { out } = await cli(work, ['compare', ...sides, '--as-of', '2018-06-30']);
  expect(out).toContain('A  next@2018: grant year 2018, as of 2018-06-30, 4 persons\n');
  expect(out).toContain('A  Left out:\n  2 persons registered after the as-of date\n');
  expect(out).toContain('B  Left out:\n');
});

test('decisions under section 43 g: one more of a person, one of another year, one that came late', async () => {
  const entered = '2020-02-01';
  const person = (...extended: readonly string[]): Person => ({ entered, extended });
  write('g-june', '2023-10-01', { [ON ?? '']: person('2023-08-01'), [AWAY ?? '']: person('2023-08-01') });
  write('g-december', '2024-06-30', {
    [ON ?? '']: person('2023-08-01', '2023-11-01'),
    [AWAY ?? '']: person('2023-08-01'),
    [LATE ?? '']: person('2023-08-02'),
    [NEW ?? '']: person('2024-02-01'),
  });
  const head = 'key,grant_year,rate_class,value,status,source,note';
  writeFileSync(join(work, 'g.csv'), `${head}\nutvidet43g,2024,single,30000,illustrative,test,\n`);
  const others = ['persontilskudd', 'persontilskudd37d', 'samfunnskunnskap_mottak'].flatMap((one) => [
    '--exclude',
    one,
  ]);
  const reasons = async (a: string, b: string): Promise<unknown[]> => {
    const { why } = await compared(a, b, '--rates', 'g.csv', ...others);
    return why.sums.map(({ effect, what, amount, persons }) => [effect, what, amount, persons]);
  };
  expect(await reasons('g-june@2023', 'g-december@2023')).toEqual([['persons', 'late', 2 * 27_450, 2]]);
  expect(await reasons('g-june@2023', 'g-december@2024')).toEqual([
    ['persons', 'entered', 27_450, 1],
    ['persons', 'finished', -2 * 27_450, 2],
    ['rate', 'utvidet43g/single', 30_000 - 27_450, null],
  ]);
});

test('the tables say why by recipient and by person, and add up to the same', async () => {
  writeFileSync(join(work, 'key'), `${'5a'.repeat(32)}\n`, { mode: 0o600 });
  const tables = ['--out', 'why-tables', '--pseudonym-key-file', 'key', '--as', 'kari'];
  const { why } = await compared('june@2018', 'next@2019', ...tables);
  const rowsOf = (name: string): string[][] =>
    readFileSync(join(work, 'why-tables', name), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(','));
  const sumOf = (rows: readonly string[][]): number => rows.reduce((sum, row) => sum + Number(row.at(-1)), 0);
  const byRecipient = why.recipients.map(({ recipient_id: recipient, effect, what, amount }) => {
    return [recipient, 'persontilskudd', effect, what, String(amount)];
  });
  const whyRows = rowsOf('why.csv').sort();
  expect(whyRows.map((row) => row.slice(0, 5))).toEqual(byRecipient.sort());
  // Words and names beside the codes, and none where there is no recipient.
  expect(whyRows.map((row) => row.slice(5)).slice(0, 3)).toEqual([
    ['population and data', 'new after A', 'Oslo', '03', 'Oslo'],
    ['population and data', 'fell away', 'Oslo', '03', 'Oslo'],
    ['population and data', 'finished', 'Oslo', '03', 'Oslo'],
  ]);
  expect(whyRows.find(([recipient]) => recipient === 'HELD')?.slice(-3)).toEqual(['', '', '']);
  const persons = rowsOf('person_reasons.csv');
  const told = why.sums.filter(({ effect }) => effect === 'persons').reduce((sum, { amount }) => sum + amount, 0);
  expect(sumOf(persons)).toBe(told);
  // Who moved stands there though the country pays the same.
  expect(persons.filter(([, , reason]) => reason === 'moved').map((row) => row.slice(1))).toEqual([
    ['persontilskudd', 'moved', '0'],
  ]);
  expect(persons.every(([person = '']) => !/^\d{12}$/.test(person))).toBe(true);
  expect(statSync(join(work, 'why-tables', 'person_reasons.csv')).mode & 0o777).toBe(0o600);
});
