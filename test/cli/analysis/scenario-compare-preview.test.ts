import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenarioJsonSchema } from '../../../src/app/scenario/scenario-file';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';

const work = temporaryFolder();
const RATES = join(__dirname, '../../../fixtures/demo-rates-2018.csv');
const SCENARIOS: Readonly<Record<string, object>> = {
  own: { name: 'own' },
  months: { name: 'months', assumptions: { A10: 'by_months' } },
  higher: { name: 'higher', rates: ['higher.csv'] },
  oslo: { name: 'oslo', rates: ['higher.csv'], only: { recipients: ['0301'], rate_classes: ['high'] } },
  bare: { name: 'bare', exclude: ['grunntilskudd'] },
};
const runIds: string[] = [];

async function json<T>(argv: readonly string[]): Promise<T> {
  const { code, out, err } = await cli(work, [...argv, '--db', 'ledger.db', '--json']);
  expect([code, err]).toEqual([0, expect.any(String)]);
  return JSON.parse(out);
}

beforeAll(async () => {
  const generated = await cli(
    work,
    'generate --persons 150 --year 2018 --seed 5 --snapshots 2 --out extracts'.split(' '),
  );
  expect(generated.code).toBe(0);
  for (const [file, content] of Object.entries(SCENARIOS)) {
    writeFileSync(join(work, `${file}.json`), JSON.stringify(content));
  }
  const head = 'key,grant_year,rate_class,value,status,source,note';
  writeFileSync(join(work, 'higher.csv'), `${head}\npersontilskudd.year1,2018,high,32900,verified,none,\n`);
  for (const term of [1, 2]) {
    const flags = ['--extract', `extracts/2018-T${term}`, '--year', '2018', '--term', String(term), '--rates', RATES];
    const { run_id: runId } = await json<{ run_id: string }>(['run', ...flags, '--rehearsal', '--as', 'kari']);
    runIds.push(runId);
    if (term === 1) await json(['approve', runId, '--as', 'ola']);
  }
}, 120_000);

interface Scenarios {
  mark: string;
  payable: boolean;
  scenarios: {
    name: string;
    size: number;
    difference: number;
    recipients: { recipient_id: string; amount: number; base_amount: number }[];
  }[];
}
const REGISTER = ['--extract', 'extracts/2018-T2', '--year', '2018', '--rates', RATES];

test('the published schema is the one that the program checks with', () => {
  const published = readFileSync(join(__dirname, '../../../src/cli/scenario/scenario.schema.json'), 'utf8');
  expect(published).toBe(scenarioJsonSchema());
});

test('the own rates change nothing; other rates, months and exclusions change what they should', async () => {
  const files = Object.keys(SCENARIOS).map((name) => `${name}.json`);
  const before = (await json<{ posting_head: string }>(['status'])).posting_head;
  const { mark, payable, scenarios } = await json<Scenarios>(['scenario', ...files, ...REGISTER]);
  expect([mark, payable]).toEqual(['SCENARIO', false]);
  expect(scenarios.map(({ name }) => name)).toEqual(Object.keys(SCENARIOS));
  const [own, months, higher, oslo, bare] = scenarios;
  expect(own?.recipients.every(({ amount, base_amount }) => amount === base_amount)).toBe(true);
  expect([own?.difference, months?.difference]).toEqual([0, 0]);
  expect(months?.recipients.some(({ amount, base_amount }) => amount !== base_amount)).toBe(true);
  expect((higher?.difference ?? 0) % 1000).toBe(0);
  expect(higher?.difference).toBeGreaterThan(0);
  expect(oslo?.recipients.map(({ recipient_id }) => recipient_id)).toEqual(['0301']);
  expect(bare?.difference).toBeLessThan(0);
  expect((await json<{ posting_head: string }>(['status'])).posting_head).toBe(before);
});

