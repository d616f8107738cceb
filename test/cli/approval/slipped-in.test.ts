import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { approvalVerifier } from '../../audit/verify/standalone';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli, today } from '../support';
import { makeSignedLedger, ok, runIdOfTerm } from './support';

/** Somebody who slips a batch in uses a program that does not hold the ledger to its journal first. */
let mockIsProofLeftOut = false;
jest.mock('../../../src/ledger/proof/prove', () => {
  const actual = jest.requireActual('../../../src/ledger/proof/prove');
  class LedgerProof extends actual.LedgerProof {
    holdActs(...values: unknown[]): void {
      if (!mockIsProofLeftOut) super.holdActs(...values);
    }
    hold(...values: unknown[]): void {
      if (!mockIsProofLeftOut) super.hold(...values);
    }
  }
  return {
    ...actual,
    LedgerProof,
    proveLedger: (...values: unknown[]) => (mockIsProofLeftOut ? undefined : actual.proveLedger(...values)),
  };
});

const cwd = temporaryFolder();
const DB = ['--db', 'signed.db'];
const SIGNERS = [
  ['sign', 'Kari Kjører', 'kari.key'],
  ['attest', 'Astrid Attestant', 'astrid.key'],
  ['approve', 'Ola Godkjenner', 'ola.key'],
] as const;
const runIds: string[] = [];
const folderOf = (runId: string) => join(cwd, 'signed.db.d', 'runs', runId);
const folders = () => runIds.map(folderOf);

/** Hides the lists of a ledger from the program while something is done, as somebody can who may write the file. */
async function withoutLists<T>(work: () => Promise<T>): Promise<T> {
  const rows = byHand((db) => {
    const kept = db.prepare('SELECT * FROM signed_lists').raw().all();
    db.exec('DELETE FROM signed_lists');
    return kept;
  });
  const answer = await work();
  byHand((db) => {
    for (const row of rows) db.prepare('INSERT INTO signed_lists VALUES (?, ?, ?, ?, ?, ?, ?)').run(row);
  });
  return answer;
}

/** Changes the file past its triggers, which stand as before afterwards. */
function byHand<T>(work: (db: Sqlite.Database) => T): T {
  const db = new Sqlite(join(cwd, 'signed.db'));
  const triggers = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").raw().all();
  const texts: [string, string][] = JSON.parse(JSON.stringify(triggers));
  for (const [name] of texts) db.exec(`DROP TRIGGER ${name}`);
  const answer = work(db);
  for (const [, sql] of texts) db.exec(sql);
  db.close();
  return answer;
}

async function signAll(runId: string): Promise<void> {
  for (const [command, name, key] of SIGNERS) await ok(cwd, command, runId, '--as', name, '--key', key, ...DB);
}

beforeAll(async () => {
  await makeSignedLedger(cwd, 'signed.db');
  for (const term of ['2019-T3', '2019-T4', '2020-T1']) {
    const isSlipped = term === '2019-T4';
    if (!isSlipped) {
      const runId = await runIdOfTerm(cwd, 'signed.db', term, '--key', 'kari.key');
      await signAll(runId);
      runIds.push(runId);
    } else {
      await withoutLists(async () => {
        const honest = await cli(cwd, ['approve', runIds[0] ?? '', '--as', 'ola', ...DB]);
        expect([honest.code, honest.err]).toEqual([5, expect.stringContaining('LEDGER_ACT_DIFFERS')]);
        mockIsProofLeftOut = true;
        const runId = await runIdOfTerm(cwd, 'signed.db', term);
        await ok(cwd, 'approve', runId, '--as', 'ola', ...DB);
        await ok(cwd, 'outcome', '--batch', runId, '--paid', '--on', today(), '--as', 'ola', ...DB);
        runIds.push(runId);
        mockIsProofLeftOut = false;
      });
    }
  }
}, 120_000);

