import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';

const work = temporaryFolder();
const RATES = join(__dirname, '../../../fixtures/demo-rates-2018.csv');
const NO_PERSONS = ['persontilskudd', 'asylnorsk', 'kulturtilskudd'].flatMap((component) => ['--exclude', component]);

async function json<T>(argv: readonly string[]): Promise<T> {
  const { code, out, err } = await cli(work, [...argv, '--db', 'years.db', '--json']);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
}

async function run(year: number, extra: readonly string[]): Promise<string> {
  const flags = ['--extract', 'extracts/2018-T1', '--year', String(year), '--term', '3', '--rates', RATES];
  return (await json<{ run_id: string }>(['run', ...flags, ...extra, '--rehearsal', '--as', 'kari'])).run_id;
}

interface Preview {
  this_term: { persons: number; paid: number };
  last_term: { run_id: string } | null;
  same_term_last_year: { run_id: string; persons: number; paid: number } | null;
  limits: { name: string; value: number | null; breached: boolean }[];
}

test('the same term of the year before stands beside the run, and a change from it can break a limit', async () => {
  const generated = await cli(
    work,
    'generate --persons 120 --year 2018 --seed 8 --snapshots 1 --first-term 1 --out extracts'.split(' '),
  );
  expect(generated.code).toBe(0);
  const before = await run(2017, NO_PERSONS);
  await json(['approve', before, '--as', 'ola']);
  const now = await run(2018, NO_PERSONS);
  writeFileSync(
    join(work, 'limits.json'),
    JSON.stringify({ limits: { paid_change_percent: 0, persons_change_percent: 5 } }),
  );
  const preview = await json<Preview>(['preview', now, '--config', 'limits.json']);
  expect([preview.same_term_last_year?.run_id, preview.last_term?.run_id]).toEqual([before, before]);
  const [paid, paidBefore = 0] = [preview.this_term.paid, preview.same_term_last_year?.paid];
  expect(paidBefore).toBeGreaterThan(0);
  const percent = Math.ceil((Math.abs(paid - paidBefore) * 100) / paidBefore);
  expect(preview.limits).toEqual([
    { name: 'persons_change_percent', limit: 5, value: null, breached: false },
    { name: 'paid_change_percent', limit: 0, value: percent, breached: percent > 0 },
  ]);
}, 60_000);
