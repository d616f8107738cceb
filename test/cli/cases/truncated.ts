import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { ok } from '../approval/support';
import { type MadePerson, writeExtract } from '../privacy/support/small-register';
import { ASSUMPTIONS_ACCEPTED, cli } from '../support';
import { KARI, LEDGER, OLA, rows } from './support';

const EACH_NOK = 20_000;

/** An extract that has lost persons: nothing is taken back of them, and nobody approves it without a reason. */
export async function truncatedExtract(posted: number, left: number): Promise<void> {
  const cwd = temporaryFolder();
  const persons = Array.from({ length: posted }, (_, place): MadePerson => {
    return { id: `2017${String(10_000_000 + place)}`, homes: [['1103', '2017-03-01']] };
  });
  const head = 'key,grant_year,rate_class,value,status,source,note\n';
  const cells = ['2', '3'].map((k) => `persontilskudd.year${k},2019,high,${EACH_NOK},verified,circular,\n`);
  writeFileSync(join(cwd, 'rates.csv'), `${head}${cells.join('')}`);
  const leftOut = {
    persons: { death_date: null, emigrated_on: null },
    target_group: { left_on: null, permit_granted_on: null },
  };
  writeFileSync(join(cwd, 'columns.json'), JSON.stringify(leftOut));
  const term = async (number: number, ...flags: string[]): Promise<{ runId: string; out: string }> => {
    const takenAt = ['', '2019-03-31', '2019-06-30', '2019-09-30'][number] ?? '';
    const extract = join(cwd, `e${number}`);
    writeExtract(extract, persons.slice(0, number === 3 ? left : posted), { takenAt });
    const what = [
      '--extract',
      extract,
      '--year',
      '2019',
      '--term',
      String(number),
      '--rates',
      'rates.csv',
      '--columns',
      'columns.json',
    ];
    const how = ['--exclude', 'grunntilskudd', ...ASSUMPTIONS_ACCEPTED, ...KARI, ...flags];
    const answer = await ok(cwd, 'run', ...what, ...how);
    return { runId: String(answer.run_id), out: String(answer.out) };
  };
  await ok(cwd, 'approve', (await term(1, '--new-ledger')).runId, ...OLA);
  await ok(cwd, 'approve', (await term(2)).runId, ...OLA);

  const third = await term(3);
  expect(rows(third.out, 'payout_lines.csv', 'amount')).toEqual([]);
  const held = rows(third.out, 'held.csv', 'reason', 'held_amount');
  expect(held).toHaveLength(posted - left);
  expect(new Set(held)).toEqual(new Set([`missing_from_extract ${-EACH_NOK}`]));
  const refused = await cli(cwd, ['approve', third.runId, '--lang', 'en', ...OLA]);
  expect([refused.code, refused.err]).toEqual([6, expect.stringContaining('--accept "missing-persons=')]);
  const reasoned = await term(3, '--accept', 'missing-persons=memo 4', '--accept', 'fewer-persons');
  await ok(cwd, 'approve', reasoned.runId, ...OLA);
  expect(
    (await cli(cwd, ['verify', reasoned.runId, '--extract', 'e3', '--columns', 'columns.json', ...LEDGER])).code,
  ).toBe(0);
}
