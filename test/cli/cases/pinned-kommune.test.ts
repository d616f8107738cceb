import { join } from 'node:path';
import { reportedCodes, standalone } from '../../audit/verify/standalone';
import { change, copyOf, reseal } from '../../audit/verify/two-terms';
import { temporaryFolder } from '../../support/temporary-folder';
import { ok } from '../approval/support';
import { type MadePerson, runTerm, writeExtract } from '../privacy/support/small-register';
import { cli } from '../support';
import { act, KARI, LEDGER, OLA, openCase as open, rows, withdraw } from './support';

const [MOVED, HIDDEN, HOMELESS] = ['201712345601', '201712345602', '201712345603'];

/** Somebody in 1103, somebody whose address is protected in 1106, and somebody of whom no home is known. */
const PERSONS: readonly MadePerson[] = [
  { id: MOVED, homes: [['1103', '2017-03-01']] },
  { id: HIDDEN, homes: [['1106', '2017-03-01']], protection: 'strictly_confidential' },
  { id: HOMELESS, homes: [] },
];

async function run(cwd: string, term: number, ...flags: string[]): Promise<{ runId: string; out: string }> {
  const day = `2018-${['03-31', '06-30', '09-30', '12-31'][term - 1]}`;
  writeExtract(join(cwd, `e-${term}`), PERSONS, { takenAt: day });
  return runTerm(cwd, `e-${term}`, term, ...flags);
}

const pin = (cwd: string, person: string, kommune: string, from: string): Promise<number> =>
  act(cwd, 1, 'pin_kommune', '--year', '2018', '--person', person, '--recipient', kommune, '--from', from);

const openCase = (cwd: string): Promise<number> => open(cwd, 'error');

const lines = (folder: string): string[] =>
  rows(folder, 'payout_lines.csv', 'person_ref', 'component', 'basis_recipient_id', 'amount', 'share_numerator').filter(
    (row) => row.includes(' persontilskudd '),
  );

test('a kommune that a case names from a day: the days after it are that kommune’s, and true-up follows', async () => {
  const cwd = temporaryFolder();
  const second = await run(cwd, 2);
  expect(lines(second.out)).toEqual([
    `${MOVED} persontilskudd 1103 62300 365`,
    `${HIDDEN} persontilskudd 1106 62300 365`,
  ]);
  await ok(cwd, 'approve', second.runId, ...OLA);
  await openCase(cwd);
  await pin(cwd, MOVED, '1114', '2018-10-20');
  await pin(cwd, HIDDEN, '1103', '2018-01-01');
  const fourth = await run(cwd, 4);
  // 73 days of 365 from 20 October.
  expect(lines(fourth.out)).toEqual([
    `${MOVED} persontilskudd 1103 -12460 292`,
    `${MOVED} persontilskudd 1114 12460 73`,
    `${HIDDEN} persontilskudd 1103 62300 365`,
    `${HIDDEN} persontilskudd 1106 -62300 0`,
  ]);
  await ok(cwd, 'approve', fourth.runId, ...OLA);
  await ok(cwd, 'verify', fourth.runId, '--extract', 'e-4', ...LEDGER);
  await ok(cwd, 'verify', fourth.out);

  expect(reportedCodes(standalone(fourth.out).err)).toEqual([]);
  const forgeries: readonly [edit: (text: string) => string, code: string][] = [
    [(text) => text.replace(',1114,', ',1119,'), 'VERIFY_CASE_FACT_UNFOUNDED'],
    [(text) => text.replace('2018-10-20', '2018-11-20'), 'VERIFY_CASE_FACT_UNFOUNDED'],
    [(text) => text.replace('2018-10-20', '2018-09-20'), 'VERIFY_CASE_FACT_UNREAD'],
  ];
  for (const [edit, code] of forgeries) {
    const copy = copyOf(fourth.out);
    change(copy, 'cases_before.csv', edit);
    reseal(copy);
    expect(reportedCodes(standalone(copy).err)).toContain(code);
  }

  const sized = await ok(cwd, 'size', '--extract', 'e-4', '--year', '2018', ...LEDGER, '--out', 'sized');
  expect(sized.warnings).toMatchObject([{ code: 'SIZE_WITH_CASES', params: { acts: 2 } }]);
  expect(rows(join(cwd, 'sized'), 'sizing.csv', 'recipient_id', 'component', 'days')).toContain(
    '1114 persontilskudd 73',
  );
  const compared = await ok(cwd, 'compare', second.runId, fourth.runId, ...LEDGER);
  expect(compared.warnings).toMatchObject([
    { code: 'COMPARE_WITHOUT_CASES', params: { runId: fourth.runId, acts: 2 } },
  ]);
  const preview = await cli(cwd, ['preview', fourth.runId, ...KARI, '--lang', 'nb']);
  expect(preview.out).toMatch(/1 +1 +personen hører til kommunen +2018/);
  expect((await ok(cwd, 'preview', fourth.runId, ...KARI)).cases).toMatchObject([
    { case_number: 1, act: 1, kind: 'pin_kommune', grant_year: 2018, component: null, amount: 0 },
    { case_number: 1, act: 2, kind: 'pin_kommune', grant_year: 2018 },
  ]);
  const told = await cli(cwd, [
    'explain',
    '--format',
    'full',
    '--person',
    MOVED,
    '--run',
    fourth.runId,
    ...KARI,
    '--lang',
    'nb',
  ]);
  expect(told.out).toMatch(/fastsatt i en sak til\s+1114\sBjerkreim\.\s+\[sak\s+1,\s+handling\s+1\]/);
  expect(told.out).toMatch(/En sak har avgjort det siden \(sak 1\): kommunen\stil\spersonen/);
  expect(told.out).toMatch(/bosatt i 1103\sStavanger/);
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
    'nb',
  ]);
  expect(hidden.code).toBe(0);
  expect(hidden.out).not.toMatch(/1103|1106|Stavanger|Haugesund/);
  const shown = await cli(cwd, ['case', 'show', '1', ...LEDGER, '--lang', 'nb']);
  expect(shown.out).toContain('1114');
  expect(shown.out).not.toContain('1103');
}, 120_000);

