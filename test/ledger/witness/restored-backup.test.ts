import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ledger, openLedger } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { actKeyOf, approversList, signedInput, signer } from '../signing-support';
import { approvalOf, type DraftSketch, draftOf, failureOf, KARI, OLA } from '../support';

const kari = signer(KARI.actor, 'runner');
const astrid = signer('Astrid Attestant', 'attestant');
const ola = signer(OLA.actor, 'approver');

/** Terms of one person and kommune; each pays the rest of what is due by then. */
const TERMS: readonly DraftSketch[] = [
  { term: 1, lines: [{ recipient: '1507', due: 10_000 }] },
  { term: 2, lines: [{ recipient: '1507', due: 20_000, posted: 10_000 }] },
  { term: 3, lines: [{ recipient: '1507', due: 30_000, posted: 20_000 }] },
];

const open: Ledger[] = [];
afterEach(() => {
  for (const ledger of open.splice(0)) ledger.close();
});

/** Does something with the ledger of a folder, which is closed again. */
function withLedger<T>(path: string, work: (ledger: Ledger) => T, rehearsal = false): T {
  const ledger = openLedger(path, { create: { rehearsal, by: KARI } });
  try {
    return work(ledger);
  } finally {
    ledger.close();
  }
}

const draft = (path: string, place: number, rest: Partial<DraftSketch> = {}) =>
  withLedger(
    path,
    (ledger) => ledger.recordDraft(draftOf(ledger, { lines: [], ...TERMS[place], ...rest })).batch.runId,
  );
const approve = (path: string, runId: string) =>
  withLedger(path, (ledger) => {
    const batch = ledger.batch(runId);
    if (batch === undefined) throw new Error(`no run ${runId}`);
    return ledger.approve(runId, approvalOf(batch));
  });
const post = (path: string, place: number) => approve(path, draft(path, place)).batch;
const missing = (path: string) => withLedger(path, (ledger) => ledger.missing().map(({ code }) => code));
const keysOf = (path: string) =>
  withLedger(path, (ledger) =>
    ledger
      .batches()
      .flatMap(({ runId }) =>
        ledger.paymentsOf(runId).map(({ paymentKey, amountNok }) => `${paymentKey} ${amountNok}`),
      ),
  );

/** Batches that the note tells of. */
const rowsOf = (path: string) =>
  readFileSync(`${path}.d/posted.txt`, 'utf8')
    .split('\n')
    .filter((row) => row.startsWith('posting'));

/** Somebody answers by name for what is missing. */
const goOn = (path: string, neverPaid = false) =>
  withLedger(path, (ledger) => ledger.continueWith({ ...KARI, reason: 'nyeste kopi er tapt', neverPaid }).answeredFor);

/** A ledger of three terms, and the copy taken after the first. */
function restored(): { path: string; newest: string; keys: readonly string[] } {
  const path = join(temporaryFolder(), 'ledger.db');
  post(path, 0);
  copyFileSync(path, `${path}.backup`);
  post(path, 1);
  post(path, 2);
  const keys = keysOf(path);
  renameSync(path, `${path}.newest`);
  copyFileSync(`${path}.backup`, path);
  return { path, newest: `${path}.newest`, keys };
}

test('the file beside the ledger names every posted batch, for its owner alone', () => {
  const { path } = restored();
  const file = `${path}.d/posted.txt`;
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const rows = readFileSync(file, 'utf8').split('\n');
  expect(rows[0]).toBe('norsktilskudd posted\t1');
  expect(rows.slice(1, -1).map((row) => row.split('\t').slice(0, 6).join(' '))).toEqual([
    'posting 1 run 2018 1 0',
    'posting 2 run 2018 2 0',
    'posting 3 run 2018 3 0',
  ]);
});

test('an older copy is told by missing() and by verify, and refuses every act', () => {
  const { path } = restored();
  expect(missing(path)).toEqual(['LEDGER_POSTING_LOST', 'LEDGER_POSTING_LOST']);
  const behind = 'refused LEDGER_BEHIND LEDGER_POSTING_LOST LEDGER_POSTING_LOST';
  withLedger(path, (ledger) => {
    expect(ledger.verify().faults.map(({ code }) => code)).toEqual(['LEDGER_POSTING_LOST', 'LEDGER_POSTING_LOST']);
    const payment = ledger.paymentsOf(ledger.batches()[0]?.runId ?? '')[0]?.paymentKey ?? '';
    const by = { ...OLA, reason: 'prøve' };
    const acts: readonly (() => unknown)[] = [
      () => draftOf(ledger, { ...TERMS[1], lines: [{ recipient: '1507', due: 20_000, posted: 10_000 }] }),
      // The next term would pay again, under new keys, what the missing ones have paid.
      () => draftOf(ledger, { ...TERMS[2], lines: [{ recipient: '1507', due: 30_000, posted: 10_000 }] }),
      () => draftOf(ledger, { grantYear: 2019, lines: [{ recipient: '1507', due: 30_000 }] }),
      () => draftOf(ledger, { term: 1, supplement: true, lines: [{ recipient: '1507', due: 30_000, posted: 10_000 }] }),
      () => ledger.recordOutcome({ ...by, kind: 'paid', on: '2018-04-02', paymentKeys: [payment] }),
      () => ledger.recordPruning('snapshot-2018-2', by),
      () => ledger.forgetPersons({ lastGrantYear: 2015 }, by),
    ];
    for (const act of acts) expect(failureOf(act)).toBe(behind);
  });
});

