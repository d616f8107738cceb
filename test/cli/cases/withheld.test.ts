import { temporaryFolder } from '../../support/temporary-folder';
import { ok } from '../approval/support';
import { type MadePerson, runTerm, writeExtract } from '../privacy/support/small-register';
import { cli } from '../support';
import { act, KARI, LEDGER, OLA, openCase, rows, withdraw } from './support';

const [AMAL, BABAK, CIRA] = ['201712345601', '201712345602', '201712345603'];
const PERSONS = [AMAL, BABAK, CIRA].map((id): MadePerson => ({ id: id ?? '', homes: [['1103', '2017-03-01']] }));

async function term(
  cwd: string,
  number: number,
  day: string,
  persons: readonly MadePerson[],
  merges: readonly (readonly [string, string])[] = [],
): Promise<{ runId: string; out: string }> {
  writeExtract(`${cwd}/e${number}`, persons, { takenAt: day, merges });
  return runTerm(cwd, `e${number}`, number, '--exclude', 'grunntilskudd');
}

const lines = (folder: string): string[] =>
  rows(folder, 'payout_lines.csv', 'person_ref', 'amount', 'reason', 'annual_amount', 'share_numerator', 'code');
const held = (folder: string): string[] => rows(folder, 'held.csv', 'person_ref', 'held_amount', 'reason');
const findings = (folder: string): string[] =>
  rows(folder, 'findings.csv', 'severity', 'code').filter((row) => /CASE_|PERSON_/.test(row));

test('of two persons who are gone one is kept and one corrected; both end when the person is back', async () => {
  const cwd = temporaryFolder();
  await ok(cwd, 'approve', (await term(cwd, 1, '2018-03-31', PERSONS)).runId, ...OLA);
  const left = PERSONS.slice(2);
  const open = await term(cwd, 2, '2018-06-30', left);
  expect(held(open.out)).toEqual([`${AMAL} -62300 missing_from_extract`, `${BABAK} -62300 missing_from_extract`]);
  expect(findings(open.out)).toEqual(['error PERSON_MISSING_FROM_EXTRACT', 'error PERSON_MISSING_FROM_EXTRACT']);

  await openCase(cwd, 'error', '--person', AMAL ?? '');
  await act(cwd, 1, 'correct', '--person', AMAL ?? '');
  const keep = await act(cwd, 1, 'keep', '--person', AMAL ?? '');
  await act(cwd, 1, 'correct', '--person', BABAK ?? '');
  const second = await term(cwd, 2, '2018-06-30', left);
  expect(held(second.out)).toEqual([`${AMAL} -62300 missing_from_extract`]);
  expect(lines(second.out)).toEqual([`${BABAK} -62300 correction 0 0 P-AR2-H`]);
  expect(findings(second.out)).toEqual(['info CASE_CORRECTS', 'info CASE_KEEPS']);
  await ok(cwd, 'approve', second.runId, ...OLA);
  await ok(cwd, 'verify', second.runId, '--extract', 'e2', ...LEDGER);
  // What is posted to somebody who is missing is a minus among the held: annual = posted + due later + held.
  const { grants } = await ok(cwd, 'year-end', '2018', ...LEDGER);
  for (const row of Array.isArray(grants) ? grants : []) {
    expect(row.annual).toBe(row.posted + row.due_later + row.held);
  }
  expect(grants).toContainEqual(expect.objectContaining({ component: 'persontilskudd', held: -62_300 }));
  const told = async (person = '', lang = 'nb'): Promise<string> =>
    (await cli(cwd, ['explain', '--person', person, '--run', second.runId, ...KARI, '--lang', lang])).out;
  expect(await told(AMAL)).toContain('En sak lar det bli stående (sak 1, handling 2).');
  expect(await told(BABAK)).toMatch(/en sak korrigerer det som er\s+bokført, til\s+null \(sak 1, handling 3\)/);

  // Back again: the acts have nothing to work on, and what was taken back is owed again.
  const third = await term(cwd, 3, '2018-09-30', PERSONS);
  expect(lines(third.out)).toEqual([`${BABAK} 62300 regular 62300 365 P-AR2-H`]);
  expect(findings(third.out)).toEqual(['info CASE_WITHHOLDS_NOBODY', 'info CASE_WITHHOLDS_NOBODY']);
  await withdraw(cwd, keep);
  const again = await term(cwd, 3, '2018-09-30', left);
  expect(lines(again.out)).toEqual([`${AMAL} -62300 correction 0 0 P-AR2-H`]);
}, 60_000);

test('an act under an id that was merged is that of the person', async () => {
  const cwd = temporaryFolder();
  await ok(cwd, 'approve', (await term(cwd, 1, '2018-03-31', PERSONS)).runId, ...OLA);
  await openCase(cwd, 'error', '--person', AMAL ?? '');
  await act(cwd, 1, 'correct', '--person', AMAL ?? '');
  // The new id has no row in persons, so the person is missing under it.
  const second = await term(cwd, 2, '2018-06-30', PERSONS.slice(1), [[AMAL ?? '', '201712345699']]);
  expect(lines(second.out)).toEqual(['201712345699 -62300 correction 0 0 P-AR2-H']);
  await ok(cwd, 'approve', second.runId, ...OLA);
  await ok(cwd, 'verify', second.runId, '--extract', 'e2', ...LEDGER);
}, 60_000);

test('nothing is kept or corrected of somebody whom nobody knows', async () => {
  const cwd = temporaryFolder();
  await term(cwd, 1, '2018-03-31', PERSONS);
  await openCase(cwd, 'error');
  const propose = (kind: string, person: string): Promise<{ code: number; err: string }> =>
    cli(cwd, ['case', 'propose', '1', kind, '--person', person, '--reason', 'x', ...KARI, '--lang', 'nb']);
  for (const kind of ['keep', 'correct']) {
    const stranger = await propose(kind, '201712345699');
    expect([stranger.code, stranger.err]).toEqual([
      6,
      expect.stringContaining('personen finnes verken i tilskuddsreskontroen'),
    ]);
    expect(stranger.err).not.toContain('201712345699');
  }
  expect((await propose('keep', AMAL ?? '')).code).toBe(0);
});
