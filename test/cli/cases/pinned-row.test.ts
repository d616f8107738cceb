import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { ok } from '../approval/support';
import { type MadePerson, runTerm, writeExtract } from '../privacy/support/small-register';
import { cli } from '../support';
import { act, KARI, LEDGER, OLA, openCase, rows, withdraw } from './support';

const [TWICE, PLAIN, HIDDEN] = ['201712345601', '201712345602', '201712345603'];
const PERSONS: readonly MadePerson[] = [
  { id: TWICE, homes: [['1103', '2017-03-01']], country: 'SYR' },
  { id: PLAIN, homes: [['1106', '2017-03-01']], country: 'SYR' },
  { id: HIDDEN, homes: [['1108', '2017-03-01']], protection: 'strictly_confidential' },
];

async function run(cwd: string, term: number): Promise<{ runId: string; out: string }> {
  const day = `2018-${['03-31', '06-30', '09-30', '12-31'][term - 1]}`;
  writeExtract(join(cwd, `e-${term}`), PERSONS, { takenAt: day });
  return runTerm(cwd, `e-${term}`, term);
}

const row = (
  person: string,
  kind: 'row_void' | 'row_standing',
  table: string,
  key: string,
  ...values: string[]
): string[] => [
  ...[kind, '--year', '2018', '--person', person, '--table', table, '--row-key', key],
  ...values.flatMap((value) => ['--row', value]),
];

async function decide(cwd: string, ...[kind = '', ...what]: string[]): Promise<number> {
  return act(cwd, 1, kind, ...what);
}

const lines = (folder: string): string[] =>
  rows(folder, 'payout_lines.csv', 'person_ref', 'component', 'basis_recipient_id', 'amount', 'code').filter((each) =>
    each.includes(' persontilskudd '),
  );

/** A ledger with the second term posted and an open case. */
async function withCase(): Promise<string> {
  const cwd = temporaryFolder();
  await ok(cwd, 'approve', (await run(cwd, 2)).runId, ...OLA);
  await openCase(cwd, 'error');
  return cwd;
}

test('a row that does not count takes back what rests on it, and its withdrawal pays it again', async () => {
  const cwd = await withCase();
  const number = await decide(cwd, ...row(PLAIN, 'row_void', 'target_group', `T${PLAIN}`));
  const third = await run(cwd, 3);
  expect(lines(third.out)).toEqual([`${PLAIN} persontilskudd 1106 -62300 P-AR2-H`]);
  await ok(cwd, 'approve', third.runId, ...OLA);
  await ok(cwd, 'verify', third.runId, '--extract', 'e-3', ...LEDGER);
  const told = await cli(cwd, [
    'explain',
    '--format',
    'full',
    '--person',
    PLAIN,
    '--run',
    third.runId,
    ...KARI,
    '--lang',
    'nb',
    '--why-not',
  ]);
  expect([told.code, told.err]).toEqual([0, '']);
  expect(told.out).toMatch(/En sak har avgjort det siden \(sak 1\)/);
  await withdraw(cwd, number);
  // The run is explained and checked by what was in force when it was made.
  const still = await cli(cwd, [
    'explain',
    '--format',
    'full',
    '--person',
    PLAIN,
    '--run',
    third.runId,
    ...KARI,
    '--lang',
    'nb',
    '--why-not',
  ]);
  expect(still.out).toBe(told.out);
  await ok(cwd, 'verify', third.runId, '--extract', 'e-3', ...LEDGER);
  const fourth = await run(cwd, 4);
  expect(lines(fourth.out)).toEqual([`${PLAIN} persontilskudd 1106 62300 P-AR2-H`]);
}, 120_000);

