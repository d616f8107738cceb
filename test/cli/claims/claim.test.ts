import { readFileSync, writeFileSync } from 'node:fs';
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

/** A ledger that took over a balance of 12,000 of 1103 in the group asylum. */
async function opened(): Promise<string> {
  const cwd = temporaryFolder();
  const postings = ['grant_year,component,person_id,recipient_id,amount', '2016,asylnorsk,201612345601,1103,20000'];
  writeFileSync(join(cwd, 'postings.csv'), `${postings.join('\n')}\n`);
  writeFileSync(join(cwd, 'balances.csv'), 'recipient_id,netting_group,balance\n1103,asylum,-12000\n');
  const files = ['--postings', 'postings.csv', '--balances', 'balances.csv'];
  const { run_id } = await ok(cwd, 'open-ledger', ...files, '--rehearsal', ...KARI);
  await ok(cwd, 'approve', String(run_id), ...OLA);
  return cwd;
}

/** Runs a term of 2018 in which 1103 gets grunntilskudd and nothing of asylum. */
async function run(cwd: string, term: number): Promise<Run> {
  const day = `2018-${['03-31', '06-30', '09-30', '12-31'][term - 1]}`;
  const persons = [1, 2, 3, 4].map((place) => ({
    id: `20171234560${place}`,
    homes: [['1103', '2017-03-01']] as const,
  }));
  writeExtract(join(cwd, `e-${term}`), persons, { takenAt: day });
  const what = ['--extract', `e-${term}`, '--year', '2018', '--term', String(term), '--rates', RATES];
  const answer = await ok(cwd, 'run', ...what, '--exclude', 'persontilskudd', ...KARI);
  return { run_id: String(answer.run_id), out: String(answer.out) };
}

function rows(folder: string, file: string, ...columns: string[]): string[] {
  const read: Record<string, string>[] = parse(readFileSync(join(folder, file), 'utf8'), { columns: true });
  return read.map((row) => columns.map((column) => row[column]).join(' '));
}

const suggested = async (cwd: string): Promise<unknown> => (await ok(cwd, 'claim', 'suggest', ...LEDGER)).suggested;

test('a balance that no run has moved for four terms is proposed, claimed by two, paid, written off and verified', async () => {
  const cwd = await opened();
  for (const term of [1, 2, 3]) await ok(cwd, 'approve', (await run(cwd, term)).run_id, ...OLA);
  expect(await suggested(cwd)).toEqual([]);
  const fourth = await run(cwd, 4);
  await ok(cwd, 'approve', fourth.run_id, ...OLA);
  expect(await suggested(cwd)).toMatchObject([
    { recipient_id: '1103', group: 'asylum', owed: 12_000, terms: 4, grounds: ['unmoved'], lines: [{ sum: 20_000 }] },
  ]);
  const text = (await cli(cwd, ['claim', 'suggest', ...LEDGER, '--lang', 'nb'])).out;
  expect(text).toContain('ikke endret på 4 terminer');
  expect(text).toContain('claim propose SAK --recipient 1103 --group asylum');

  const about = ['--kind', 'recovery', '--recipient', '1103', '--reference', '19/4', '--reason', 'mottak lagt ned'];
  await ok(cwd, 'case', 'new', ...about, ...KARI);
  const cell = ['--recipient', '1103', '--group', 'asylum', '--limitation-date', '2021-12-31'];
  const proposed = await ok(cwd, 'claim', 'propose', '1', ...cell, '--reason', 'mottak lagt ned', ...KARI);
  expect(proposed).toMatchObject({ act: 1, state: 'proposed', says: { amount: '12000', code: 'asylum' } });
  expect((await cli(cwd, ['case', 'confirm', '1', ...KARI])).code).toBe(6);
  await ok(cwd, 'case', 'confirm', '1', ...OLA);
  expect(await suggested(cwd)).toEqual([]);

  const paid = ['--amount', '7 000', '--on', '2019-01-15', '--reason', 'bilag 77'];
  const unknown = await cli(cwd, [
    'claim',
    'paid',
    '99',
    '--amount',
    '1',
    '--on',
    '2018-01-01',
    '--reason',
    'x',
    ...KARI,
  ]);
  expect([unknown.code, unknown.err.includes('LEDGER_CLAIM_UNKNOWN')]).toEqual([2, true]);
  await ok(cwd, 'claim', 'paid', '1', ...paid, ...KARI);
  await ok(cwd, 'case', 'confirm', '2', ...OLA);
  await ok(cwd, 'claim', 'write-off', '1', '--case', '1', '--amount', '1000', '--reason', 'avviklet', ...KARI);
  await ok(cwd, 'case', 'confirm', '3', ...OLA);
  expect((await ok(cwd, 'claim', 'list', ...LEDGER)).claims).toMatchObject([
    {
      claim: 1,
      state: 'open',
      amount: 12_000,
      paid: 7000,
      written_off: 1000,
      open: 4000,
      limitation_day: '2021-12-31',
    },
  ]);
  const told = (await cli(cwd, ['claim', 'list', ...LEDGER, '--lang', 'nb'])).out.replaceAll('\u00a0', ' ');
  expect(told).toMatch(/åpent +12 000 kr +7 000 kr +1 000 kr +4 000 kr +31\.12\.2021/);
  expect(told).toContain('Åpne krav: 4 000 kr. Renter beregnes ikke.');
  await ok(cwd, 'verify', fourth.run_id, ...LEDGER);
}, 120_000);

