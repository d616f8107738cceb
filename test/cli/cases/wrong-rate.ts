import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { ok } from '../approval/support';
import { writeExtract } from '../privacy/support/small-register';
import { cli, today } from '../support';
import { KARI, LEDGER, OLA, rows } from './support';

/*
 * Somebody typed 63 200 for 62 300, and the batch of 4 210 persons was approved: 3 789 000 kroner too much. What becomes of it
 * depends on whether the payments have been handed over.
 */
const RIGHT = 62_300;
const WRONG = 63_200;

interface Run {
  readonly runId: string;
  readonly out: string;
}

const idOf = (place: number): string => `2017${String(10_000_000 + place)}`;

/** A rehearsal in which the wrong batch of T1 is posted. */
async function wrongBatch(count: number): Promise<{ cwd: string; wrong: Run }> {
  const cwd = temporaryFolder();
  const persons = Array.from({ length: count }, (_, place) => ({
    id: idOf(place),
    homes: [[place % 2 === 0 ? '0301' : '1103', '2017-03-01']] as const,
  }));
  for (const [term, takenAt] of ['2018-03-31', '2018-06-30'].entries()) {
    writeExtract(join(cwd, `e${term + 1}`), persons, { takenAt });
  }
  const head = 'key,grant_year,rate_class,value,status,source,note\n';
  writeFileSync(join(cwd, 'wrong.csv'), `${head}persontilskudd.year2,2018,high,${WRONG},verified,circular,\n`);
  const wrong = await run(cwd, 1, '--rates', 'wrong.csv', '--accept', 'persontilskudd.year2/2018/high');
  await ok(cwd, 'approve', wrong.runId, ...OLA);
  return { cwd, wrong };
}

async function run(cwd: string, term: number, ...flags: string[]): Promise<Run> {
  const what = ['--extract', `e${term}`, '--year', '2018', '--term', String(term), '--exclude', 'grunntilskudd'];
  const answer = await ok(cwd, 'run', ...what, '--rehearsal', ...KARI, ...flags);
  return { runId: String(answer.run_id), out: String(answer.out) };
}

const payouts = (folder: string): string[] =>
  rows(folder, 'payouts.csv', 'recipient_id', 'lines_total', 'carried_in', 'paid', 'carried_out');

async function explained(cwd: string, { runId }: Run): Promise<string> {
  const { code, out, err } = await cli(cwd, ['explain', '--person', idOf(0), '--run', runId, '--lang', 'en', ...KARI]);
  if (code !== 0) throw new Error(err);
  return out.replaceAll('\u00a0', ' ');
}

/** Nothing has been handed over: the batch is annulled, and a supplement pays what is right. */
export async function annulAndPayRight(count: number): Promise<void> {
  const { cwd, wrong } = await wrongBatch(count);
  const half = (kroner: number): string => String((count / 2) * kroner);
  expect(payouts(wrong.out)).toEqual([
    `0301 ${half(WRONG)} 0 ${half(WRONG)} 0`,
    `1103 ${half(WRONG)} 0 ${half(WRONG)} 0`,
  ]);

  await ok(cwd, 'annul', wrong.runId, '--reason', 'feil sats: 63 200 for 62 300', ...KARI);
  await ok(cwd, 'approve', `${wrong.runId}-annulment`, ...OLA);
  const right = await run(cwd, 1, '--supplement');
  expect(payouts(right.out)).toEqual([
    `0301 ${half(RIGHT)} 0 ${half(RIGHT)} 0`,
    `1103 ${half(RIGHT)} 0 ${half(RIGHT)} 0`,
  ]);
  await ok(cwd, 'approve', right.runId, ...OLA);
  expect(rows(right.out, 'payouts.csv', 'payment_ref')).toEqual([
    'REHEARSAL-NT2018T1S1-0301-PERS',
    'REHEARSAL-NT2018T1S1-1103-PERS',
  ]);

  // Both stay visible, the chain holds, and the next run has nothing to correct.
  expect(await ok(cwd, 'status', ...LEDGER)).toMatchObject({
    batches: [
      { run_id: wrong.runId, state: 'annulled' },
      { state: 'posted' },
      { run_id: right.runId, state: 'posted' },
    ],
  });
  expect(await explained(cwd, wrong)).toContain('63 200 kr');
  expect(await explained(cwd, right)).toContain('62 300 kr');
  expect((await cli(cwd, ['verify', wrong.out, right.out, ...LEDGER, '--draft', '--sql'])).code).toBe(0);
  expect(payouts((await run(cwd, 2)).out)).toEqual([]);
}

/** Handed over: annulment is refused, and the next run nets what was too much. */
export async function netInTheNextRun(count: number, tooMuchNok: number): Promise<void> {
  const { cwd, wrong } = await wrongBatch(count);
  const half = (kroner: number): string => String((count / 2) * kroner);
  await ok(cwd, 'outcome', '--batch', wrong.runId, '--paid', '--on', today(), ...OLA);
  const refused = await cli(cwd, ['annul', wrong.runId, '--reason', 'feil sats', '--lang', 'en', ...KARI]);
  expect([refused.code, refused.err]).toEqual([6, expect.stringContaining('The next run nets')]);
  const next = await run(cwd, 2);
  const less = half(RIGHT - WRONG);
  expect(2 * Number(less)).toBe(-tooMuchNok);
  expect(payouts(next.out)).toEqual([`0301 ${less} 0 0 ${less}`, `1103 ${less} 0 0 ${less}`]);
  await ok(cwd, 'approve', next.runId, ...OLA);
  expect(await explained(cwd, next)).toMatch(/−900 kr/);
  expect((await cli(cwd, ['verify', wrong.out, next.out, ...LEDGER, '--sql'])).code).toBe(0);
}
