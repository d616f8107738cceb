import { cpSync } from 'node:fs';
import { temporaryFolder } from '../../support/temporary-folder';
import { ok } from '../approval/support';
import { type MadePerson, runTerm, writeExtract } from '../privacy/support/small-register';
import { cli } from '../support';
import { act, KARI, LEDGER, OLA, openCase, rows, withdraw } from './support';

const [AMAL, BABAK] = ['201712345601', '201712345602'];
const PERSONS = [AMAL, BABAK].map((id): MadePerson => ({ id: id ?? '', homes: [['1103', '2017-03-01']] }));

async function term(
  cwd: string,
  number: number,
  day: string,
  ...more: string[]
): Promise<{ runId: string; out: string }> {
  writeExtract(`${cwd}/e${number}`, PERSONS, { takenAt: day });
  return runTerm(cwd, `e${number}`, number, '--exclude', 'grunntilskudd', ...more);
}

const lines = (folder: string): string[] =>
  rows(
    folder,
    'payout_lines.csv',
    'grant_year',
    'person_ref',
    'basis_recipient_id',
    'recipient_id',
    'amount',
    'reason',
  );
const held = (folder: string): string[] =>
  rows(folder, 'held.csv', 'grant_year', 'person_ref', 'annual_amount', 'held_amount', 'reason');
const payouts = (folder: string): string[] =>
  rows(folder, 'payouts.csv', 'recipient_id', 'lines_total', 'carried_in', 'paid', 'carried_out');

/** What an adjustment says. */
function adjustment(amountNok: number, person = AMAL, year = 2018, recipient = '1103', code = 'P-JUST'): string[] {
  const what = ['--year', String(year), '--component', 'persontilskudd', '--recipient', recipient];
  return [...what, ...(person ? ['--person', person] : []), '--amount', String(amountNok), '--code', code];
}

async function withCase(): Promise<string> {
  const cwd = temporaryFolder();
  await term(cwd, 1, '2018-03-31');
  await openCase(cwd, 'complaint');
  return cwd;
}

test('an adjustment is a line of its own under its case; it nets and no run takes it back', async () => {
  const cwd = await withCase();
  await act(cwd, 1, 'adjustment', ...adjustment(-100_000));
  await act(cwd, 1, 'adjustment', ...adjustment(2_500, AMAL, 2018, '1103', 'P-AR2-H'));
  const first = await term(cwd, 1, '2018-03-31');
  expect(lines(first.out)).toEqual([
    `2018 ${AMAL} 1103 1103 62300 regular`,
    `2018 ${AMAL} 1103 1103 -100000 adjustment`,
    `2018 ${AMAL} 1103 1103 2500 adjustment`,
    `2018 ${BABAK} 1103 1103 62300 regular`,
  ]);
  const cells = rows(first.out, 'payout_lines.csv', 'annual_amount', 'share_numerator', 'share_denominator', 'code');
  expect(cells[1]).toBe(' 0 1 P-JUST');
  // A code that its component does not have is paid, with a warning before anybody approves it.
  const warned = rows(first.out, 'findings.csv', 'severity', 'code', 'message').filter((row) => /CASE_/.test(row));
  expect(warned).toEqual([
    expect.stringMatching(/^warning CASE_CODE_UNKNOWN .*handling 1\) har koden P-JUST\. .* P-AR1-L, .*P-AR3-H\.$/),
  ]);
  expect(payouts(first.out)).toEqual(['1103 27100 0 27100 0']);
  await ok(cwd, 'approve', first.runId, ...OLA);
  await ok(cwd, 'verify', first.runId, '--extract', 'e1', ...LEDGER);
  const yearEnd = await ok(cwd, 'year-end', '2018', ...LEDGER);
  const sums = { annual: 124_600, posted: 124_600, due_later: 0, held: 0, adjusted: -97_500 };
  expect(yearEnd).toMatchObject({ grants: expect.arrayContaining([{ component: 'persontilskudd', ...sums }]) });

  const explained = async (what: readonly string[], lang = 'nb'): Promise<string> => {
    const told = await cli(cwd, ['explain', ...what, '--run', first.runId, ...KARI, '--lang', lang]);
    return told.out.replaceAll(/\s+/g, ' ');
  };
  expect(await explained(['--person', AMAL ?? ''])).toContain(
    'En justering på 2 500 kr til 1103 Stavanger med koden P-AR2-H (sak 1, handling 2).',
  );
  // Neither line names a place that nobody may see.
  expect(await explained(['--person', AMAL ?? ''], 'en')).toMatch(
    / 1103 Stavanger gets 2 500 kr of persontilskudd for 2018 /,
  );
  expect(await explained([`${first.runId}-2`], 'en')).toContain('An adjustment of −100 000 kr to 1103 Stavanger');
  await ok(cwd, 'explain', '--recipient', '1103', '--run', first.runId, ...KARI);

  expect(await ok(cwd, 'preview', first.runId, ...OLA)).toMatchObject({
    cases: [
      { case_number: 1, act: 1, kind: 'adjustment', amount: -100_000 },
      { case_number: 1, act: 2, kind: 'adjustment', amount: 2_500 },
    ],
  });
  expect(await ok(cwd, 'status', ...LEDGER)).toMatchObject({ open_acts: [] });
  const shown = await ok(cwd, 'case', 'show', '1', ...LEDGER);
  expect(shown).toMatchObject({ acts: [{ posted_by: first.runId }, { posted_by: first.runId }] });
  const late = await cli(cwd, ['case', 'withdraw', '1', '--reason', 'feil', ...KARI]);
  expect([late.code, late.err]).toEqual([6, expect.stringContaining('LEDGER_CASE_ADJUSTMENT_POSTED')]);
  const second = await term(cwd, 2, '2018-06-30');
  expect(lines(second.out)).toEqual([]);
}, 60_000);

