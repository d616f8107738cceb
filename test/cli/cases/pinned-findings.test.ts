import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { ok } from '../approval/support';
import { type MadePerson, runTerm, writeExtract } from '../privacy/support/small-register';
import { act, LEDGER, OLA, openCase, rows } from './support';

const [MERGED, OLD, PLAIN, GONE] = ['201712345601', '201012345699', '201712345602', '201712345603'];
const HOME = [['1103', '2017-03-01']] as const;
const ALL: readonly MadePerson[] = [MERGED, PLAIN, GONE].map((id) => ({ id, homes: HOME }));

async function run(cwd: string, term: number, persons = ALL, merged = false): Promise<{ runId: string; out: string }> {
  const day = `2018-${['03-31', '06-30', '09-30', '12-31'][term - 1]}`;
  const merges = merged ? [[OLD, MERGED] as const] : [];
  writeExtract(join(cwd, `e-${term}`), persons, { takenAt: day, merges });
  return runTerm(cwd, `e-${term}`, term);
}

const pin = (cwd: string, person: string, kommune: string, from: string, year = '2018'): Promise<number> =>
  act(cwd, 1, 'pin_kommune', '--year', year, '--person', person, '--recipient', kommune, '--from', from);
const row = (cwd: string, kind: string, person: string, key: string, ...values: string[]): Promise<number> =>
  act(cwd, 1, kind, '--year', '2018', '--person', person, '--table', 'target_group', '--row-key', key, ...values);
const ofCases = (folder: string): string[] =>
  rows(folder, 'findings.csv', 'code', 'kommune').filter((each) => each.startsWith('CASE_'));
const lines = (folder: string): string[] =>
  rows(folder, 'payout_lines.csv', 'person_ref', 'basis_recipient_id', 'amount').filter((each) =>
    each.startsWith('20'),
  );

test('what the register says by itself, what no run computes, and who is not in the extract, are findings without a kommune', async () => {
  const cwd = temporaryFolder();
  await ok(cwd, 'approve', (await run(cwd, 2)).runId, ...OLA);
  await openCase(cwd, 'error');
  await pin(cwd, PLAIN, '1103', '2018-07-01');
  await pin(cwd, MERGED, '1114', '2018-07-01');
  await pin(cwd, PLAIN, '1114', '2016-07-01', '2016');
  await pin(cwd, GONE, '1114', '2018-07-01');
  await row(cwd, 'row_void', PLAIN, 'T-gone');
  const values = ['law=introduksjonsloven', 'category=right_and_duty', 'entered_on=2017-03-01'];
  await row(cwd, 'row_standing', PLAIN, `T${PLAIN}`, ...values.flatMap((value) => ['--row', value]));
  const third = await run(cwd, 3, ALL.slice(0, 2));
  expect(ofCases(third.out)).toEqual([
    'CASE_FACT_AGREES ',
    'CASE_FACT_AGREES ',
    'CASE_FACT_AGREES ',
    'CASE_FACT_NOT_COMPUTED ',
    'CASE_FACT_WITHOUT_PERSON ',
  ]);
  // Nobody is brought in: what is posted to the missing person stands where it is.
  expect(lines(third.out).filter((each) => each.startsWith(GONE))).toEqual([]);
  expect(rows(third.out, 'held.csv', 'person_ref', 'reason')).toEqual([`${GONE} missing_from_extract`]);
}, 120_000);

test('acts under an old person id are those of the id that it became', async () => {
  const cwd = temporaryFolder();
  const before = ALL.map((person) => (person.id === MERGED ? { ...person, id: OLD } : person));
  await ok(cwd, 'approve', (await run(cwd, 2, before)).runId, ...OLA);
  await openCase(cwd, 'error');
  await pin(cwd, OLD, '1114', '2018-01-01');
  const third = await run(cwd, 3, ALL, true);
  expect(lines(third.out)).toEqual([`${MERGED} 1103 -62300`, `${MERGED} 1114 62300`]);
  await ok(cwd, 'approve', third.runId, ...OLA);
  await ok(cwd, 'verify', third.runId, '--extract', 'e-3', ...LEDGER);
  // A row of the new id and one of the old: one person, and the later act holds.
  await pin(cwd, MERGED, '1119', '2018-01-01');
  const fourth = await run(cwd, 4, ALL, true);
  expect(lines(fourth.out)).toEqual([`${MERGED} 1114 -62300`, `${MERGED} 1119 62300`]);
}, 120_000);

test('a stored register and a new extract give the same run with pinned facts', async () => {
  const cwd = temporaryFolder();
  await ok(cwd, 'approve', (await run(cwd, 2)).runId, ...OLA);
  await openCase(cwd, 'error');
  await row(cwd, 'row_void', PLAIN, `T${PLAIN}`);
  const third = await run(cwd, 3);
  expect(lines(third.out)).toEqual([`${PLAIN} 1103 -62300`]);
  const stored = await ok(cwd, 'import', '--extract', 'e-3', ...LEDGER);
  const snapshot = ['--snapshot', String(stored.snapshot_id ?? stored.snapshot), '--year', '2018', '--term', '3'];
  const rates = join(__dirname, '../../../fixtures/demo-rates-2018.csv');
  const again = await ok(cwd, 'run', ...snapshot, '--rates', rates, '--rehearsal', '--as', 'kari', ...LEDGER);
  expect(again.run_id).toBe(third.runId);
}, 120_000);
