import { writeFileSync } from 'node:fs';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli, today } from '../support';
import { makeSignedLedger, ok, runIdOfTerm } from './support';

const LEDGER = ['--db', 'l.db'];

/** A ledger whose first term is posted. */
async function postedRun(): Promise<{ cwd: string; runId: string }> {
  const cwd = temporaryFolder();
  const runId = await runIdOfTerm(cwd, 'l.db', '2019-T3');
  await ok(cwd, 'approve', runId, '--as', 'ola', ...LEDGER);
  return { cwd, runId };
}

const annul = (cwd: string, runId: string, ...flags: string[]) =>
  cli(cwd, ['annul', runId, '--as', 'kari', '--reason', 'feil sats', ...LEDGER, '--json', ...flags]);

test('a run is annulled by two persons, and its term is paid by a supplement with keys of its own', async () => {
  const { cwd, runId } = await postedRun();
  const before = await ok(cwd, 'outcome', '--batch', runId, ...LEDGER);
  const proposed = JSON.parse((await annul(cwd, runId)).out);
  expect(proposed).toMatchObject({ run_id: `${runId}-annulment`, annuls: runId, state: 'draft', already: false });
  expect(JSON.parse((await annul(cwd, runId)).out)).toMatchObject({ already: true, state: 'draft' });
  const preview = await cli(cwd, ['preview', proposed.run_id, '--as', 'ola', ...LEDGER, '--lang', 'nb']);
  expect(preview.out).toMatch(/Annullering av .*foreslått av kari: utkast\nBegrunnelse: feil sats\n/);
  const own = await cli(cwd, ['approve', proposed.run_id, '--as', 'kari', ...LEDGER]);
  expect([own.code, own.err]).toEqual([6, expect.stringContaining('LEDGER_RUNNER_CANNOT_APPROVE')]);
  const approved = await ok(cwd, 'approve', proposed.run_id, '--as', 'ola', ...LEDGER);
  expect(approved).toMatchObject({ annuls: runId, state: 'posted', lines: proposed.lines, paid: proposed.paid });
  expect(await ok(cwd, 'status', ...LEDGER)).toMatchObject({
    batches: [
      { run_id: runId, state: 'annulled' },
      { run_id: proposed.run_id, state: 'posted', lines_total: -proposed.lines_total },
    ],
  });
  expect((await cli(cwd, ['verify', runId, ...LEDGER, '--draft'])).code).toBe(0);

  await expect(runIdOfTerm(cwd, 'l.db', '2019-T3')).rejects.toThrow('LEDGER_TERM_ANNULLED');
  const again = await runIdOfTerm(cwd, 'l.db', '2019-T3', '--supplement');
  await ok(cwd, 'approve', again, '--as', 'ola', ...LEDGER);
  const after = await ok(cwd, 'outcome', '--batch', again, ...LEDGER);
  const amounts = ({ payments }: Record<string, unknown>): string =>
    JSON.stringify(payments).replaceAll(/"payment_ref":"[^"]*"/g, '');
  expect(amounts(after)).toBe(amounts(before));
  expect(JSON.stringify(after)).toContain('NT2019T3S1-');
  expect(JSON.stringify(after)).not.toContain('NT2019T3S0-');
}, 60_000);

test('what arrived is not annulled: The next run nets it', async () => {
  const { cwd, runId } = await postedRun();
  await ok(cwd, 'outcome', '--batch', runId, '--paid', '--on', today(), '--as', 'ola', ...LEDGER);
  const refused = await annul(cwd, runId, '--lang', 'en');
  expect([refused.code, refused.out]).toEqual([6, expect.stringContaining('LEDGER_ANNUL_HAS_OUTCOMES')]);
  expect(refused.out).toContain('The next run nets');
});

