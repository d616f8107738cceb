import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RATE_CLASSES, RATE_KEYS, traitsOf } from '../../../src/domain';
import { componentsOf } from '../../oracle/components';
import { readExtract, tableOf } from '../../oracle/extract';
import { hoursBasis } from '../../oracle/hours-basis';
import { underLimits } from '../../oracle/law';
import { personsOn } from '../../oracle/person';
import { sizing } from '../../oracle/sizing';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';

/*
 * The questions that analysts are asked, each as one command, beside the naive calculator changed in the same way: the same
 * amounts for every recipient, the same amounts and persons for every component, year number and class.
 */

jest.setTimeout(120_000);

const work = temporaryFolder();
const EXTRACT = join(work, 'extracts/2018-T4');
const keys: readonly string[] = RATE_KEYS;
const classes: readonly string[] = RATE_CLASSES;
/** A figure of its own for every cell, odd, so that rounding shows. */
const RATE = (key: string, rateClass: string): number =>
  20_001 + keys.indexOf(key) * 1_003 + classes.indexOf(rateClass) * 107;
const halfUp = (above: number, below: number): number => Math.floor((2 * above + below) / (2 * below));

beforeAll(async () => {
  const flags = '--persons 220 --year 2018 --seed 21 --snapshots 1 --out extracts';
  expect((await cli(work, ['generate', ...flags.split(' ')])).code).toBe(0);
  const rows = componentsOf(2018).flatMap((name) => {
    const { rates, rateClasses } = traitsOf(name as Parameters<typeof traitsOf>[0]);
    return rates.flatMap(({ key }) =>
      rateClasses.map((one) => `${key},2018,${one},${RATE(key, one)},illustrative,test,`),
    );
  });
  writeFileSync(join(work, 'rates.csv'), `key,grant_year,rate_class,value,status,source,note\n${rows.join('\n')}\n`);
});

interface Row {
  readonly amount: number;
  readonly base_amount: number;
  readonly persons: number;
}
interface Answer {
  readonly size: number;
  readonly base_size: number;
  readonly difference: number;
  readonly percent: string;
  readonly persons: number;
  readonly law: readonly { what: string; from: string | null; to: string }[];
  readonly warnings: readonly { code: string }[];
  readonly cells: readonly (Row & { component: string; year_number: number | null; rate_class: string | null })[];
  readonly recipients: readonly (Row & { recipient_id: string; name: string; fylke_name: string })[];
  readonly groups: readonly (Row & { group: string; name: string })[];
  readonly components: readonly (Row & { component: string })[];
  readonly solved: {
    percent: string;
    amount: number;
    nearest: { amount: number; rates: { what: string; to: string }[] };
  };
}

async function asked(...flags: readonly string[]): Promise<Answer> {
  const given = ['--extract', EXTRACT, '--rates', 'rates.csv', '--as-of', '2018-12-31', '--db', 'q.db', '--json'];
  const year = flags.includes('--year') ? [] : ['--year', '2018'];
  const { code, out, err } = await cli(work, ['scenario', ...flags, ...given, ...year]);
  expect([code, err]).toEqual([0, expect.any(String)]);
  const [answer] = (JSON.parse(out) as { scenarios: Answer[] }).scenarios;
  if (answer === undefined) throw new Error('no scenario');
  return answer;
}

let read: { persons: ReturnType<typeof personsOn>; teaching: ReturnType<typeof tableOf>['accepted'] } | undefined;

/** The extract as the naive calculator reads it, once. */
function world(): NonNullable<typeof read> {
  if (read !== undefined) return read;
  const extract = readExtract(EXTRACT);
  const teaching = tableOf(extract.tables, 'teaching_hours').accepted;
  read = { persons: personsOn(extract, '2018-12-31'), teaching };
  return read;
}

type Rates = (key: string, year: number, rateClass: string) => number;