test('once somebody has answered for it, what is missing is run again in order, to the same keys and amounts', () => {
  const { path, keys } = restored();
  expect(goOn(path)).toHaveLength(2);
  expect(goOn(path)).toEqual([]);
  expect(missing(path)).toEqual(['LEDGER_POSTING_LOST', 'LEDGER_POSTING_LOST']);
  expect(failureOf(() => draft(path, 2))).toMatch(/^refused LEDGER_BEHIND/);
  post(path, 1);
  expect(missing(path)).toEqual(['LEDGER_POSTING_LOST']);
  post(path, 2);
  expect(missing(path)).toEqual([]);
  expect(keysOf(path)).toEqual(keys);
  withLedger(path, (ledger) => expect(ledger.verify().faults).toEqual([]));
  expect(failureOf(() => post(path, 2))).toBe('refused LEDGER_TERM_POSTED');
});

test('another result for a missing term is not posted, not even from a draft that stood open in the copy', () => {
  const { path } = restored();
  goOn(path);
  const other = draft(path, 1, { runId: 'other', lines: [{ recipient: '1507', due: 25_000, posted: 10_000 }] });
  expect(failureOf(() => approve(path, other))).toMatch(/^refused LEDGER_BEHIND/);
  withLedger(path, (ledger) => {
    expect(ledger.batch(other)?.state).toBe('draft');
    expect(ledger.batches().filter(({ state }) => state === 'posted')).toHaveLength(1);
  });
});

test('the newest copy put back is as before', () => {
  const { path, newest } = restored();
  copyFileSync(newest, path);
  expect(missing(path)).toEqual([]);
});

test('a new ledger in the place of a lost one does not start from nothing', () => {
  const { path } = restored();
  rmSync(path);
  expect(failureOf(() => draft(path, 2))).toMatch(/^refused LEDGER_BEHIND LEDGER_POSTING_LOST/);
  goOn(path);
  expect(failureOf(() => draft(path, 0, { runId: 'other', lines: [{ recipient: '1507', due: 11_000 }] }))).toBe('');
  expect(failureOf(() => approve(path, 'other'))).toMatch(/^refused LEDGER_BEHIND/);
  for (const place of [0, 1, 2]) post(path, place);
  expect(missing(path)).toEqual([]);
});

test('what was never paid counts for nothing once somebody says so, and is run anew under the same keys', () => {
  const { path, keys } = restored();
  goOn(path, true);
  expect(missing(path)).toEqual([]);
  expect(rowsOf(path)).toHaveLength(1);
  approve(path, draft(path, 1, { lines: [{ recipient: '1507', due: 25_000, posted: 10_000 }] }));
  expect(keysOf(path)).toEqual([keys[0], 'NT2018T2S0-1507-PERS 15000']);
  withLedger(path, (ledger) => expect(ledger.verify().faults).toEqual([]));
});

test('a history that went another way is told, and goes on only where the other was never paid', () => {
  const { path } = restored();
  const file = `${path}.d/posted.txt`;
  const kept = readFileSync(file, 'utf8');
  writeFileSync(file, kept.split('\n').slice(0, 2).concat('').join('\n'));
  approve(path, draft(path, 1, { runId: 'other', lines: [{ recipient: '1507', due: 25_000, posted: 10_000 }] }));
  writeFileSync(file, kept);
  expect(missing(path)).toEqual(['LEDGER_POSTED_OTHER', 'LEDGER_POSTING_LOST']);
  expect(failureOf(() => draft(path, 2))).toMatch(/^refused LEDGER_BEHIND/);
  expect(failureOf(() => goOn(path))).toMatch(/LEDGER_OTHER_HISTORY$/);
  expect(readFileSync(file, 'utf8')).toBe(kept);
  goOn(path, true);
  expect(missing(path)).toEqual([]);
  expect(rowsOf(path)).toHaveLength(2);
});

test('a note that was changed by hand is refused, and one that is behind is written again', () => {
  const { path, newest } = restored();
  copyFileSync(newest, path);
  const file = `${path}.d/posted.txt`;
  const kept = readFileSync(file, 'utf8');
  for (const changed of [
    kept.replace('posting\t2', 'posting\t02'),
    kept.replace('\n', '\n\n'),
    `${kept}x`,
    '',
    kept.replace(/[0-9a-f]\n/, '\n'),
  ]) {
    writeFileSync(file, changed);
    expect(failureOf(() => missing(path))).toBe('verification WITNESS_UNREADABLE');
  }
  const runId = withLedger(path, (ledger) => ledger.batches().at(-1)?.runId ?? '');
  writeFileSync(file, `${kept.split('\n').slice(0, 3).join('\n')}\n`);
  expect(approve(path, runId).already).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(kept);
});