test('a run starts from the balance less the claim, names it, and says who is paid with a claim open', async () => {
  const cwd = await opened();
  await ok(cwd, 'approve', (await run(cwd, 2)).run_id, ...OLA);
  await ok(cwd, 'case', 'new', '--kind', 'recovery', '--reference', '19/4', '--reason', 'x', ...KARI);
  const cell = ['--recipient', '1103', '--group', 'asylum', '--amount', '9000'];
  await ok(cwd, 'claim', 'propose', '1', ...cell, '--reason', 'x', ...KARI);
  await ok(cwd, 'case', 'confirm', '1', ...OLA);
  const third = await run(cwd, 3);
  expect(rows(third.out, 'balances_before.csv', 'recipient_id', 'netting_group', 'balance')).toEqual([
    '1103 asylum -3000',
  ]);
  expect(rows(third.out, 'cases_before.csv', 'kind', 'recipient_id', 'code', 'amount')).toEqual([
    'claim 1103 asylum 9000',
  ]);
  expect(rows(third.out, 'payouts.csv', 'netting_group', 'carried_in', 'paid', 'carried_out')).toEqual([
    'asylum -3000 0 -3000',
    'grunntilskudd 0 575000 0',
  ]);
  expect(rows(third.out, 'findings.csv', 'code', 'kommune')).toContain('CLAIM_OF_PAID_RECIPIENT 1103');
  const told = await cli(cwd, ['explain', '--recipient', '1103', '--run', third.run_id, ...KARI, '--lang', 'nb']);
  expect(told.out.replaceAll(/\s+/g, ' ')).toContain(
    'er 9 000 kr krevd tilbake og motregnes ikke. [sak 1, handling 1]',
  );
  expect((await cli(cwd, ['preview', third.run_id, ...KARI])).out).toMatch(/1 +1 +claim +9\u00a0000/);
  await ok(cwd, 'approve', third.run_id, ...OLA);
  const { act } = await ok(cwd, 'case', 'withdraw', '1', '--reason', 'motregnes likevel', ...KARI);
  await ok(cwd, 'case', 'confirm', String(act), ...OLA);
  const fourth = await run(cwd, 4);
  expect(rows(fourth.out, 'balances_before.csv', 'balance')).toEqual(['-12000']);
  await ok(cwd, 'approve', fourth.run_id, ...OLA);
  // The chain of runs with the claim coming and going between them, and the ledger.
  await ok(cwd, 'verify', third.run_id, fourth.run_id, ...LEDGER);
  await ok(cwd, 'verify', third.run_id, '--extract', 'e-3', ...LEDGER);
}, 120_000);