/** The naive calculator under another law: kroner by recipient, kroner and persons by cell. */
function naive(limits: Readonly<Record<string, string>>, rates: Rates, year = 2018) {
  const { persons, teaching } = world();
  const rows = underLimits(limits, () => sizing(persons, teaching, '2018-12-31', year, componentsOf(year), rates));
  const byRecipient = new Map<string, number>();
  const byCell = new Map<string, number>();
  for (const { recipient, component, yearNumber, rateClass, annual } of rows) {
    byRecipient.set(recipient, (byRecipient.get(recipient) ?? 0) + annual);
    const cell = `${component} ${yearNumber || '-'} ${rateClass || '-'}`;
    byCell.set(cell, (byCell.get(cell) ?? 0) + annual);
  }
  return { byRecipient, byCell, total: rows.reduce((sum, { annual }) => sum + annual, 0) };
}

const law: Rates = (key, _year, rateClass) => RATE(key, rateClass);
let known: ReturnType<typeof naive> | undefined;
function baseline(): ReturnType<typeof naive> {
  known ??= naive({}, law);
  return known;
}

function expectSame(answer: Answer, limits: Readonly<Record<string, string>>, rates: Rates = law, year = 2018): void {
  const theirs = naive(limits, rates, year);
  const before = baseline();
  expect([answer.size, answer.base_size]).toEqual([theirs.total, before.total]);
  expect(answer.difference).toBe(theirs.total - before.total);
  expect(answer.difference).not.toBe(0);
  const both = new Set([...theirs.byRecipient.keys(), ...before.byRecipient.keys()]);
  const recipients = answer.recipients.map((row) => [row.recipient_id, row.amount, row.base_amount]);
  const wanted = [...both].map((code) => [code, theirs.byRecipient.get(code) ?? 0, before.byRecipient.get(code) ?? 0]);
  expect(recipients.toSorted(byFirst)).toEqual(wanted.sort(byFirst));
  const cells = answer.cells.map((row) => [
    `${row.component} ${row.year_number ?? '-'} ${row.rate_class ?? '-'}`,
    row.amount,
  ]);
  const wantedCells = [...new Set([...theirs.byCell.keys(), ...before.byCell.keys()])];
  expect(cells.toSorted(byFirst)).toEqual(
    wantedCells.map((cell) => [cell, theirs.byCell.get(cell) ?? 0]).sort(byFirst),
  );
}

const byFirst = ([a = '']: readonly (string | number)[], [b = '']: readonly (string | number)[]): number =>
  String(a) < String(b) ? -1 : 1;

test('the second year’s rate 3 percent higher', async () => {
  const rates: Rates = (key, _year, one) =>
    key === 'persontilskudd.year2' && one === 'high' ? halfUp(RATE(key, one) * 103, 100) : RATE(key, one);
  const answer = await asked('--set', 'persontilskudd.year2/high=+3%');
  expectSame(answer, {}, rates);
  const before = RATE('persontilskudd.year2', 'high');
  expect(answer.law).toEqual([
    { what: 'persontilskudd.year2/2018/high', from: String(before), to: String(halfUp(before * 103, 100)) },
  ]);
});

test('a decision within 90 days', async () => {
  const limits = { 'persontilskudd.decision_within_days': '90' };
  expectSame(await asked('--set', 'persontilskudd.decision_within_days=90'), limits);
});

test('half the amount for entries after 1 July', async () => {
  expectSame(await asked('--set', 'persontilskudd.proration=half_year'), { 'persontilskudd.proration': 'half_year' });
});

test('a fourth year at half the rate of the third', async () => {
  const rates: Rates = (key, _year, one) =>
    key === 'persontilskudd.year4' ? halfUp(RATE('persontilskudd.year3', one), 2) : RATE(key, one);
  const flags = ['--set', 'persontilskudd.years_paid=4', '--set', 'persontilskudd.year4=50%*persontilskudd.year3'];
  expectSame(await asked(...flags), { 'persontilskudd.years_paid': '4' }, rates);
});

test('steps of 1-5 and 6-200 persons', async () => {
  const answer = await asked('--set', 'grunntilskudd.steps=1-5:low,6-200:high');
  expectSame(answer, { 'grunntilskudd.steps': '1-5:low 6-200:high' });
});

