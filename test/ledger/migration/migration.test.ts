import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSigningKey } from '../../../src/audit';
import { setFaultPlan } from '../../../src/effects';
import { approvalPayload, type Ledger, openLedger } from '../../../src/ledger';
import { draftOf, failureOf, OLA, postRun } from '../support';
import { chainsOf, copyOfOlder, ledgerIn, OLDER, type Older, WITHOUT_SETS } from './older-ledgers';

/** Late enough for every act of the fixtures. */
const NOW = { at: '2027-01-15T08:00:00Z', build: 'test' };

/** Does something with a ledger, which is closed afterwards. */
function using<T>(path: string, work: (ledger: Ledger) => T, readOnly = false): T {
  const ledger = openLedger(path, { readOnly });
  try {
    return work(ledger);
  } finally {
    ledger.close();
  }
}

/** A key of the fixtures, as the program reads it. */
function approveSigned(ledger: Ledger, folder: string): void {
  const [batch] = ledger.drafts();
  if (batch === undefined) throw new Error('the fixture has a draft');
  const key = readSigningKey(join(folder, 'ola.key'), '');
  const by = { ...NOW, actor: 'Ola Godkjenner' };
  const approversHash = ledger.listInForce('approvers', by.at.slice(0, 10))?.hash ?? '';
  const { runId, postingHead } = batch;
  const text = approvalPayload({
    ...by,
    runId,
    role: 'approver',
    postingHead,
    reviewed: batch,
    approversHash,
    ratesHash: '',
  });
  ledger.approve(runId, { ...by, role: 'approver', reviewed: batch, signature: key.sign(text) });
}

/** The act that writes first, as somebody does it who goes on with the ledger. */
const NEXT: Readonly<Record<Older, (ledger: Ledger, folder: string) => void>> = {
  'by-name': (ledger) => {
    const [batch] = ledger.drafts();
    ledger.approve(batch?.runId ?? '', {
      ...NOW,
      actor: 'Ola Godkjenner',
      role: 'approver',
      reviewed: batch ?? expect.anything(),
    });
  },
  signed: approveSigned,
  rehearsal: (ledger) => {
    const [batch] = ledger.drafts();
    ledger.approve(batch?.runId ?? '', {
      ...NOW,
      actor: 'Ola Godkjenner',
      role: 'approver',
      reviewed: batch ?? expect.anything(),
    });
  },
};

test.each(OLDER)('a ledger of format 1 is read as it is, and nothing is written to it: %s', (name) => {
  const path = ledgerIn(copyOfOlder(name));
  const before = readFileSync(path);
  const report = using(path, (ledger) => ({ format: ledger.format, ...ledger.verify() }), true);
  expect(report.faults).toEqual([]);
  expect(report.format).toBe(1);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test.each(OLDER)('the first act that is written migrates it, in the same name, and goes on: %s', (name) => {
  const folder = copyOfOlder(name);
  const path = ledgerIn(folder);
  const before = chainsOf(path);
  const report = using(path, (ledger) => {
    NEXT[name](ledger, folder);
    return { format: ledger.format, drafts: ledger.drafts().length, ...ledger.verify() };
  });
  expect(report).toMatchObject({ faults: [], format: 2, drafts: 0 });
  const after = chainsOf(path);
  expect(after.format).toBe(2);
  expect(after.journal.slice(0, before.journal.length)).toEqual(before.journal);
  expect(after.texts.slice(0, before.texts.length)).toEqual(before.texts);
  expect(after.postings.slice(0, before.postings.length)).toEqual(before.postings);
  expect(after.postings).toHaveLength(before.postings.length + 1);
  const [migrate, approve] = after.journal.slice(before.journal.length);
  expect(migrate).toEqual(expect.arrayContaining([before.journal.length + 1, 'migrate']));
  expect(JSON.stringify(migrate)).toContain('actor\\":\\"Ola Godkjenner');
  expect(approve).toEqual(expect.arrayContaining([before.journal.length + 2, 'approve']));
});

test('a migrated ledger takes the next terms, forgets persons and still verifies', () => {
  const path = ledgerIn(copyOfOlder('rehearsal'));
  const faults = using(path, (ledger) => {
    const by = { actor: OLA.actor, ...NOW };
    const line = { recipient: '0301', due: 100, annual: 200, person: 202000000001 };
    postRun(ledger, { ...NOW, grantYear: 2020, lines: [line] });
    postRun(ledger, { ...NOW, grantYear: 2021, lines: [line] });
    expect(ledger.forgetPersons({ lastGrantYear: 2018 }, { ...by, reason: 'tiden er ute' })).toBeGreaterThan(0);
    postRun(ledger, { ...NOW, grantYear: 2021, term: 2, lines: [{ ...line, person: 202100000002 }] });
    return ledger.verify().faults;
  });
  expect(faults).toEqual([]);
});

test('a migration that is broken off anywhere leaves the ledger of before', () => {
  const path = ledgerIn(copyOfOlder('by-name'));
  const before = chainsOf(path);
  let [broken, isDone] = [0, false];
  // Every seventh point; after the last one of the migration the ledger is the new one.
  for (let occurrence = 1; !isDone; occurrence += 7) {
    const ledger = openLedger(path);
    setFaultPlan({ action: 'fail', prefix: 'db', occurrence });
    try {
      ledger.withdraw('no such run', { ...NOW, actor: 'kari', reason: 'prøve' });
    } catch (cause) {
      isDone = !String(cause).includes('injected');
    } finally {
      setFaultPlan(undefined);
      ledger.close();
    }
    if (chainsOf(path).format === 2) break;
    broken += 1;
    expect(chainsOf(path)).toEqual(before);
    expect(using(path, (again) => again.verify().faults, true)).toEqual([]);
  }
  expect(broken).toBeGreaterThan(20);
  expect(chainsOf(path).format).toBe(2);
}, 120_000);

test('a ledger that does not check is not migrated', () => {
  const path = ledgerIn(copyOfOlder('by-name'));
  const Sqlite = jest.requireActual('better-sqlite3');
  const db = new Sqlite(path);
  const trigger = db.prepare("SELECT sql FROM sqlite_master WHERE name = 'payments_never_changed'").pluck().get();
  db.exec(`DROP TRIGGER payments_never_changed; UPDATE payments SET amount = amount + 1; ${trigger}`);
  db.close();
  const before = chainsOf(path);
  const code = using(path, (ledger) => failureOf(() => ledger.recordDraft(draftOf(ledger, { term: 3, lines: [] }))));
  expect(code).toContain('verification LEDGER_NOT_MIGRATED LEDGER_POSTING_DIFFERS');
  expect(chainsOf(path)).toEqual(before);
});

test.each(WITHOUT_SETS)('a ledger of format 2 without later tables verifies as it is: %s', (name) => {
  const path = ledgerIn(copyOfOlder(name, 2));
  const report = using(path, (ledger) => ({ format: ledger.format, ...ledger.verify() }), true);
  expect([report.format, report.faults]).toEqual([2, []]);
});
