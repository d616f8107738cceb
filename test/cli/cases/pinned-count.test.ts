import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { temporaryFolder } from '../../support/temporary-folder';
import { ok } from '../approval/support';
import { RATES, writeExtract } from '../privacy/support/small-register';
import { cli } from '../support';

const LEDGER = ['--db', 'l.db'];
const KARI = ['--as', 'kari', ...LEDGER];
const OLA = ['--as', 'ola', ...LEDGER];

interface Run {
  readonly run_id: string;
  readonly out: string;
}

/** Runs a term on an extract in which 1106 has three persons and 1103 four on the count date. */
async function run(cwd: string, year: number, term: number, ...flags: string[]): Promise<Run> {
  const day = `${year}-${['03-31', '06-30', '09-30', '12-31'][term - 1]}`;
  const homes = ['1106', '1106', '1106', '1103', '1103', '1103', '1103'];
  const persons = homes.map((kommune, place) => ({
    id: `20171234560${place + 1}`,
    homes: [[kommune, '2017-03-01']] as const,
  }));
  const extract = `e-${year}-${term}`;
  const later = ['low,185000', 'high,575000'].map((cell) => `grunntilskudd,2019,${cell},illustrative,made up,\n`);
  writeFileSync(join(cwd, 'rates.csv'), readFileSync(RATES, 'utf8') + later.join(''));
  writeExtract(join(cwd, extract), persons, { takenAt: day });
  const what = ['--extract', extract, '--year', String(year), '--term', String(term), '--rates', 'rates.csv'];
  const answer = await ok(cwd, 'run', ...what, '--exclude', 'persontilskudd', '--rehearsal', ...KARI, ...flags);
  return { run_id: String(answer.run_id), out: String(answer.out) };
}

/** A case in which a kommune's count is pinned. */
async function pin(cwd: string, caseNumber: number, kommune: string, count: number, year = 2018): Promise<number> {
  const what = ['--year', String(year), '--recipient', kommune, '--amount', String(count), '--reason', 'medhold'];
  const { act } = await ok(cwd, 'case', 'propose', String(caseNumber), 'pin_count', ...what, ...KARI);
  await ok(cwd, 'case', 'confirm', String(act), ...OLA);
  return Number(act);
}

const openCase = (cwd: string): Promise<Record<string, unknown>> =>
  ok(
    cwd,
    'case',
    'new',
    '--kind',
    'complaint',
    '--recipient',
    '1106',
    '--reference',
    '18/77',
    '--reason',
    'klage',
    ...KARI,
  );

function rows(folder: string, file: string, ...columns: string[]): string[] {
  const read: Record<string, string>[] = parse(readFileSync(join(folder, file), 'utf8'), { columns: true });
  return read.map((row) => columns.map((column) => row[column]).join(' '));
}

const lines = (folder: string): string[] =>
  rows(folder, 'payout_lines.csv', 'grant_year', 'basis_recipient_id', 'amount', 'reason', 'code');

