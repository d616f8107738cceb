import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { ok } from '../approval/support';
import { type MadePerson, RATES, runTerm, writeExtract } from '../privacy/support/small-register';
import { cli } from '../support';
import { act, KARI, LEDGER, OLA, openCase, rows, withdraw } from './support';

const [AMAL, BABAK, CIRA] = ['201712345601', '201712345602', '201712345603'];

const person = (id: string, ...homes: MadePerson['homes']): MadePerson => ({ id, homes });
/** Two persons in 1103 and one in 1106, all in their second year. */
const PERSONS = [
  person(AMAL, ['1103', '2017-03-01']),
  person(BABAK, ['1103', '2017-03-01']),
  person(CIRA, ['1106', '2017-03-01']),
];

const lines = (folder: string): string[] =>
  rows(folder, 'payout_lines.csv', 'person_ref', 'basis_recipient_id', 'amount', 'reason');
const held = (folder: string): string[] => rows(folder, 'held.csv', 'person_ref', 'held_amount', 'reason');
const findings = (folder: string): string[] =>
  rows(folder, 'findings.csv', 'severity', 'code', 'kommune').filter((row) => row.includes('CASE_'));

const DAYS = ['--from', '2018-01-01', '--to', '2018-12-31'];

async function term(
  cwd: string,
  number: number,
  day: string,
  persons = PERSONS,
): Promise<{ runId: string; out: string }> {
  writeExtract(`${cwd}/e${number}`, persons, { takenAt: day });
  return runTerm(cwd, `e${number}`, number, '--exclude', 'grunntilskudd');
}

/** A ledger with a case, made by the first run. */
async function withCase(...about: string[]): Promise<string> {
  const cwd = temporaryFolder();
  await term(cwd, 1, '2018-03-31');
  await openCase(cwd, 'block', ...about);
  return cwd;
}

test('a person who is blocked is not paid, the rest is; the debt stands until it is released and then comes in the next run', async () => {
  const cwd = await withCase('--person', AMAL);
  const block = await act(cwd, 1, 'block', '--person', AMAL, ...DAYS);
  const first = await term(cwd, 1, '2018-03-31');
  expect(lines(first.out)).toEqual([`${BABAK} 1103 62300 regular`, `${CIRA} 1106 62300 regular`]);
  expect(held(first.out)).toEqual([`${AMAL} 62300 blocked`]);
  expect(findings(first.out)).toEqual(['warning CASE_BLOCK_HOLDS ']);
  await ok(cwd, 'approve', first.runId, ...OLA);
  await ok(cwd, 'verify', first.runId, '--extract', 'e1', ...LEDGER);

  const explain = ['explain', '--person', AMAL, '--run', first.runId, ...KARI];
  const nb = (await cli(cwd, [...explain, '--lang', 'nb'])).out.replaceAll('\u00a0', ' ');
  expect(nb).toContain('62 300 kr til 1103 Stavanger er sperret til og med 31. desember 2018 (sak 1, handling 1)');
  expect((await cli(cwd, [...explain, '--lang', 'en'])).out).toMatch(
    /is blocked until 31\sDecember\s2018 \(case 1, act 1\)/,
  );

  await withdraw(cwd, block);
  const second = await term(cwd, 2, '2018-06-30');
  expect(lines(second.out)).toEqual([`${AMAL} 1103 62300 regular`]);
  expect(held(second.out)).toEqual([]);
  await ok(cwd, 'approve', second.runId, ...OLA);
  await ok(cwd, 'verify', second.runId, '--extract', 'e2', ...LEDGER);
}, 60_000);

test.each([
  ['a kommune', ['--recipient', '1103'], [`${CIRA} 1106 62300 regular`], 'warning CASE_BLOCK_HOLDS 1103'],
  ['a component', ['--component', 'persontilskudd'], [], 'warning CASE_BLOCK_HOLDS '],
  [
    'one line',
    ['--person', BABAK, '--year', '2018', '--component', 'persontilskudd', '--basis', '1103'],
    [`${AMAL} 1103 62300 regular`, `${CIRA} 1106 62300 regular`],
    'warning CASE_BLOCK_HOLDS ',
  ],
])(
  '%s is blocked',
  async (_, what, expected, finding) => {
    const cwd = await withCase();
    await act(cwd, 1, 'block', ...what, ...DAYS);
    const { out, runId } = await term(cwd, 1, '2018-03-31');
    expect(lines(out)).toEqual(expected);
    expect(held(out)).toHaveLength(3 - expected.length);
    expect(findings(out)).toEqual([finding]);
    await ok(cwd, 'verify', runId, '--draft', '--extract', 'e1', ...LEDGER);
  },
  60_000,
);