test('where the register has no home on the count date, what a case names stands in for it', async () => {
  const cwd = temporaryFolder();
  await ok(cwd, 'approve', (await run(cwd, 2)).runId, ...OLA);
  await openCase(cwd);
  await pin(cwd, HOMELESS, '1119', '2018-01-01');
  await pin(cwd, MOVED, '1119', '2018-01-01');
  const third = await run(cwd, 3);
  const counted = rows(third.out, 'payout_lines.csv', 'component', 'basis_recipient_id', 'amount');
  expect(counted.filter((row) => row.startsWith('grunntilskudd'))).toEqual([
    'grunntilskudd 1103 185000',
    'grunntilskudd 1106 185000',
    'grunntilskudd 1119 185000',
  ]);
  await ok(cwd, 'approve', third.runId, ...OLA);
  await ok(cwd, 'verify', third.runId, '--extract', 'e-3', ...LEDGER);
  const told = await cli(cwd, [
    'explain',
    '--format',
    'full',
    '--person',
    HOMELESS,
    '--run',
    third.runId,
    ...KARI,
    '--lang',
    'en',
  ]);
  expect(told.out).toMatch(/The person counts in 1119\sHå, as a case decides/);
  // The count of somebody who has a home goes by it: only persontilskudd goes by the case.
  const moved = await cli(cwd, [
    'explain',
    '--format',
    'full',
    '--person',
    MOVED,
    '--run',
    third.runId,
    ...KARI,
    '--lang',
    'en',
  ]);
  expect(moved.out.match(/A case decides the kommune of the person/g)).toHaveLength(1);
}, 120_000);

test('of two kommuner from one day the act confirmed later holds, of two days the later one', async () => {
  const cwd = temporaryFolder();
  await ok(cwd, 'approve', (await run(cwd, 2)).runId, ...OLA);
  await openCase(cwd);
  await pin(cwd, MOVED, '1119', '2018-12-22');
  await pin(cwd, MOVED, '1114', '2018-12-12');
  const late = await pin(cwd, MOVED, '1119', '2018-12-12');
  const fourth = await run(cwd, 4);
  expect(lines(fourth.out)).toEqual([`${MOVED} persontilskudd 1103 -3414 345`, `${MOVED} persontilskudd 1119 3414 20`]);
  await withdraw(cwd, late);
  const again = await run(cwd, 4);
  expect(lines(again.out)).toEqual([
    `${MOVED} persontilskudd 1103 -3414 345`,
    `${MOVED} persontilskudd 1114 1707 10`,
    `${MOVED} persontilskudd 1119 1707 10`,
  ]);
}, 120_000);

test('a number that is no kommune, and a day after the year, are refused', async () => {
  const cwd = temporaryFolder();
  await run(cwd, 2);
  await openCase(cwd);
  const what = ['case', 'propose', '1', 'pin_kommune', '--year', '2018', '--person', MOVED, '--recipient', '11'];
  const refused = await cli(cwd, [...what, '--from', '2019-01-01', '--reason', 'x', ...KARI]);
  expect([refused.code, refused.err]).toEqual([6, expect.stringContaining('LEDGER_CASE_NO_KOMMUNE')]);
  expect(refused.err).toContain('LEDGER_CASE_DAY_AFTER_YEAR');
}, 120_000);
