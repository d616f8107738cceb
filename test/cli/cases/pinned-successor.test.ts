import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { ok } from '../approval/support';
import { type MadePerson, writeExtract } from '../privacy/support/small-register';
import { cli } from '../support';
import { act, KARI, LEDGER, OLA, openCase, rows, withdraw } from './support';

const PERSONS = ['202112345601', '202112345602', '202112345603', '202112345604'];
const [MOVED = ''] = PERSONS;
const RATES = [2023, 2024].flatMap((year) =>
  [
    'persontilskudd.year2/high/60000',
    'persontilskudd.year3/high/40000',
    'grunntilskudd/low/200000',
    'grunntilskudd/high/600000',
  ].map((cell) => cell.split('/').toSpliced(1, 0, String(year)).join(',')),
);

/** Four persons in 1507, of whom one turns out to have lived in Oslo all the time. */
async function run(cwd: string, year: number, term: number, home = '1507'): Promise<{ runId: string; out: string }> {
  const day = `${year}-${['03-31', '06-30', '09-30', '12-31'][term - 1]}`;
  const persons = PERSONS.map((id): MadePerson => {
    const from = id === MOVED ? home : '1507';
    return {
      id,
      entered: '2022-03-01',
      homes:
        year === 2023
          ? [[from, '2022-03-01']]
          : [
              [from, '2022-03-01'],
              ['0301', '2024-01-01'],
            ],
    };
  });
  const lines = RATES.map((row) => `${row},illustrative,made up,`);
  writeFileSync(join(cwd, 'rates.csv'), `key,grant_year,rate_class,value,status,source,note\n${lines.join('\n')}\n`);
  const extract = `e-${year}-${term}`;
  writeExtract(join(cwd, extract), persons, { takenAt: day });
  writeFileSync(
    join(cwd, extract, 'decisions.csv'),
    `decision_id,person_id,kommune,kind,outcome,decided_on,registered_on\n${PERSONS.map((id, place) => `V${place},${id},1507,norwegian_and_social_studies,granted,2022-03-01,2022-03-01`).join('\n')}\n`,
  );
  const what = ['--extract', extract, '--year', String(year), '--term', String(term), '--rates', 'rates.csv'];
  const { run_id: runId, out } = await ok(cwd, 'run', ...what, '--rehearsal', ...KARI);
  return { runId: String(runId), out: String(out) };
}

const lines = (folder: string): string[] =>
  rows(folder, 'payout_lines.csv', 'grant_year', 'component', 'basis_recipient_id', 'recipient_id', 'amount').filter(
    (row) => row.startsWith('2023 '),
  );
const held = (folder: string): string[] => rows(folder, 'held.csv', 'component', 'held_amount', 'reason');

const name = (cwd: string, component: string, to: string, ...person: string[]): Promise<number> =>
  act(
    cwd,
    1,
    'pin_successor',
    '--year',
    '2023',
    '--component',
    component,
    '--basis',
    '1507',
    '--recipient',
    to,
    ...person,
  );

test('a difference and a grunntilskudd held after the split of Ålesund are paid by case to the right number', async () => {
  const cwd = temporaryFolder();
  const last = await run(cwd, 2023, 4);
  expect(lines(last.out)).toHaveLength(5);
  await ok(cwd, 'approve', last.runId, ...OLA);
  await openCase(cwd);
  await act(cwd, 1, 'pin_count', '--year', '2023', '--recipient', '1507', '--amount', '3');

  const waiting = await run(cwd, 2024, 1, '0301');
  expect(lines(waiting.out)).toEqual([]);
  expect(held(waiting.out)).toEqual([
    'grunntilskudd -400000 difference_no_unique_successor',
    'persontilskudd -60000 difference_no_unique_successor',
    'persontilskudd 60000 waits_for_held_correction',
  ]);
  const toHaram = await name(cwd, 'persontilskudd', '1580', '--person', MOVED);
  await name(cwd, 'grunntilskudd', '1508');
  const first = await run(cwd, 2024, 1, '0301');
  expect(held(first.out)).toEqual([]);
  expect(lines(first.out)).toEqual([
    '2023 grunntilskudd 1507 1508 -400000',
    '2023 persontilskudd 0301 0301 60000',
    '2023 persontilskudd 1507 1580 -60000',
  ]);
  await withdraw(cwd, toHaram);
  await name(cwd, 'persontilskudd', '1508', '--person', MOVED);
  const again = await run(cwd, 2024, 1, '0301');
  expect(lines(again.out)).toContain('2023 persontilskudd 1507 1508 -60000');
  await ok(cwd, 'approve', again.runId, ...OLA);
  await ok(cwd, 'verify', again.runId, '--extract', 'e-2024-1', ...LEDGER);
  await ok(cwd, 'verify', again.out);
  const told = await cli(cwd, ['explain', '--person', MOVED, '--run', again.runId, ...KARI, '--lang', 'nb']);
  expect(told.out).toMatch(/Sak 1 peker ut\s+1508\sÅlesund/);
  // The grunntilskudd of the year before is worked out for a kommune alone: of persons it says nothing.
  expect(told.out).not.toMatch(/Grunntilskudd, tilskuddsåret 2023/);
  const seen = await cli(cwd, ['preview', again.runId, ...OLA, '--lang', 'en']);
  expect(seen.out.replaceAll(/\s+/g, ' ')).toContain('1 1 persons counted in the kommune 2023 −400 000 kr');
  const kommune = await cli(cwd, ['explain', '--recipient', '1508', '--run', again.runId, ...KARI, '--lang', 'en']);
  expect(kommune.code).toBe(0);
  const next = await run(cwd, 2024, 2, '0301');
  expect(lines(next.out)).toEqual([]);
  expect(held(next.out)).toEqual([]);
}, 120_000);

test('a count of a number that is split on the count date is refused', async () => {
  const cwd = temporaryFolder();
  await run(cwd, 2023, 4);
  await openCase(cwd);
  const what = ['case', 'propose', '1', 'pin_count', '--year', '2024', '--recipient', '1507', '--amount', '4'];
  const refused = await cli(cwd, [...what, '--reason', 'x', ...KARI]);
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('CASE_PLACE_SPLIT')]);
}, 120_000);