test('a block begins by the day of the extract and ends by D; in the last term it is an error', async () => {
  const cwd = await withCase();
  await act(cwd, 1, 'block', '--recipient', '1106', '--from', '2018-04-01', '--to', '2018-12-31');
  expect(lines((await term(cwd, 1, '2018-03-31')).out)).toHaveLength(3);
  // Taken on 1 April; D is 31 March.
  const begun = await term(cwd, 1, '2018-04-01');
  expect(lines(begun.out)).toHaveLength(2);
  const last = await term(cwd, 4, '2019-01-10');
  expect(lines(last.out)).toHaveLength(2);
  expect(findings(last.out)).toEqual(['error CASE_BLOCK_HOLDS 1106']);
  await act(cwd, 1, 'block', '--recipient', '1103', '--from', '2018-01-01', '--to', '2018-03-30');
  expect(lines((await term(cwd, 1, '2018-03-31')).out)).toHaveLength(3);
}, 60_000);

test('under a block what is taken back is posted and what is owed is held: nothing is netted away', async () => {
  const cwd = await withCase();
  await ok(cwd, 'approve', (await term(cwd, 1, '2018-03-31')).runId, ...OLA);
  await act(cwd, 1, 'block', '--person', AMAL, ...DAYS);
  const moved = [person(AMAL, ['1103', '2017-03-01'], ['1106', '2018-07-01']), ...PERSONS.slice(1)];
  const second = await term(cwd, 2, '2018-06-30', moved);
  expect(lines(second.out)).toEqual([]);
  const third = await term(cwd, 3, '2018-09-30', moved);
  expect(lines(third.out)).toEqual([`${AMAL} 1103 -31406 correction`]);
  expect(held(third.out)).toEqual([`${AMAL} 31406 blocked`]);
  await ok(cwd, 'approve', third.runId, ...OLA);
  await ok(cwd, 'verify', third.runId, '--extract', 'e3', ...LEDGER);
}, 60_000);

test('a block of a person holds under an id that was merged', async () => {
  const cwd = await withCase();
  await act(cwd, 1, 'block', '--person', '201712345699', ...DAYS);
  writeExtract(`${cwd}/e1`, PERSONS, { takenAt: '2018-03-31', merges: [['201712345699', AMAL]] });
  const { out, runId } = await runTerm(cwd, 'e1', 1, '--exclude', 'grunntilskudd');
  expect(held(out)).toEqual([`${AMAL} 62300 blocked`]);
  await ok(cwd, 'verify', runId, '--draft', '--extract', 'e1', ...LEDGER);
  // Somebody without the key can work the run out again, too.
  const away = join(temporaryFolder(), runId);
  cpSync(out, away, { recursive: true });
  await ok(cwd, 'verify', away, '--extract', 'e1');
  await ok(cwd, 'explain', '--person', AMAL, '--run', runId, ...KARI);
}, 60_000);

test('grunntilskudd that was blocked at the freeze is owed at its frozen amount until it has been posted', async () => {
  const cwd = temporaryFolder();
  const counted = async (number: number, day: string, persons = PERSONS): Promise<{ runId: string; out: string }> => {
    writeExtract(`${cwd}/e${number}`, persons, { takenAt: day });
    return runTerm(cwd, `e${number}`, number, '--exclude', 'persontilskudd');
  };
  await ok(cwd, 'approve', (await counted(2, '2018-06-30')).runId, ...OLA);
  await openCase(cwd, 'block', '--recipient', '1103');
  const block = await act(cwd, 1, 'block', '--recipient', '1103', ...DAYS);
  const third = await counted(3, '2018-09-30');
  expect(lines(third.out)).toEqual([' 1106 185000 regular']);
  expect(held(third.out)).toEqual([' 185000 blocked']);
  await ok(cwd, 'approve', third.runId, ...OLA);
  await ok(cwd, 'verify', third.runId, '--extract', 'e3', ...LEDGER);

  // The register says another count since; the frozen one counts. Still blocked: owed, and an error in the last term.
  const fewer = PERSONS.slice(2);
  const fourth = await counted(4, '2018-12-31', fewer);
  expect(held(fourth.out)).toEqual([' 185000 blocked']);
  expect(rows(fourth.out, 'frozen_before.csv', 'basis_recipient_id', 'persons', 'rate_class', 'amount')).toEqual([
    '1103 2 low 185000',
  ]);
  expect(findings(fourth.out)).toEqual(['error CASE_BLOCK_HOLDS 1103']);

  await withdraw(cwd, block);
  const released = await counted(4, '2018-12-31', fewer);
  expect(lines(released.out)).toEqual([' 1103 185000 regular']);
  await ok(cwd, 'approve', released.runId, ...OLA);
  await ok(cwd, 'verify', released.runId, '--extract', 'e4', ...LEDGER);
  const told = await cli(cwd, ['explain', '--recipient', '1103', '--run', released.runId, ...KARI, '--lang', 'nb']);
  expect(told.out).toContain('Antallet for 2018 ble låst til 2 mens en sak sperret tilskuddet.');

  const again = ['--extract', 'e4', '--year', '2018', '--term', '4', '--supplement', '--rehearsal', ...KARI];
  const after = await ok(cwd, 'run', ...again, '--rates', RATES, '--exclude', 'persontilskudd');
  expect(lines(String(after.out))).toEqual([]);
  expect(existsSync(join(String(after.out), 'frozen_before.csv'))).toBe(false);
}, 60_000);