test('days in place of the whole year', async () => {
  expectSame(await asked('--set', 'persontilskudd.proration=days'), { 'persontilskudd.proration': 'days' });
});

test('another class for one country', async () => {
  const persons = tableOf(readExtract(EXTRACT).tables, 'persons').accepted.map((row) => row.text('country_background'));
  const most = ['SYR', 'ERI', 'AFG', 'SOM'].toSorted(
    (a, b) => persons.filter((one) => one === b).length - persons.filter((one) => one === a).length,
  )[0];
  const answer = await asked('--set', `regions/${most}=low`);
  expectSame(answer, { [`regions/${most}`]: 'low' });
  expect(answer.law).toEqual([{ what: `regions/${most}`, from: 'high', to: 'low' }]);
});

test('the next year against this one, with rates uprated by 3.1 percent', async () => {
  const answer = await asked('--year', '2019', '--uprate', '3.1%', '--baseline', '2018');
  const shipped: Record<string, number> = { 'grunntilskudd high': 575_000 };
  const uprated: Rates = (key, _year, one) => halfUp((shipped[`${key} ${one}`] ?? RATE(key, one)) * 1031, 1000);
  expectSame(answer, {}, uprated, 2019);
});

test('a rates file that a percentage is reckoned from has been used; one whose cells are replaced has not', async () => {
  const row = 'persontilskudd.year1,2018,high,31900,illustrative,test,';
  writeFileSync(join(work, 'one.csv'), `key,grant_year,rate_class,value,status,source,note\n${row}\n`);
  const told = async (...flags: readonly string[]): Promise<boolean> => {
    const more = ['--rates', 'rates.csv', '--rates', 'one.csv', '--extract', EXTRACT, '--as-of', '2018-12-31'];
    const { code, err } = await cli(work, ['scenario', ...flags, ...more]);
    expect([code, err.includes('(rates.csv)')]).toEqual([0, false]);
    return /one\.csv.*\[RATES_(UNUSED|OF_OTHER_YEARS)\]/.test(err);
  };
  const cell = 'persontilskudd.year1/high';
  expect(await told('--year', '2018', '--set', `${cell}=45000`)).toBe(true);
  expect(await told('--year', '2018', '--set', `${cell}=+3%`)).toBe(false);
  expect(await told('--year', '2018', '--uprate', '3,1%')).toBe(false);
  expect(await told('--year', '2019', '--uprate', '3,1%')).toBe(false);
  expect(await told('--year', '2018', '--stack', `${cell}=+3%,grunntilskudd.steps=1-5:low`)).toBe(false);
});

test('a question without words of its own goes by what it asks', async () => {
  const flags = ['--solve', 'persontilskudd', '--appropriation', '10000000', '--rates', 'rates.csv', '--year', '2018'];
  const { out } = await cli(work, ['scenario', ...flags, '--extract', EXTRACT]);
  expect(out).toContain('solve persontilskudd: 2018 as the register is known on');
});

test('of what is named twice the last holds, and a change is of the rate in the files', async () => {
  const cell = 'persontilskudd.year1/high';
  const twice = await asked('--set', `${cell}=+3%`, '--set', `${cell}=+500`);
  expect(twice.law).toEqual([
    {
      what: 'persontilskudd.year1/2018/high',
      from: String(RATE('persontilskudd.year1', 'high')),
      to: String(RATE('persontilskudd.year1', 'high') + 500),
    },
  ]);
});

test('persons are distinct, in all and in each group; groups add up to the whole', async () => {
  const groups = await Promise.all(
    ['fylke', 'size', 'class', 'sex', 'age'].map((by) => asked('--set', 'persontilskudd.year2=+3%', '--by', by)),
  );
  for (const { groups: rows, size, base_size: base } of groups) {
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(size);
    expect(rows.reduce((sum, row) => sum + row.base_amount, 0)).toBe(base);
  }
  const [byFylke, , , bySex] = groups;
  expect(bySex?.groups.reduce((sum, { persons }) => sum + persons, 0)).toBe(bySex?.persons);
  // Whoever moves from one fylke to another counts in both, and once in all.
  expect(byFylke?.groups.reduce((sum, { persons }) => sum + persons, 0)).toBeGreaterThan(byFylke?.persons ?? 0);
});