test('an unsigned batch and an unsigned outcome among signed ones are found with the ledger', async () => {
  const { code, err } = await cli(cwd, ['verify', ...folders(), ...DB, '--journal', 'journal.txt']);
  expect(code).toBe(5);
  for (const found of ['LEDGER_POSTED_UNSIGNED', 'LEDGER_ACT_UNSIGNED', 'APPROVAL_UNSIGNED_BETWEEN']) {
    expect(err).toContain(found);
  }
});

test('and by the verifier without the program: with the journal, or from the folders of the chain alone', async () => {
  const journal = ['--journal', join(cwd, 'journal.txt')];
  const [first = '', slipped = ''] = runIds;
  const said = approvalVerifier(folderOf(first), ...journal);
  expect(said.code).toBe(5);
  for (const role of ['runner', 'attestant', 'approver']) {
    expect(said.err).toContain(`[post ${slipped}] (${role}): is not signed, though the ledger required it`);
  }
  expect(said.err).toContain('(outcome): is not signed, though the ledger required it');
  expect(approvalVerifier(...folders())).toMatchObject({
    code: 5,
    err: expect.stringMatching(new RegExp(`^- A later run goes on from ${slipped}, but it lacks signatures`)),
  });
  const alone = await cli(cwd, ['verify', ...folders()]);
  expect([alone.code, alone.err]).toMatchObject([5, expect.stringContaining('APPROVAL_UNSIGNED_BETWEEN')]);
});

test('a draft that still waits for signatures after signed ones is no fault', async () => {
  const [first = '', slipped = ''] = runIds;
  expect(approvalVerifier(folderOf(first), folderOf(slipped)).code).toBe(0);
  expect((await cli(cwd, ['verify', folderOf(first), folderOf(slipped)])).code).toBe(0);
});

test('signatures of another run laid beside the unsigned one do not help', async () => {
  const [first = '', slipped = ''] = runIds;
  const copy = temporaryFolder();
  for (const runId of runIds) cpSync(folderOf(runId), join(copy, runId), { recursive: true });
  cpSync(`${folderOf(first)}.approval`, join(copy, `${slipped}.approval`), { recursive: true });
  for (const name of readdirSync(join(copy, `${slipped}.approval`))) {
    const path = join(copy, `${slipped}.approval`, name);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(first, slipped));
  }
  expect(approvalVerifier(join(copy, slipped)).code).toBe(5);
  expect((await cli(copy, ['verify', slipped])).code).toBe(5);
});

test('every value of a signed act changed in a journal of which no head is known is found', async () => {
  const last = runIds[2] ?? '';
  await ok(
    cwd,
    'outcome',
    '--batch',
    last,
    '--paid',
    '--on',
    today(),
    '--as',
    'Kari Kjører',
    '--key',
    'kari.key',
    ...DB,
  );
  await cli(cwd, ['verify', ...folders(), ...DB, '--journal', 'journal-2.txt']);
  const path = join(cwd, 'journal-2.txt');
  const rows = readFileSync(path, 'utf8').split('\n');
  const faults = (text: string): number => {
    writeFileSync(path, text);
    return approvalVerifier(folderOf(runIds[0] ?? ''), '--journal', path).err.split('\n').length;
  };
  const before = faults(rows.join('\n'));
  const place = rows.length - 2;
  const act: Record<string, unknown> = JSON.parse(rows[place] ?? '');
  expect(act).toMatchObject({ act: 'outcome', actor: 'Kari Kjører' });
  for (const name of Object.keys(act).filter((key) => key !== 'act')) {
    const value = act[name];
    const text = typeof value === 'string' ? `${value.slice(0, -1)}${value.endsWith('0') ? 1 : 0}` : '';
    const other = typeof value === 'string' ? text : typeof value === 'number' ? value + 1 : [];
    const changed = rows.with(place, JSON.stringify({ ...act, [name]: other })).join('\n');
    expect([name, faults(changed) > before]).toEqual([name, true]);
  }
  const { public_key: _, approvers: __, signature: ___, ...bare } = act;
  expect(faults(rows.with(place, JSON.stringify(bare)).join('\n'))).toBeGreaterThan(before);
});