test('many scenarios give what each gives alone', async () => {
  const one = await json<Scenarios>(['scenario', 'higher.json', ...REGISTER]);
  const many = await json<Scenarios>([
    'scenario',
    ...Object.keys(SCENARIOS).map((name) => `${name}.json`),
    ...REGISTER,
  ]);
  expect(many.scenarios.find(({ name }) => name === 'higher')).toEqual(one.scenarios[0]);
});

test('a misspelt key, a value that is none, a missing rate and an unknown side are told with what to do', async () => {
  writeFileSync(join(work, 'wrong.json'), JSON.stringify({ name: 'x', exlude: [] }));
  const misspelt = await cli(work, ['scenario', 'wrong.json', ...REGISTER]);
  expect([misspelt.code, misspelt.err]).toEqual([3, expect.stringContaining('exclude')]);
  writeFileSync(join(work, 'value.json'), JSON.stringify({ name: 'x', assumptions: { A10: 'by_weeks' } }));
  const value = await cli(work, ['scenario', 'value.json', ...REGISTER]);
  expect([value.code, value.err]).toEqual([3, expect.stringContaining('by_days, by_months')]);
  const missing = await cli(work, ['scenario', 'own.json', '--extract', 'extracts/2018-T2', '--year', '2018']);
  expect([missing.code, missing.err]).toEqual([4, expect.stringContaining('asylnorsk/2018/single')]);
  const unknown = await cli(work, ['compare', '2018-T9-0', '2018', ...REGISTER]);
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('2018-T9-0')]);
});

interface Compared {
  total: Record<string, number>;
  recipients: (Record<string, number> & { recipient_id: string })[];
}
const effects = (row: Record<string, number>): number =>
  ['a', 'population', 'data', 'rule', 'rate'].reduce((sum, name) => sum + (row[name] ?? 0), 0);

test('runs, scenarios, extracts and years are compared; the files are written whole and the same twice', async () => {
  const [first = '', second = ''] = runIds;
  for (const sides of [
    [first, second],
    ['2018', 'higher.json'],
    ['extracts/2018-T1@2018', 'months.json'],
    [first, 'own.json'],
  ]) {
    const { total, recipients } = await json<Compared>(['compare', ...sides, ...REGISTER]);
    for (const row of [total, ...recipients]) expect(effects(row)).toBe(row.b);
  }
  const { total } = await json<Compared>(['compare', '2018', 'higher.json', ...REGISTER]);
  expect([total.population, total.data, total.rule]).toEqual([0, 0, 0]);
  expect(total.rate).toBe((await json<Scenarios>(['scenario', 'higher.json', ...REGISTER])).scenarios[0]?.difference);
  for (const out of ['compared-1', 'compared-2']) await json(['compare', first, second, '--out', out]);
  for (const file of ['recipients.csv', 'persons.csv', 'comparison.xlsx']) {
    const [one, other] = ['compared-1', 'compared-2'].map((out) => readFileSync(join(work, out, file)));
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
  }
  for (const name of ['persons.csv', 'recipients.csv']) {
    expect(statSync(join(work, 'compared-1', name)).mode & 0o777).toBe(0o600);
  }
});

test('lines of two runs are those of their folders, and the effects lead from one to the other', async () => {
  const [first = '', second = ''] = runIds;
  const { sums } = await json<{ sums: Record<string, number>[] }>(['compare', first, second, '--measure', 'lines']);
  const all = sums.at(-1) ?? {};
  const totalOf = (runId: string): number => {
    const [head = '', ...rows] = readFileSync(join(work, `ledger.db.d/runs/${runId}/payout_lines.csv`), 'utf8')
      .trim()
      .split('\n');
    const amount = head.split(',').indexOf('amount');
    return rows.reduce((sum, row) => sum + Number(row.split(',')[amount]), 0);
  };
  expect([all.a, all.b]).toEqual([totalOf(first), totalOf(second)]);
  expect(effects(all) + (all.settled ?? 0)).toBe(all.b);
  await json(['compare', first, second, '--measure', 'lines', '--out', 'lines']);
  const [head = '', ...rows] = readFileSync(join(work, 'lines/lines.csv'), 'utf8').trimEnd().split('\n');
  const b = rows.reduce((sum, row) => sum + Number(row.split(',')[head.split(',').indexOf('b')]), 0);
  expect(b).toBe(all.b);
  const none = await cli(work, ['compare', '2018', second, ...REGISTER, '--db', 'ledger.db', '--measure', 'lines']);
  expect(none.code).toBe(2);
});