test('what arrives while an annulment waits is not taken back by it; what is refused meanwhile is', async () => {
  const { cwd, runId } = await postedRun();
  const { run_id: annulment } = JSON.parse((await annul(cwd, runId)).out);
  const outcome = (...words: string[]) => ok(cwd, 'outcome', '--batch', runId, ...words, '--as', 'ola', ...LEDGER);
  await outcome('--paid', '--on', today());
  const late = await cli(cwd, ['approve', annulment, '--as', 'ola', ...LEDGER]);
  expect([late.code, late.err]).toEqual([6, expect.stringContaining('LEDGER_ANNUL_HAS_OUTCOMES')]);
  const { payments } = await ok(cwd, 'outcome', '--batch', runId, ...LEDGER);
  if (!Array.isArray(payments)) throw new Error('payments are missing');
  const keys = payments.map(({ payment_ref }) => payment_ref);
  await ok(cwd, 'outcome', ...keys, '--undo', '--reason', 'feil', '--as', 'ola', ...LEDGER);
  await outcome('--refused', '--on', today());
  expect(await ok(cwd, 'approve', annulment, '--as', 'ola', ...LEDGER)).toMatchObject({ state: 'posted' });
  expect(await ok(cwd, 'ledger', 'check', 'l.db')).toMatchObject({ faults: [], rebuilt: { differences: [] } });
}, 60_000);

test('only the run posted last, no draft, and nothing without a reason', async () => {
  const { cwd, runId } = await postedRun();
  const next = await runIdOfTerm(cwd, 'l.db', '2019-T4');
  expect((await annul(cwd, next)).out).toContain('LEDGER_NOT_LAST_BATCH');
  await ok(cwd, 'approve', next, '--as', 'ola', ...LEDGER);
  expect((await annul(cwd, runId)).out).toContain('LEDGER_NOT_LAST_BATCH');
  expect((await annul(cwd, '2019-T1-0123456789ab')).code).toBe(2);
  expect((await cli(cwd, ['annul', next, '--as', 'kari', ...LEDGER])).code).toBe(2);
}, 60_000);

test('what an earlier system posted is not annulled', async () => {
  const cwd = temporaryFolder();
  const rows = 'grant_year,component,person_id,recipient_id,amount\n2018,grunntilskudd,,0301,185000\n';
  writeFileSync(`${cwd}/postings.csv`, rows);
  const opened = await ok(cwd, 'open-ledger', '--postings', 'postings.csv', '--rehearsal', '--as', 'kari', ...LEDGER);
  await ok(cwd, 'approve', String(opened.run_id), '--as', 'ola', ...LEDGER);
  expect((await annul(cwd, String(opened.run_id))).out).toContain('LEDGER_ANNUL_OPENING');
});

test('where signatures are required, the annulment has all three', async () => {
  const cwd = temporaryFolder();
  await makeSignedLedger(cwd, 'l.db');
  const runId = await runIdOfTerm(cwd, 'l.db', '2019-T3', '--key', 'kari.key');
  const astrid = ['--as', 'Astrid Attestant', '--key', 'astrid.key', ...LEDGER];
  const ola = ['--as', 'Ola Godkjenner', '--key', 'ola.key', ...LEDGER];
  await ok(cwd, 'attest', runId, ...astrid);
  await ok(cwd, 'approve', runId, ...ola);
  const id = `${runId}-annulment`;
  await ok(cwd, 'annul', runId, '--as', 'Kari Kjører', '--key', 'kari.key', '--reason', 'feil', ...LEDGER);
  const early = await cli(cwd, ['approve', id, ...ola]);
  expect([early.code, early.err]).toEqual([6, expect.stringContaining('LEDGER_NOT_ATTESTED')]);
  await ok(cwd, 'attest', id, ...astrid);
  expect(await ok(cwd, 'approve', id, ...ola)).toMatchObject({ annuls: runId, stands_behind: { persons: 3 } });
  expect((await cli(cwd, ['verify', runId, ...LEDGER, '--draft'])).code).toBe(0);
}, 90_000);