test('after annulment an adjustment comes again', async () => {
  const cwd = await withCase();
  await act(cwd, 1, 'adjustment', ...adjustment(1_000));
  const first = await term(cwd, 1, '2018-03-31');
  await ok(cwd, 'approve', first.runId, ...OLA);
  const annulled = await ok(cwd, 'annul', first.runId, '--reason', 'feil sats', ...KARI);
  await ok(cwd, 'approve', `${first.runId}-annulment`, ...OLA);
  expect(annulled).toBeDefined();
  const again = await term(cwd, 1, '2018-03-31', '--supplement');
  expect(lines(again.out)).toEqual(lines(first.out));
  await ok(cwd, 'approve', again.runId, ...OLA);
  await ok(cwd, 'verify', again.runId, '--extract', 'e1', ...LEDGER);
}, 60_000);

test('one that pays waits under a block, beside conservation; one that takes back is posted', async () => {
  const cwd = await withCase();
  const block = await act(cwd, 1, 'block', '--person', AMAL ?? '', '--from', '2018-01-01', '--to', '2018-12-31');
  await act(cwd, 1, 'adjustment', ...adjustment(5_000));
  await act(cwd, 1, 'adjustment', ...adjustment(-1_000));
  const first = await term(cwd, 1, '2018-03-31');
  expect(lines(first.out)).toEqual([
    `2018 ${AMAL} 1103 1103 -1000 adjustment`,
    `2018 ${BABAK} 1103 1103 62300 regular`,
  ]);
  expect(held(first.out)).toEqual([`2018 ${AMAL}  5000 adjustment_waits`, `2018 ${AMAL} 62300 62300 blocked`]);
  await ok(cwd, 'approve', first.runId, ...OLA);
  await ok(cwd, 'verify', first.runId, '--extract', 'e1', ...LEDGER);
  await withdraw(cwd, block);
  const second = await term(cwd, 2, '2018-06-30');
  expect(lines(second.out)).toEqual([`2018 ${AMAL} 1103 1103 62300 regular`, `2018 ${AMAL} 1103 1103 5000 adjustment`]);
}, 60_000);

test('of a year that no run computes, for a number that is no more, and for somebody whom nobody knows', async () => {
  const cwd = await withCase();
  await act(cwd, 1, 'adjustment', ...adjustment(700, '201012345678', 2010, '0104'));
  const first = await term(cwd, 1, '2018-03-31');
  await ok(cwd, 'explain', '--person', '201012345678', '--run', first.runId, ...KARI);
  expect(lines(first.out)[0]).toBe('2010 201012345678 0104 0104 700 adjustment');
  await ok(cwd, 'approve', first.runId, ...OLA);
  await ok(cwd, 'verify', first.runId, '--extract', 'e1', ...LEDGER);
}, 60_000);

test('a run with an adjustment of somebody whom the extract does not have verifies without ledger and key', async () => {
  const cwd = await withCase();
  await act(cwd, 1, 'adjustment', ...adjustment(2_500, '201712345603'));
  const { out } = await term(cwd, 1, '2018-03-31');
  expect(lines(out)).toContain('2018 201712345603 1103 1103 2500 adjustment');
  const elsewhere = temporaryFolder();
  cpSync(out, `${elsewhere}/run`, { recursive: true });
  cpSync(`${cwd}/e1`, `${elsewhere}/e1`, { recursive: true });
  await ok(elsewhere, 'verify', 'run', '--extract', 'e1', '--draft');
});