test('a row that counts as it is given stands in place of the register’s, also for the year of entry', async () => {
  const cwd = await withCase();
  const values = ['law=introduksjonsloven', 'category=rett_og_plikt', 'entered_on=01.02.2016'];
  await decide(cwd, ...row(TWICE, 'row_standing', 'target_group', `T${TWICE}`, ...values));
  const home = ['kommune=1119', 'kind=registered', 'from_date=2017-03-01', 'to_date=2018-01-10'];
  await decide(cwd, ...row(PLAIN, 'row_standing', 'residence', '1106/2017-03-01', ...home));
  await decide(cwd, ...row(HIDDEN, 'row_void', 'residence', '1108/2017-03-01'));
  const fourth = await run(cwd, 4);
  expect(lines(fourth.out)).toEqual([
    `${TWICE} persontilskudd 1103 -18950 P-AR3-H`,
    `${PLAIN} persontilskudd 1106 -62300 P-AR2-H`,
    `${PLAIN} persontilskudd 1119 62300 P-AR2-H`,
    `${HIDDEN} persontilskudd 1108 -62300 P-AR2-H`,
  ]);
  expect(rows(fourth.out, 'held.csv', 'person_ref', 'held_amount', 'reason')).toContain(`${HIDDEN} 62300 no_recipient`);
  await ok(cwd, 'approve', fourth.runId, ...OLA);
  await ok(cwd, 'verify', fourth.runId, '--extract', 'e-4', ...LEDGER);
  await ok(cwd, 'verify', fourth.out);
  const told = await cli(cwd, [
    'explain',
    '--format',
    'full',
    '--person',
    TWICE,
    '--run',
    fourth.runId,
    ...KARI,
    '--lang',
    'en',
  ]);
  expect(told.out).toMatch(/The person entered the target group in 2016, so 2018 is year 3/);
  expect(told.out).toMatch(/\[case 1,\s+act 1/);
  const hidden = await cli(cwd, [
    'explain',
    '--format',
    'full',
    '--person',
    HIDDEN,
    '--run',
    fourth.runId,
    ...KARI,
    '--lang',
    'en',
  ]);
  expect(hidden.out).not.toMatch(/1108|Sandnes/);
  const shown = await cli(cwd, ['case', 'show', '1', ...LEDGER, '--lang', 'en']);
  expect(shown.out).toContain('row: kommune=1119, kind=registered, from_date=2017-03-01, to_date=2018-01-10');
  expect(shown.out).not.toMatch(/1108|Sandnes/);
}, 120_000);

test('a row that cannot be, and a key that is none, are refused with all that is wrong', async () => {
  const cwd = await withCase();
  const bad = row(PLAIN, 'row_standing', 'residence', '1106', 'kommune=1106', 'kind=hytte', 'to_date=2018-02-30');
  const refused = await cli(cwd, ['case', 'propose', '1', ...bad, '--reason', 'x', ...KARI]);
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('CASE_ROW_COLUMN')]);
  for (const column of ['kind', 'from_date', 'to_date']) expect(refused.err).toContain(column);
  const nowhere = row(PLAIN, 'row_void', 'residence', '9999/2017-03-01');
  const unknown = await cli(cwd, ['case', 'propose', '1', ...nowhere, '--reason', 'x', ...KARI]);
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('CASE_PLACE_UNKNOWN')]);
  const key = await cli(cwd, [
    'case',
    'propose',
    '1',
    ...row(PLAIN, 'row_void', 'residence', 'x'),
    '--reason',
    'x',
    ...KARI,
  ]);
  expect([key.code, key.err]).toEqual([6, expect.stringContaining('LEDGER_CASE_KEY')]);
}, 120_000);

test('an explanation has what the register says beside what a case decides, where no row is left, too', async () => {
  const cwd = await withCase();
  await decide(cwd, ...row(PLAIN, 'row_void', 'target_group', `T${PLAIN}`));
  const home = ['kommune=1119', 'kind=registered', 'from_date=2018-01-01'];
  await decide(cwd, ...row(TWICE, 'row_standing', 'residence', '1103/2017-03-01', ...home));
  const third = await run(cwd, 3);
  const explain = async (person: string): Promise<string> => {
    const told = await cli(cwd, [
      'explain',
      '--format',
      'full',
      '--person',
      person,
      '--run',
      third.runId,
      ...KARI,
      '--lang',
      'en',
      '--why-not',
    ]);
    expect([told.code, told.err]).toEqual([0, '']);
    return told.out.replace(/\s+/g, ' ');
  };
  const plain = await explain(PLAIN);
  expect(plain).toContain('A case decides that a row does not count. [case 1, act 1] The register says:');
  expect(plain).toMatch(/Right and duty from 1 March 2017 \(introduksjonsloven\) \[target_group\.csv:3\]/);
  const twice = await explain(TWICE);
  expect(twice).toMatch(
    /A case decides what a row says: \[case 1, act 2\] living in 1119 Hå from 1 January 2018 \[case 1, act 2\]/i,
  );
  expect(twice).toMatch(/The register says: living in 1103 Stavanger from 1 March 2017 \[residence\.csv:2\]/i);
}, 120_000);
