import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { madeExtract } from '../made-extract';
import { cli, onDay } from '../support';

const folder = temporaryFolder();
const RATES = join(__dirname, '../../../fixtures/demo-rates-2018.csv');
const LEDGER = ['--db', 'ledger.db'];
const ALONE = ['--exclude', 'grunntilskudd', '--rates', RATES];

type Answer = Record<string, unknown> & { readonly budget: Budget; readonly budget_year: Budget };
type Budget = Readonly<Record<string, number | null>>;

async function json(...argv: readonly string[]): Promise<Answer> {
  const { code, out, err } = await cli(folder, [...argv, '--json']);
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

async function run(extract: string, term: number): Promise<string> {
  const what = ['run', '--extract', extract, '--year', '2018', '--term', String(term), ...ALONE];
  return String((await json(...what, '--rehearsal', ...LEDGER, '--as', 'kari')).run_id);
}
const approve = (runId: string) => json('approve', runId, ...LEDGER, '--as', 'ola');
const paid = (runId: string, on: string) => {
  onDay(on);
  return json('outcome', '--batch', runId, '--paid', '--on', on, '--as', 'bank', ...LEDGER);
};
const preview = async (runId: string) =>
  (await json('preview', runId, ...LEDGER, '--appropriation', '9000000', '--as', 'ola')).budget;

const three = madeExtract(join(folder, 'three'), '2018-03-31', { personer: '3' });
const ids = new Set<string>();
/** The same register without the last of the three, as if somebody had been left out by mistake. */
const two = madeExtract(join(folder, 'two'), '2018-06-30', { personer: '3' }, (_table, lines) => {
  for (const line of lines) ids.add(line.slice(0, 12));
  const last = [...ids].sort().at(2) ?? '';
  return lines.filter((line) => !line.startsWith(last));
});

/*
 * Three persons alike, 9 000 000 kr. One of them is missing from the extract of T2: nothing of theirs is due later, and
 * what they have been paid is nobody else's.
 */
test('due later is what the engine has to pay yet, whoever is missing from the extract', async () => {
  onDay('2018-04-10');
  const t1 = await run(three, 1);
  const seen = await preview(t1);
  await approve(t1);
  await paid(t1, '2018-04-20');
  expect(seen.this_batch).toBeGreaterThan(0);
  expect(await preview(t1)).toEqual(seen);
  const size = await json('size', '--extract', two, '--year', '2018', ...ALONE, ...LEDGER);
  const grantedNok = Number(size.budget_year.paid);
  expect(grantedNok).toBe(seen.this_batch);
  expect(grantedNok % 3).toBe(0);
  expect(size.budget_year.due_later).toBe(Number(size.size) - (2 * grantedNok) / 3);
});

test('the budget of a posted run stays what its approver saw', async () => {
  const t2 = await run(two, 2);
  const seen = await preview(t2);
  expect(seen).toMatchObject({ ordered: 0, earlier_system_paid: 0 });
  await approve(t2);
  await paid(t2, '2018-07-20');
  const t4 = await run(two, 4);
  await approve(t4);
  expect(await preview(t2)).toEqual(seen);
  expect((await preview(t4)).paid).toBe(Number(seen.paid) + Number(seen.this_batch));
});

test('what an earlier system paid is not known, and nothing is unspent by guess', async () => {
  const [person = ''] = [...ids].sort();
  const postings = join(folder, 'postings.csv');
  const header = 'grant_year,component,person_id,recipient_id,amount,code';
  writeFileSync(postings, `${header}\n2018,persontilskudd,${person},0301,1000,P-AR1-H\n`);
  const OPENED = ['--db', 'opened.db'];
  const opening = await json('open-ledger', '--postings', postings, '--as', 'kari', '--rehearsal', ...OPENED);
  await json('approve', String(opening.run_id), '--as', 'ola', ...OPENED);
  const argv = ['size', '--extract', two, '--year', '2018', ...ALONE, '--appropriation', '9000000'];
  const size = await json(...argv, ...OPENED);
  expect(size.budget_year).toMatchObject({ earlier_system_paid: null, paid: 0, unspent: null, remaining: null });
  expect(size.budget_year.due_later).toBe(Number(size.size) - 1000);
  const { out } = await cli(folder, [...argv, ...OPENED]);
  expect(out).toContain('What an earlier system has paid in or for 2018 is not known');
  expect(out).not.toContain('unspent');
});
