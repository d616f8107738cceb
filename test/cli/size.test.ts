import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { cli, onDay } from './support';

const folder = temporaryFolder();
const RATES = join(__dirname, '../../fixtures/demo-rates-2018.csv');
const LEDGER = ['--db', 'ledger.db'];

async function json(...argv: readonly string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await cli(folder, [...argv, '--json']);
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

async function runTerm(term: number, approve: boolean): Promise<string> {
  const what = ['run', '--extract', `ex/2018-T${term}`, '--year', '2018', '--term', String(term), '--rates', RATES];
  const { run_id: runId } = await json(...what, '--rehearsal', ...LEDGER, '--as', 'kari');
  if (approve) await json('approve', String(runId), ...LEDGER, '--as', 'ola');
  return String(runId);
}

const SIZE = ['size', '--extract', 'ex/2018-T2', '--year', '2018', '--rates', RATES, '--appropriation', '9 000 000'];

beforeAll(async () => {
  await json('generate', '--year', '2018', '--persons', '80', '--snapshots', '2', '--out', 'ex');
});

test('a size without a ledger, with its tables', async () => {
  const size = await json(...SIZE, '--out', 'tables');
  expect(size).toMatchObject({ year: 2018, as_of: '2018-06-30', appropriation: 9_000_000, budget_year: null });
  expect(Number(size.difference)).toBe(9_000_000 - Number(size.size));
  expect(statSync(join(folder, 'tables/sizing.csv')).mode & 0o777).toBe(0o600);
  const rows = readFileSync(join(folder, 'tables/sizing.csv'), 'utf8').trimEnd().split('\n').slice(1);
  expect(rows.reduce((sum, row) => sum + Number(row.split(',')[9]), 0)).toBe(size.size);
  expect((await cli(folder, [...SIZE, '--out', 'tables'])).code).toBe(2);
});

test('a missing rate stops it and is named', async () => {
  const { code, err } = await cli(folder, [
    'size',
    '--extract',
    'ex/2018-T2',
    '--year',
    '2019',
    '--as-of',
    '2018-06-30',
  ]);
  expect(code).toBe(4);
  expect(err).toContain('persontilskudd.year2/2019/high');
});

test('what is paid, ordered, in this batch, due later, carried and held is the whole size', async () => {
  onDay('2018-04-10');
  const t1 = await runTerm(1, true);
  const t2 = await runTerm(2, false);
  const { payments } = JSON.parse((await cli(folder, ['outcome', '--batch', t1, ...LEDGER, '--json'])).out);
  const key = String(payments[0].payment_ref);
  onDay('2018-04-20');
  const told = await json('outcome', key, '--refused', '--on', '2018-04-20', '--as', 'bank', ...LEDGER);
  expect(told).toMatchObject({ recorded: [key], recorded_amount: payments[0].amount });
  await json('outcome', '--batch', t1, '--paid', '--on', '2018-04-20', '--as', 'bank', ...LEDGER);
  const again = await json('outcome', '--batch', t1, '--paid', '--on', '2018-04-20', '--as', 'bank', ...LEDGER);
  expect(again).toMatchObject({ recorded: [], kept: [key] });

  const { size, budget_year: budget, draft } = await json(...SIZE, ...LEDGER);
  expect(draft).toBe(t2);
  expect(budget).toMatchObject({ refused: payments[0].amount, ordered: 0, paid_arrears: 0 });
  expect(budget).toMatchObject({ remaining: 9_000_000 - Number(size) });
  const text = await cli(folder, [...SIZE, ...LEDGER, '--lang', 'nb']);
  expect(text.out).toContain('Budsjettåret 2018 - ØVELSE');
  expect(existsSync(join(folder, 'ledger.db'))).toBe(true);
});

test('an extract that cannot be read: which command lists its faults', async () => {
  const { code, err } = await cli(folder, ['size', '--extract', temporaryFolder(), '--year', '2018', '--lang', 'nb']);
  expect(code).toBe(3);
  expect(err).toContain('norsktilskudd import --extract MAPPE --out LISTE');
  expect(err).not.toMatch(/[{}]/);
});

test('wrong use is told all at once', async () => {
  const { code, err } = await cli(folder, ['outcome', '--paid', '--refused', '--as', 'x', ...LEDGER]);
  expect(code).toBe(2);
  for (const word of ['FLAGS_EXCLUDE', '--on', 'OUTCOME_WHICH']) expect(err).toContain(word);
});