test('a stack adds up: each step is held against the one before', async () => {
  const steps = ['persontilskudd.year2=+3%', 'grunntilskudd.steps=1-5:low,6-200:high', 'persontilskudd.year2=+3%'];
  const flags = ['--extract', EXTRACT, '--rates', 'rates.csv', '--as-of', '2018-12-31', '--year', '2018', '--json'];
  const { out } = await cli(work, [
    'scenario',
    '--stack',
    `${steps.slice(0, 2).join(',')},persontilskudd=+1%`,
    ...flags,
  ]);
  const { scenarios, is_stack: isStack } = JSON.parse(out) as { scenarios: Answer[]; is_stack: boolean };
  expect([isStack, scenarios.length]).toEqual([true, 3]);
  const [first, second, third] = scenarios;
  expect(second?.base_size).toBe(first?.size);
  expect(third?.base_size).toBe(second?.size);
  // Each change is told once, from the law of the year.
  const once = halfUp(RATE('persontilskudd.year2', 'low') * 103, 100);
  expect(third?.law.filter(({ what }) => what === 'persontilskudd.year2/2018/low')).toEqual([
    {
      what: 'persontilskudd.year2/2018/low',
      from: String(RATE('persontilskudd.year2', 'low')),
      to: String(halfUp(once * 101, 100)),
    },
  ]);
});

test('a baseline with a law of its own tells it', async () => {
  writeFileSync(
    join(work, 'base.json'),
    JSON.stringify({ name: 'days', limits: { 'persontilskudd.proration': 'days' } }),
  );
  const flags = ['--set', 'persontilskudd.year2=+3%', '--baseline', 'base.json'];
  const answer = await asked(...flags);
  const days = naive({ 'persontilskudd.proration': 'days' }, law);
  expect(answer.base_size).toBe(days.total);
  expect(answer).toMatchObject({
    baseline: { label: 'days', law: [{ what: 'persontilskudd.proration', from: 'full', to: 'days' }] },
  });
  const given = ['--extract', EXTRACT, '--rates', 'rates.csv', '--year', '2018', '--db', 'q.db', '--lang', 'nb'];
  const { out } = await cli(work, ['scenario', ...flags, ...given, '--out', 'with-base']);
  expect(out).toMatch(/\ndays\nhva +var +er\npersontilskudd\.proration +full +days\n/);
  expect(readFileSync(join(work, 'with-base/law.csv'), 'utf8')).toContain(
    'SCENARIO,days,persontilskudd.proration,full,days',
  );
});

test('the percentage that meets a sum is the largest that does, and a set in steps of 50 kr comes near it', async () => {
  const now = await asked('--set', 'persontilskudd.year1=+0', '--by', 'sex');
  const before = now.components.find(({ component }) => component === 'persontilskudd')?.amount ?? 0;
  const sum = halfUp(before * 1045, 1000);
  const { solved, components } = await asked('--solve', 'persontilskudd', '--appropriation', String(sum));
  const at = (millionths: bigint): ReadonlyMap<string, number> =>
    naive({}, (key, _year, one) => {
      const rate = BigInt(RATE(key, one));
      const raised = Number((2n * rate * (100_000_000n + millionths) + 100_000_000n) / 200_000_000n);
      return key.startsWith('persontilskudd') ? raised : RATE(key, one);
    }).byCell;
  const persontilskudd = (cells: ReadonlyMap<string, number>): number =>
    [...cells].reduce((total, [cell, nok]) => (cell.startsWith('persontilskudd ') ? total + nok : total), 0);
  const millionths = BigInt(Math.round(Number(solved.percent) * 10_000)) * 100n;
  expect(persontilskudd(at(millionths))).toBe(solved.amount);
  expect(solved.amount).toBeLessThanOrEqual(sum);
  expect(persontilskudd(at(millionths + 100n))).toBeGreaterThan(sum);
  expect(components.find(({ component }) => component === 'persontilskudd')?.amount).toBe(solved.amount);
  expect(solved.nearest.rates.every(({ to }) => Number(to) % 50 === 0)).toBe(true);
  expect(Math.abs(solved.nearest.amount - sum)).toBeLessThan(50 * now.persons);
});

