import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { ok } from '../approval/support';
import { type MadePerson, runTerm, writeExtract } from '../privacy/support/small-register';
import { cli } from '../support';
import { act, KARI, LEDGER, OLA, openCase, rows } from './support';

const [OLD, NEW, OTHER] = ['201712345601', '201712345602', '201712345603'];
const OLD_KOMMUNE = '0710';
const NEW_KOMMUNE = '3804';

async function run(cwd: string, year: number, term: number, persons: readonly MadePerson[], isMerged = false) {
  const takenAt = `${year}-${['03-31', '06-30', '09-30', '12-31'][term - 1]}`;
  const cells = [2018, 2019, 2020].flatMap((of) => [
    `persontilskudd.year2,${of},high,62300,illustrative,made up,`,
    `persontilskudd.year3,${of},high,43350,illustrative,made up,`,
  ]);
  writeFileSync(
    join(cwd, 'rates.csv'),
    `${['key,grant_year,rate_class,value,status,source,note', ...cells].join('\n')}\n`,
  );
  const extract = `e-${year}-${term}`;
  writeExtract(join(cwd, extract), persons, { takenAt, ...(isMerged ? { merges: [[OLD, NEW]] } : {}) });
  const what = ['--extract', extract, '--year', String(year), '--term', String(term), '--rates', 'rates.csv'];
  const named = year === 2018 ? ['--accept', 'persontilskudd.year2/2018/high,persontilskudd.year3/2018/high'] : [];
  const answer = await ok(cwd, 'run', ...what, '--exclude', 'grunntilskudd', '--rehearsal', ...KARI, ...named);
  const { run_id: runId, out } = answer;
  return { runId: String(runId), out: String(out) };
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

/** Somebody who stands as year 3 in 2019 and lives in a kommune that becomes another in 2020. */
const person = (id: string, home = OLD_KOMMUNE): MadePerson => ({ id, homes: [[home, '2017-03-01']] });

test('posted under an old DUF number and an old kommune number: one person, one debt', async () => {
  const cwd = temporaryFolder();
  const first = await run(cwd, 2019, 4, [person(OLD), person(OTHER)]);
  expect(lines(first.out)).toEqual([
    `2019 ${OLD} ${OLD_KOMMUNE} ${OLD_KOMMUNE} 43350 regular`,
    `2019 ${OTHER} ${OLD_KOMMUNE} ${OLD_KOMMUNE} 43350 regular`,
  ]);
  await ok(cwd, 'approve', first.runId, ...OLA);

  // In 2020 the person has a new number, and never had the right: what was posted is one debt, of the kommune that followed.
  const gone = { ...person(NEW, NEW_KOMMUNE), category: 'duty' };
  const second = await run(cwd, 2020, 1, [gone, person(OTHER)], true);
  expect(lines(second.out)).toEqual([`2019 ${NEW} ${OLD_KOMMUNE} ${NEW_KOMMUNE} -43350 correction`]);
  expect(rows(second.out, 'payouts.csv', 'recipient_id', 'netting_group', 'lines_total', 'carried_out')).toEqual([
    `${NEW_KOMMUNE} persontilskudd -43350 -43350`,
  ]);
  await ok(cwd, 'approve', second.runId, ...OLA);
  expect(lines((await run(cwd, 2020, 2, [gone, person(OTHER)], true)).out)).toEqual([]);
  expect((await cli(cwd, ['verify', first.out, second.out, ...LEDGER, '--sql'])).code).toBe(0);
}, 120_000);

test('acts under the old numbers are of the person and the kommune of today', async () => {
  const cwd = temporaryFolder();
  const first = await run(cwd, 2019, 4, [person(OLD), person(OTHER)]);
  await ok(cwd, 'approve', first.runId, ...OLA);
  const caseNumber = await openCase(cwd, 'error', '--recipient', OLD_KOMMUNE);
  const what = ['--year', '2019', '--component', 'persontilskudd', '--person', OLD];
  await act(cwd, caseNumber, 'adjustment', ...what, '--recipient', OLD_KOMMUNE, '--amount', '1000', '--code', 'SAK');
  await act(cwd, caseNumber, 'correct', '--person', OLD);
  const second = await run(cwd, 2020, 1, [person(OTHER)], true);
  expect(lines(second.out)).toEqual([
    `2019 ${NEW} ${OLD_KOMMUNE} ${NEW_KOMMUNE} -43350 correction`,
    `2019 ${NEW} ${OLD_KOMMUNE} ${NEW_KOMMUNE} 1000 adjustment`,
  ]);
  expect(rows(second.out, 'payouts.csv', 'recipient_id', 'lines_total', 'carried_out')).toEqual([
    `${NEW_KOMMUNE} -42350 -42350`,
  ]);
  await ok(cwd, 'approve', second.runId, ...OLA);
  expect((await cli(cwd, ['verify', first.out, second.out, ...LEDGER, '--sql'])).code).toBe(0);
}, 120_000);

test('a count that was blocked when it was frozen is pinned under the number that the kommune had before', async () => {
  const cwd = temporaryFolder();
  const term = async (number: number, takenAt: string): Promise<{ runId: string; out: string }> => {
    writeExtract(join(cwd, `e${number}`), [person(OLD, '5001'), person(OTHER, '5001')], { takenAt });
    return runTerm(cwd, `e${number}`, number);
  };
  await term(1, '2018-03-31');
  await openCase(cwd, 'error');
  const days = ['--from', '2018-01-01', '--to', '2018-12-31'];
  await act(cwd, 1, 'block', '--component', 'grunntilskudd', ...days);
  await ok(cwd, 'approve', (await term(3, '2018-09-30')).runId, ...OLA);
  await act(cwd, 1, 'pin_count', '--year', '2018', '--recipient', '1601', '--amount', '4');
  const fourth = await term(4, '2018-12-31');
  expect(rows(fourth.out, 'held.csv', 'component', 'held_amount', 'reason')).toEqual(['grunntilskudd 575000 blocked']);
  await ok(cwd, 'verify', fourth.out, ...LEDGER, '--draft', '--sql', '--extract', 'e4');
}, 60_000);