test('a complaint on the 2018 count is upheld in November: one gets more, the other owes as much, and the nation is as before', async () => {
  const cwd = temporaryFolder();
  const third = await run(cwd, 2018, 3);
  expect(lines(third.out)).toEqual([
    '2018 1103 575000 regular Grunntilskudd-H',
    '2018 1106 185000 regular Grunntilskudd-L',
  ]);
  expect(existsSync(join(third.out, 'cases_before.csv'))).toBe(false);
  await ok(cwd, 'approve', third.run_id, ...OLA);

  await openCase(cwd);
  const unchanged = await run(cwd, 2018, 4);
  expect(lines(unchanged.out)).toEqual([]);
  await pin(cwd, 1, '1106', 4);
  await pin(cwd, 1, '1103', 3);
  const late = await cli(cwd, ['approve', unchanged.run_id, ...OLA]);
  expect([late.code, late.err]).toEqual([6, expect.stringContaining('LEDGER_CASES_CHANGED')]);

  const fourth = await run(cwd, 2018, 4);
  expect(fourth.run_id).not.toBe(unchanged.run_id);
  expect(lines(fourth.out)).toEqual([
    '2018 1103 -390000 correction Grunntilskudd-L',
    '2018 1106 390000 regular Grunntilskudd-H',
  ]);
  expect(rows(fourth.out, 'payouts.csv', 'recipient_id', 'lines_total', 'paid', 'carried_out')).toEqual([
    '1103 -390000 0 -390000',
    '1106 390000 390000 0',
  ]);
  expect(rows(fourth.out, 'cases_before.csv', 'order', 'case_number', 'kind', 'recipient_id', 'amount')).toEqual([
    '1 1 pin_count 1106 4',
    '2 1 pin_count 1103 3',
  ]);
  expect(rows(fourth.out, 'sizing.csv', 'recipient_id', 'persons', 'rate_class')).toEqual([
    '1103 3 low',
    '1106 4 high',
  ]);
  // Every krone of the case is found under it.
  const { cases } = await ok(cwd, 'preview', fourth.run_id, ...KARI);
  expect(cases).toMatchObject([
    { case_number: 1, act: 1, amount: 390_000 },
    { case_number: 1, act: 2, amount: -390_000 },
  ]);
  await ok(cwd, 'approve', fourth.run_id, ...OLA);
  await ok(cwd, 'verify', fourth.run_id, '--extract', 'e-2018-4', ...LEDGER);

  const told = await cli(cwd, ['explain', '--recipient', '1106', '--run', fourth.run_id, ...KARI, '--lang', 'nb']);
  expect(told.out).toContain('Antallet er fastsatt til 4 i en sak (sak 1, handling 1).');
  expect(told.out).toContain('Registeret selv viser 3');

  // Nothing more in the next run, and once more with another act.
  const next = await run(cwd, 2019, 1);
  expect(lines(next.out)).toEqual([]);
  await pin(cwd, 1, '1103', 4);
  const undone = await run(cwd, 2019, 1);
  expect(lines(undone.out)).toEqual(['2018 1103 390000 arrears Grunntilskudd-H']);
  await ok(cwd, 'approve', undone.run_id, ...OLA);
  await ok(cwd, 'verify', undone.run_id, '--extract', 'e-2019-1', ...LEDGER);
  expect(rows(undone.out, 'payouts.csv', 'recipient_id', 'carried_in', 'paid')).toEqual(['1103 -390000 0']);
}, 120_000);

test('a count that is pinned before the freeze is the one that is frozen; its withdrawal afterwards changes nothing', async () => {
  const cwd = temporaryFolder();
  await ok(cwd, 'approve', (await run(cwd, 2018, 2)).run_id, ...OLA);
  await openCase(cwd);
  const act = await pin(cwd, 1, '1106', 0);
  const third = await run(cwd, 2018, 3);
  expect(lines(third.out)).toEqual(['2018 1103 575000 regular Grunntilskudd-H']);
  await ok(cwd, 'approve', third.run_id, ...OLA);
  const { act: withdrawal } = await ok(cwd, 'case', 'withdraw', String(act), '--reason', 'feil', ...KARI);
  await ok(cwd, 'case', 'confirm', String(withdrawal), ...OLA);
  const fourth = await run(cwd, 2018, 4);
  expect(lines(fourth.out)).toEqual([]);
  expect(existsSync(join(fourth.out, 'cases_before.csv'))).toBe(false);
  await ok(cwd, 'verify', third.run_id, '--extract', 'e-2018-3', ...LEDGER);
}, 120_000);

test('a pin that the register agrees with again is a finding', async () => {
  const cwd = temporaryFolder();
  await ok(cwd, 'approve', (await run(cwd, 2018, 2)).run_id, ...OLA);
  await openCase(cwd);
  await pin(cwd, 1, '1106', 3);
  await pin(cwd, 1, '1106', 9, 2016);
  const third = await run(cwd, 2018, 3);
  expect(lines(third.out)).toHaveLength(2);
  const findings = rows(third.out, 'findings.csv', 'code', 'kommune').filter((row) => row.startsWith('CASE_'));
  expect(findings).toEqual(['CASE_PIN_AGREES 1106', 'CASE_PIN_NOT_COMPUTED 1106']);
}, 120_000);