test.each([
  [['--set', 'persontilskudd37d=+3%'], 3, 'SCENARIO_SET_NO_RATE'],
  [['--set', 'persontilskudd.year1/2017/high=+3%'], 3, 'SCENARIO_SET_OTHER_YEAR'],
  [['--set', 'persontilskud.year1/high=+3%'], 3, 'FLAG_BAD_VALUE'],
  [['--set', 'persontilskudd.year1/high=3%'], 3, 'FLAG_BAD_VALUE'],
  [['--set', 'persontilskudd.year1/single=+3%'], 3, 'FLAG_BAD_VALUE'],
  [['--set', 'persontilskudd.proration=weeks'], 3, 'CONFIG_BAD_VALUE'],
  [['--set', 'persontilskudd.year1=-99999'], 3, 'SCENARIO_SET_BELOW_ZERO'],
  [['--uprate', 'much'], 3, 'FLAG_BAD_VALUE'],
  [['--uprate', '-101%'], 3, 'SCENARIO_SET_BELOW_ZERO'],
  [['--set', 'persontilskud.year2=+3%'], 3, '"suggestion":"persontilskudd.year2"'],
  [['--set', 'grunntilskudd.step=1-5:low'], 3, '"suggestion":"grunntilskudd.steps"'],
  [['--only', 'kommune=Bergen'], 3, 'FLAG_BAD_VALUE'],
  [['--solve', 'utvidet43g', '--appropriation', '1000'], 3, 'SCENARIO_CANNOT_SOLVE'],
  [['--solve', 'persontilskudd'], 2, 'FLAG_MISSING'],
])('%j is refused', async (flags, exit, code) => {
  const given = ['--extract', EXTRACT, '--rates', 'rates.csv', '--year', '2018', '--db', 'q.db', '--json'];
  const answer = await cli(work, ['scenario', ...flags, ...given]);
  expect(answer.code).toBe(exit);
  expect(answer.out + answer.err).toContain(code);
});

test.each([
  [['--set', 'utvidet43g=27450'], ['RATE_NEEDED_BY_NOBODY'], 0],
  [['--set', 'terms.shares=four_terms'], ['LIMIT_OF_TERMS'], 0],
  // The value that the law has already.
  [['--set', 'persontilskudd.years_paid=3'], ['SCENARIO_CHANGES_NOTHING'], 0],
  [['--set', 'A10=by_days'], ['SCENARIO_CHANGES_NOTHING'], 0],
  [['--only', 'kommune=4601'], ['FILTER_CODE_NOT_IN_YEAR', 'FILTER_LEAVES_NOTHING'], null],
  // A baseline without rates is told with what it lacks.
  [['--set', 'persontilskudd.year2/high=+3%', '--baseline', '2019'], ['SCENARIO_BASELINE_LACKS_RATES'], null],
])('%j: what changes or shows nothing is told', async (flags, codes, difference) => {
  const answer = await asked(...flags);
  expect(answer.warnings.map(({ code }) => code).filter((code) => code !== 'COUNTRY_LEFT_OUT')).toEqual(codes);
  expect(answer.difference).toBe(difference);
});

test('an assumption of limits names them with their values; one that is not there is no key', async () => {
  const given = ['--extract', EXTRACT, '--rates', 'rates.csv', '--year', '2018', '--db', 'q.db'];
  const ofLimits = await cli(work, ['scenario', '--set', 'A8=days', ...given]);
  expect(ofLimits.err).toContain('persontilskudd.proration (full, days, months, half_year)');
  const unknown = await cli(work, ['scenario', '--set', 'A99=3', ...given]);
  expect(unknown.err).toContain('A99 is neither a rate nor a limit of 2018');
});