test('a person step by step', async () => {
  const [, row = ''] = readFileSync(join(work, 'extracts/2018-T2/target_group.csv'), 'utf8').split('\n');
  const person = row.split(',').find((cell) => /^\d{12}$/.test(cell)) ?? '';
  const told = await json<{ steps: { stage: string; amount: number; effect: number }[]; person_ref: string }>([
    'compare',
    ...runIds,
    '--person',
    person,
  ]);
  expect(told.steps.map(({ stage }) => stage)).toEqual(['a', 'population', 'data', 'rule', 'rate']);
  const [start, ...steps] = told.steps;
  const end = steps.reduce((sum, { effect }) => sum + effect, start?.amount ?? 0);
  expect(end).toBe(told.steps.at(-1)?.amount);
  expect(JSON.stringify(told)).not.toContain(person);
});

interface Preview {
  this_term: Record<string, number>;
  last_term: { run_id: string } | null;
  same_term_last_year: object | null;
  limits: { name: string; breached: boolean }[];
  changes: { amount: number; previously_posted: number; causes: string[] }[];
  payable: boolean;
}

test('preview tells this term and the last, and the causes of the largest changes', async () => {
  const [first, second = ''] = runIds;
  const preview = await json<Preview>(['preview', second]);
  expect(preview.last_term?.run_id).toBe(first);
  expect(preview.same_term_last_year).toBeNull();
  const { gross = 0, corrections = 0, net } = preview.this_term;
  expect(gross + corrections).toBe(net);
  const amounts = preview.changes.map(({ amount }) => Math.abs(amount));
  expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
  expect(preview.changes.every(({ previously_posted }) => previously_posted !== 0)).toBe(true);
  for (const lang of ['nb', 'en']) {
    const { code, out } = await cli(work, ['preview', second, '--db', 'ledger.db', '--lang', lang]);
    expect([code, out]).toEqual([0, expect.stringContaining(second)]);
    expect(out).not.toMatch(/(?<![0-9a-f-])\d{12}(?![0-9a-f])/);
  }
});

test('a batch above a limit is approved with a reason only, and the reason stands in the journal', async () => {
  const [, second = ''] = runIds;
  writeFileSync(join(work, 'limits.json'), JSON.stringify({ limits: { persons: 1, paid_nok: 1_000_000_000 } }));
  const approve = ['approve', second, '--as', 'ola', '--db', 'ledger.db', '--config', 'limits.json'];
  const refused = await cli(work, approve);
  expect([refused.code, refused.err]).toEqual([6, expect.stringContaining('limits.persons')]);
  expect(refused.err).not.toContain('limits.paid_nok');
  const { limits } = await json<Preview>(['preview', second, '--config', 'limits.json']);
  expect(limits.map(({ name, breached }) => [name, breached])).toEqual([
    ['persons', true],
    ['paid_nok', false],
  ]);
  expect((await cli(work, [...approve, '--reason', 'opptelling kontrollert'])).code).toBe(0);
  expect(readFileSync(join(work, 'ledger.db')).includes('opptelling kontrollert')).toBe(true);
  expect((await cli(work, approve)).code).toBe(0);
});

test('stored facts are for the owner only and go when snapshots are pruned', async () => {
  const folder = join(work, 'ledger.db.d/facts');
  const names = readdirSync(folder);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  await json(['prune', '--as', 'kari', '--dry-run']);
  expect(readdirSync(folder)).toEqual(names);
  await json(['prune', '--as', 'kari']);
  expect(existsSync(folder)).toBe(false);
});