test('a note that is gone is part of the ledger: nothing is done until somebody says why, and then it is written anew', () => {
  const { path, newest } = restored();
  copyFileSync(newest, path);
  const file = `${path}.d/posted.txt`;
  const kept = readFileSync(file, 'utf8');
  rmSync(file);
  expect(missing(path)).toEqual(['LEDGER_NOTE_MISSING']);
  const gone = 'refused LEDGER_BEHIND LEDGER_NOTE_MISSING';
  withLedger(path, (ledger) => {
    const by = { ...OLA, reason: 'prøve' };
    const runId = ledger.batches().at(-1)?.runId ?? '';
    const batch = ledger.batch(runId);
    if (batch === undefined) throw new Error('no batch');
    const acts: readonly (() => unknown)[] = [
      () => ledger.planRun({ grantYear: 2018, term: 4, asOf: 17_896, supplement: false }),
      () => ledger.recordOpening({ ...by, postings: [], balances: [] }),
      () => ledger.recordAnnulment(runId, by),
      () => ledger.approve(runId, approvalOf(batch)),
      () => ledger.attest(runId, approvalOf(batch)),
      () => ledger.withdraw(runId, by),
      () => ledger.recordPruning('snapshot-2018-9', by),
      () => ledger.forgetPersons({ lastGrantYear: 2015 }, by),
      () => ledger.recordOutcome({ ...by, kind: 'paid', on: '2018-04-02', paymentKeys: ['NT2018T1S0-1507-PERS'] }),
    ];
    for (const act of acts) expect(failureOf(act)).toBe(gone);
  });
  expect(existsSync(file)).toBe(false);
  goOn(path);
  expect(readFileSync(file, 'utf8')).toBe(kept);
  withLedger(path, (ledger) => expect(ledger.verify().faults).toEqual([]));
  const why = withLedger(path, (ledger) => [...ledger.journalBodies()].at(-1) ?? '');
  expect(JSON.parse(why)).toMatchObject({ act: 'continue', actor: KARI.actor, reason: 'nyeste kopi er tapt' });
});

test('a kill between the first posting and its note is no missing note', () => {
  const path = join(temporaryFolder(), 'ledger.db');
  const runId = draft(path, 0);
  const file = `${path}.d/posted.txt`;
  const before = readFileSync(file, 'utf8');
  expect(before).toBe('norsktilskudd posted\t1\n');
  approve(path, runId);
  writeFileSync(file, before); // As a kill right after the posting leaves it.
  expect(missing(path)).toEqual([]);
  draft(path, 1);
  expect(rowsOf(path)).toHaveLength(1);
});

test('a rehearsal pays nothing and keeps no such file', () => {
  const path = join(temporaryFolder(), 'rehearsal.db');
  withLedger(
    path,
    (ledger) => {
      const { batch } = ledger.recordDraft(draftOf(ledger, { lines: [{ recipient: '1507', due: 100 }] }));
      ledger.approve(batch.runId, approvalOf(batch));
    },
    true,
  );
  expect(existsSync(`${path}.d`)).toBe(false);
});

test('a list that took a key away is adopted again before anybody signs on an older copy', () => {
  const path = join(temporaryFolder(), 'signed.db');
  const first = approversList([kari, astrid, ola]);
  const { validFrom } = first;
  const second = approversList([kari, astrid, signer('Per Ny', 'approver')], first, [kari, astrid]);
  const ledger = openLedger(path, { create: { rehearsal: false, by: KARI, approvers: first } });
  const { batch } = ledger.recordDraft(draftOf(ledger, { lines: [{ recipient: '1507', due: 100 }] }));
  ledger.close();
  copyFileSync(path, `${path}.backup`);
  withLedger(path, (newest) => newest.adoptList(second, KARI));
  copyFileSync(`${path}.backup`, path);
  const copy = openLedger(path);
  open.push(copy);
  expect(copy.missing()).toMatchObject([{ code: 'LEDGER_LIST_LOST', params: { kind: 'approvers', version: 2 } }]);
  const behind = 'refused LEDGER_BEHIND LEDGER_LIST_LOST';
  expect(failureOf(() => copy.signDraft(batch.runId, signedInput(copy, batch, kari, 'runner')))).toBe(behind);
  expect(failureOf(() => copy.attest(batch.runId, signedInput(copy, batch, astrid, 'attestant')))).toBe(behind);
  expect(failureOf(() => copy.approve(batch.runId, signedInput(copy, batch, ola, 'approver')))).toBe(behind);
  expect(failureOf(() => copy.recordPruning('x', { ...KARI, key: actKeyOf(kari) }))).toBe(behind);
  const other = approversList([kari, astrid, ola], first, [kari, astrid]);
  expect(other.validFrom).toBe(validFrom);
  expect(failureOf(() => copy.adoptList(other, KARI))).toBe(behind);
  copy.adoptList(second, KARI);
  copy.signDraft(batch.runId, signedInput(copy, batch, kari, 'runner'));
  expect(copy.missing()).toEqual([]);
  expect(copy.verify().faults).toEqual([]);
});