test('a fylke shows its kommuner; a class shows persontilskudd of that class alone', async () => {
  const fylke = await asked('--set', 'persontilskudd=+3%', '--only', 'fylke=12');
  expect(fylke.recipients.every((row) => row.recipient_id.startsWith('12') && row.fylke_name === 'Hordaland')).toBe(
    true,
  );
  const low = await asked('--set', 'persontilskudd=+3%', '--only', 'class=low');
  expect(low.cells.map((row) => `${row.component} ${row.rate_class}`)).toEqual(
    low.cells.map(() => 'persontilskudd low'),
  );
});

interface Hours {
  readonly mark: string | null;
  readonly law: readonly { what: string; to: string }[];
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}

test.each<Readonly<Record<string, string>>>([
  {},
  { 'hours.on_time_months': '0', 'starters.months': '1' },
  { 'persontilskudd.age_on_entry': '25-40' },
])('the hours basis under %j is that of the naive calculator, marked and with its law', async (limits) => {
  const words = Object.entries(limits);
  const flags = words.flatMap(([key, value]) => ['--set', `${key}=${value}`]);
  const given = ['--extract', EXTRACT, '--year', '2018', '--as-of', '2018-12-31', '--db', 'q.db'];
  const { code, out } = await cli(work, ['hours', ...flags, ...given, '--json']);
  expect(code).toBe(0);
  const { mark, law: told, rows } = JSON.parse(out) as Hours;
  expect([mark, told.map(({ what, to }) => [what, to])]).toEqual([words.length === 0 ? null : 'SCENARIO', words]);
  const figures = ['hours_rows_on_time', 'starters', 'starters_within_3_months', 'triggering_without_hours'];
  const ours = rows.map((row) => ['kommune', 'law', 'year_number', ...figures].map((name) => row[name]).join(' '));
  const naiveRows = underLimits(limits, () => hoursBasis([...world().persons.values()], '2018-12-31', 2018));
  const theirs = naiveRows.map(({ texts }) => [...texts.slice(2, 5), ...texts.slice(11, 14), texts[14]].join(' '));
  expect(ours.sort()).toEqual(theirs.sort());
});

test('hours under another law say so in text and tables; a rate decides no hours', async () => {
  const given = ['--extract', EXTRACT, '--year', '2018', '--db', 'q.db'];
  const { out } = await cli(work, [
    'hours',
    '--set',
    'starters.months=1',
    ...given,
    '--out',
    'hours-1',
    '--lang',
    'nb',
  ]);
  expect(out).toContain('SCENARIO: kan ikke utbetales');
  expect(out).toContain('starters.months');
  const [head, row] = readFileSync(join(work, 'hours-1/hours_basis.csv'), 'utf8').split('\n');
  expect([head?.slice(0, 5), row?.slice(0, 9)]).toEqual(['mark,', 'SCENARIO,']);
  // A file says the same; what it says of another year or view has no part in hours.
  const content = { name: 'months', limits: { 'starters.months': '1' }, rates: ['rates.csv'] };
  writeFileSync(join(work, 'months.json'), JSON.stringify(content));
  expect((await cli(work, ['hours', '--scenario', 'months.json', ...given, '--lang', 'nb'])).out).toBe(out);
  writeFileSync(join(work, 'other.json'), JSON.stringify({ ...content, grant_year: 2019, only: { fylker: ['46'] } }));
  const other = await cli(work, ['hours', '--scenario', 'other.json', ...given, '--json']);
  expect([other.code, other.out]).toEqual([3, expect.stringContaining('grant_year, only')]);
  const refused = await cli(work, ['hours', '--set', 'persontilskudd.year1=+3%', ...given]);
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('persontilskudd.year1=+3%')]);
});
