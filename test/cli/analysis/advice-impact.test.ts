import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';

const work = temporaryFolder();
const RATES = join(__dirname, '../../../fixtures/demo-rates-2018.csv');

/** Rewrites the data rows of a file of an extract. */
function rewrite(
  folder: string,
  file: string,
  change: (cells: string[], names: readonly string[]) => string[] | null,
): void {
  const path = join(work, folder, file);
  const [head = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const names = head.split(',');
  const kept = rows.map((row) => change(row.split(','), names)).filter((row) => row !== null);
  writeFileSync(path, `${[head, ...kept.map((row) => row.join(','))].join('\n')}\n`);
}

function copyOf(name: string): void {
  cpSync(join(work, 'extracts/2018-T4'), join(work, name), { recursive: true });
  rmSync(join(work, name, 'extract.json'), { force: true });
}

async function json<T>(argv: readonly string[], extra: readonly string[] = []): Promise<T> {
  const { code, out, err } = await cli(work, [...argv, '--rates', RATES, '--db', 'l.db', '--json', ...extra]);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
}

interface Advice {
  advice: { recipient_id: string; code: string; persons: number; amount: number }[];
  protected_persons: number;
}

async function adviceOn(folder: string, extra: readonly string[] = []): Promise<Map<string, number>> {
  const { advice } = await json<Advice>(['advice', '--extract', folder, '--year', '2018'], extra);
  const sums = new Map<string, number>();
  for (const { code, amount } of advice) sums.set(code, (sums.get(code) ?? 0) + amount);
  return sums;
}

async function sizes(a: string, b: string, extra: readonly string[] = []): Promise<Map<string, [number, number]>> {
  const compared = await json<{ components: { component: string; a: number; b: number }[] }>(
    ['compare', `${a}@2018`, `${b}@2018`],
    extra,
  );
  return new Map(compared.components.map((row) => [row.component, [row.a, row.b]]));
}

beforeAll(async () => {
  const generated = await cli(
    work,
    'generate --persons 260 --year 2018 --seed 3 --snapshots 1 --out extracts'.split(' '),
  );
  expect(generated.code).toBe(0);
  copyOf('whole');
  rewrite('whole', 'persons.csv', (cells, names) => cells.with(names.indexOf('address_protection'), ''));
  cpSync(join(work, 'whole'), join(work, 'undecided'), { recursive: true });
  rewrite('undecided', 'decisions.csv', () => null);
  cpSync(join(work, 'whole'), join(work, 'broken'), { recursive: true });
  rewrite('broken', 'residence.csv', (cells, names) => {
    const person = cells[names.indexOf('person_id')] ?? '';
    const kommune = names.indexOf('kommune');
    return Number(person.slice(3, 9)) % 4 === 0 ? cells.with(kommune, '9') : cells;
  });
}, 60_000);

test('what decisions are missing for is exactly what the sizing loses without them', async () => {
  const [before, after] = [await adviceOn('whole'), await adviceOn('undecided')];
  const [with_ = 0, without = 0] = (await sizes('whole', 'undecided')).get('persontilskudd') ?? [];
  expect(without).toBeLessThan(with_);
  const missing = 'ADVICE_DECISION_MISSING';
  expect((after.get(missing) ?? 0) - (before.get(missing) ?? 0)).toBe(with_ - without);
});

test('what is held without an address is what the sizing holds', async () => {
  const held = (await adviceOn('whole')).get('ADVICE_NO_RECIPIENT') ?? 0;
  const { recipients } = await json<{ recipients: { recipient_id: string; a: number }[] }>([
    'compare',
    'whole@2018',
    'whole@2018',
  ]);
  const inSize = recipients.filter(({ recipient_id }) => recipient_id === 'HELD').reduce((sum, { a }) => sum + a, 0);
  expect(held + ((await adviceOn('whole')).get('ADVICE_SPLIT_CODE') ?? 0)).toBe(inSize);
});

test('rejected rows are told with their kommune as far as other rows tell it, and the count that they would move', async () => {
  const flags = ['--reject-limit', '100'];
  const advice = await adviceOn('broken', flags);
  expect(advice.get('ADVICE_ROWS_REJECTED')).toBeGreaterThan(0);
  const [whole = 0, broken = 0] = (await sizes('whole', 'broken', flags)).get('persontilskudd') ?? [];
  const lost = advice.get('ADVICE_ROWS_REJECTED') ?? 0;
  expect(broken + lost).toBeGreaterThanOrEqual(whole);
});

test('one kommune in both languages, and a code that is none', async () => {
  const { advice } = await json<Advice>(['advice', '--extract', 'whole', '--year', '2018']);
  const recipient = advice.find(({ recipient_id }) => recipient_id !== 'HELD')?.recipient_id ?? '';
  for (const lang of ['nb', 'en']) {
    const argv = ['advice', '--extract', 'whole', '--year', '2018', '--recipient', recipient, '--lang', lang];
    const { code, out } = await cli(work, [...argv, '--rates', RATES, '--db', 'l.db']);
    expect([code, out]).toEqual([0, expect.stringMatching(new RegExp(`^${recipient} [^]*- `))]);
  }
  const wrong = await cli(work, ['advice', '--extract', 'whole', '--year', '2018', '--recipient', '03x1']);
  expect(wrong.code).toBe(2);
});

test('nobody with a protected address stands under a kommune', async () => {
  rewrite('undecided', 'persons.csv', (cells, names) =>
    cells.with(names.indexOf('address_protection'), 'confidential'),
  );
  const { advice, protected_persons } = await json<Advice>(['advice', '--extract', 'undecided', '--year', '2018']);
  expect(advice).toEqual([]);
  expect(protected_persons).toBeGreaterThan(0);
});

test('a comparison step by step does not tell where somebody with a protected address lives', async () => {
  const [, row = ''] = readFileSync(join(work, 'undecided/residence.csv'), 'utf8').split('\n');
  const person = row.split(',').find((cell) => /^\d{12}$/.test(cell)) ?? '';
  writeFileSync(join(work, 'l.db.d/pseudonym.key'), `${'ab'.repeat(32)}\n`, { mode: 0o600 });
  const argv = ['compare', 'undecided@2018', 'whole@2018', '--person', person];
  const { steps } = await json<{ steps: { shares: { recipient_id: string }[] }[] }>(argv);
  const shown = new Set(steps.flatMap(({ shares }) => shares.map(({ recipient_id }) => recipient_id)));
  expect([...shown].filter((recipient) => recipient !== 'protected')).toEqual([]);
});

interface Impacts {
  impacts: {
    assumption: string;
    limit: string;
    missing: string[];
    alternative: string;
    moved: number;
    judged_alike: boolean;
    total: number;
    recipients: { change: number }[];
  }[];
}

test('impact tells what the other split would move: the same as the scenario of it', async () => {
  const { impacts } = await json<Impacts>(['impact', '--extract', 'whole', '--year', '2018']);
  expect(impacts[0]).toMatchObject({ assumption: 'A10', limit: 'split.unit', alternative: 'by_months' });
  writeFileSync(join(work, 'months.json'), JSON.stringify({ name: 'months', assumptions: { A10: 'by_months' } }));
  const { scenarios } = await json<{ scenarios: { recipients: { amount: number; base_amount: number }[] }[] }>([
    'scenario',
    'months.json',
    '--extract',
    'whole',
    '--year',
    '2018',
  ]);
  const changes = (scenarios[0]?.recipients ?? []).map(({ amount, base_amount }) => amount - base_amount);
  expect(impacts[0]?.recipients.map(({ change }) => change)).toEqual(changes.filter((change) => change !== 0));
  expect(impacts[0]?.moved).toBe(changes.filter((change) => change > 0).reduce((sum, change) => sum + change, 0));
  expect(impacts[0]?.moved).toBeGreaterThan(0);
});

test('impact moves every limit that has another value, and tells which it cannot move or price', async () => {
  const report = await json<Impacts & { unmoved_limits: string[] }>(['impact', '--extract', 'whole', '--year', '2018']);
  const of = (limit: string, alternative: string) =>
    report.impacts.find((impact) => impact.limit === limit && impact.alternative === alternative);
  expect(of('persontilskudd.proration', 'days')?.total).toBeLessThan(0);
  expect(of('persontilskudd.decision_needed_from', 'never')?.total).toBeGreaterThan(0);
  expect(of('persontilskudd.years_paid', '4')?.missing).toEqual([
    'persontilskudd.year4/2018/low',
    'persontilskudd.year4/2018/high',
  ]);
  // Integreringsloven begins in 2021: of those paid for 2018 nobody is judged by their age on the permit.
  expect(of('persontilskudd.age_on_permit', '18-54')).toMatchObject({ moved: 0, total: 0, judged_alike: true });
  expect(of('persontilskudd.proration', 'days')?.judged_alike).toBe(false);
  expect(of('persontilskudd.years_paid', '4')?.judged_alike).toBe(false);
  expect(report.unmoved_limits).toEqual([
    'grunntilskudd.due_term',
    'hours.on_time_months',
    'starters.months',
    'terms.shares',
  ]);
});

test('impact tells no question as unanswered that it has answered, and the dearest stands first', async () => {
  const { out } = await cli(work, ['impact', '--extract', 'whole', '--year', '2018', '--rates', RATES, '--db', 'l.db']);
  const [, without = ''] = /Without another answer that the code can work with: (.*)\./.exec(out) ?? [];
  const others = without.split(', ');
  expect(others).toContain('A1');
  const rows = out.split('\n\n')[0]?.split('\n').slice(1) ?? [];
  expect(others.filter((id) => rows.some((row) => new RegExp(` ${id} `).test(row)))).toEqual([]);
  expect(out).toMatch(/\nMove nothing, as nobody .*: .*persontilskudd\.age_on_permit 18-54[,.]/);
  // Two years in place of three take most of all, and give nobody anything.
  expect(rows[0]).toMatch(/^persontilskudd\.years_paid +3 +2 +0\skr +\u2212/);
});

test('a scenario of a limit moves what impact says, and a value that no rule can read is refused', async () => {
  writeFileSync(
    join(work, 'days.json'),
    JSON.stringify({ name: 'days', limits: { 'persontilskudd.proration': 'days' } }),
  );
  const asked = ['scenario', 'days.json', '--extract', 'whole', '--year', '2018'];
  const { scenarios } = await json<{ scenarios: { recipients: { amount: number; base_amount: number }[] }[] }>(asked);
  const changes = (scenarios[0]?.recipients ?? []).reduce((sum, row) => sum + row.amount - row.base_amount, 0);
  const { impacts } = await json<Impacts>(['impact', '--extract', 'whole', '--year', '2018']);
  const impact = impacts.find(
    ({ limit, alternative }) => limit === 'persontilskudd.proration' && alternative === 'days',
  );
  expect(changes).toBe(impact?.total);
  writeFileSync(
    join(work, 'odd.json'),
    JSON.stringify({ name: 'odd', limits: { 'persontilskudd.proration': 'weeks', 'persontilskudd.unheard': '1' } }),
  );
  const refused = await cli(work, ['scenario', 'odd.json', '--extract', 'whole', '--year', '2018', '--db', 'l.db']);
  expect(refused.code).toBe(3);
  expect(refused.err).toContain('limits.persontilskudd.proration');
  expect(refused.err).toContain('full, days, months, half_year');
  expect(refused.err).toContain('limits.persontilskudd.unheard');
});
