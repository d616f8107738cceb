import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type Ledger, openLedger, type SignedList, signatureHolds } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { actKeyOf, approversList, type Signer, signedInput, signer } from '../signing-support';
import { draftOf, failureOf, KARI } from '../support';

const folder = temporaryFolder();
const kari = signer('Kari Kjører', 'runner');
const astrid = signer('Astrid Attestant', 'attestant', 'approver');
const ola = signer('Ola Godkjenner', 'approver');
const list = approversList([kari, astrid, ola]);
const LINES = [{ recipient: '1507', due: 31_900 }];

const open: Ledger[] = [];
afterAll(() => {
  for (const ledger of open) ledger.close();
});
let made = 0;
function signedLedger(approvers: SignedList = list): Ledger {
  made += 1;
  const path = join(folder, `${made}.db`);
  const ledger = openLedger(path, { create: { rehearsal: false, by: KARI, approvers } });
  open.push(ledger);
  return ledger;
}

function postSigned(ledger: Ledger, approver: Signer, at: string): void {
  const { batch } = ledger.recordDraft(draftOf(ledger, { lines: LINES }));
  ledger.signDraft(batch.runId, signedInput(ledger, batch, kari, 'runner', at));
  ledger.attest(batch.runId, signedInput(ledger, batch, astrid, 'attestant', at));
  ledger.approve(batch.runId, signedInput(ledger, batch, approver, 'approver', at));
}

test('the first list is signed by two of those who stand on it', () => {
  const create = (approvers: SignedList) => failureOf(() => signedLedger(approvers));
  expect(create(approversList([kari, astrid, ola], undefined, []))).toBe('refused LIST_REFUSED LIST_NEEDS_SIGNATURES');
  expect(create(approversList([kari, astrid, ola], undefined, [ola]))).toBe(
    'refused LIST_REFUSED LIST_NEEDS_SIGNATURES',
  );
  const stranger = signer('Per Fremmed', 'approver');
  expect(create(approversList([kari, astrid, ola], undefined, [ola, stranger]))).toBe(
    'refused LIST_REFUSED LIST_BAD_SIGNATURE LIST_NEEDS_SIGNATURES',
  );
});

test.each(['Оlа Godkjenner', 'Ola\u200b Godkjenner', 'Ola \u202eGodkjenner', 'Ola G\u03bfdkjenner'])(
  'a name that reads as that of another cannot stand on a list: %j',
  (name) => {
    const double = { ...signer('x', 'approver'), name };
    expect(failureOf(() => signedLedger(approversList([kari, astrid, ola, double])))).toBe(
      'refused LIST_REFUSED LIST_NAME_MISLEADS',
    );
  },
);

test.each(['Ola-Godkjenner', 'Óla Godkjenner', 'O. L. A. Godkjenner'])(
  'two names that pass for one person cannot stand on one list: %s',
  (name) => {
    expect(failureOf(() => signedLedger(approversList([kari, astrid, ola, signer(name, 'approver')])))).toBe(
      'refused LIST_REFUSED LIST_NAMES_ALIKE',
    );
  },
);

test.each(['Jan-Ole Bråthen', 'Ældre Ødegård (vikar)', "Siobhán O'Neill", 'Nguyễn Văn A', 'Ольга Иванова'])(
  'names of one alphabet can: %s',
  (name) => {
    expect(failureOf(() => signedLedger(approversList([kari, astrid, ola, signer(name, 'approver')])))).toBe('');
  },
);

test('a key for which anybody can sign cannot stand on a list', () => {
  const identity = `01${'00'.repeat(31)}`;
  const forged = identity + '00'.repeat(32);
  expect(signatureHolds(identity, 'whatever text', forged)).toBe(true);
  const weak = { ...signer('Vera Svak', 'approver'), publicKey: identity };
  const create = () => signedLedger(approversList([kari, astrid, ola, weak]));
  expect(failureOf(create)).toBe('refused LIST_REFUSED LIST_BAD_KEY');
});

test('one key cannot attest under one name and approve under another', () => {
  const ledger = signedLedger();
  const { batch } = ledger.recordDraft(draftOf(ledger, { lines: LINES }));
  ledger.signDraft(batch.runId, signedInput(ledger, batch, kari, 'runner'));
  ledger.attest(batch.runId, signedInput(ledger, batch, astrid, 'attestant'));
  const again = { ...astrid, name: 'Anne Annen' };
  ledger.adoptList(approversList([kari, again, ola, signer('Ane Ny', 'attestant')], list, [kari, ola]), {
    ...KARI,
    at: '2018-04-02T09:00:00Z',
  });
  const late = '2018-04-02T10:00:00Z';
  expect(failureOf(() => ledger.approve(batch.runId, signedInput(ledger, batch, again, 'approver', late)))).toBe(
    'refused LEDGER_APPROVAL_REFUSED LEDGER_KEY_OF_ANOTHER',
  );
  expect(ledger.approve(batch.runId, signedInput(ledger, batch, ola, 'approver', late)).batch.state).toBe('posted');
  expect(ledger.verify().faults).toEqual([]);
});

test('a key that has been taken off the list cannot sign by setting the clock back', () => {
  const ledger = signedLedger();
  const per = signer('Per Ny', 'runner');
  const next = { ...approversList([per, astrid, ola], list, []), validFrom: '2018-05-01' };
  const signedNext = approversList([per, astrid, ola], list, [astrid, ola]);
  expect(failureOf(() => ledger.adoptList(next, { ...KARI, at: '2018-05-01T08:00:00Z' }))).toBe(
    'refused LIST_REFUSED LIST_NEEDS_SIGNATURES',
  );
  ledger.adoptList(signedNext, { ...KARI, at: '2018-05-01T08:00:00Z' });
  const { batch } = ledger.recordDraft(draftOf(ledger, { lines: LINES }));
  const sign = (at: string) =>
    failureOf(() => ledger.signDraft(batch.runId, signedInput(ledger, batch, per, 'runner', at)));
  expect(sign('2018-04-30T08:00:00Z')).toBe(
    'refused LEDGER_SIGNATURE_REFUSED LEDGER_CLOCK_BEHIND LEDGER_ONLY_RUNNER_SIGNS',
  );
  expect(failureOf(() => ledger.adoptList(approversList([kari, astrid, ola], signedNext, [astrid, ola]), KARI))).toBe(
    'refused LIST_REFUSED LEDGER_CLOCK_BEHIND',
  );
});

test('a key whose days are over cannot sign, adopt or delete by setting the clock back before what was posted', () => {
  const [per, until] = [signer('Per Ny', 'approver'), { ...ola, validTo: '2018-04-30' }];
  const first = approversList([kari, astrid, until, per]);
  const ledger = signedLedger(first);
  postSigned(ledger, per, '2018-05-02T08:00:00Z');
  const back = '2018-04-30T08:00:00Z';
  const lines = [{ recipient: '1507', due: 40_000, posted: 31_900 }];
  const { batch } = ledger.recordDraft(draftOf(ledger, { term: 2, lines }));
  expect(failureOf(() => ledger.signDraft(batch.runId, signedInput(ledger, batch, kari, 'runner', back)))).toBe(
    'refused LEDGER_SIGNATURE_REFUSED LEDGER_CLOCK_BEHIND',
  );
  const next = approversList([kari, astrid, ola], first, [astrid, until]);
  expect(failureOf(() => ledger.adoptList(next, { ...KARI, at: back }))).toBe(
    'refused LIST_REFUSED LEDGER_CLOCK_BEHIND',
  );
  const by = { ...KARI, actor: ola.name, at: back, key: actKeyOf(ola), reason: 'rydding' };
  expect(failureOf(() => ledger.recordPruning('snapshot-of-nothing', by))).toBe(
    'refused LEDGER_ACT_REFUSED LEDGER_CLOCK_BEHIND',
  );
});

test('who no longer stands on the list on the day of adoption cannot sign a list dated back', () => {
  const gone = { ...ola, validTo: '2018-04-30' };
  const first = approversList([kari, astrid, gone]);
  const ledger = signedLedger(first);
  const next = approversList([kari, astrid, { ...ola, validTo: '' }], first, [astrid, gone]);
  expect(failureOf(() => ledger.adoptList(next, { ...KARI, at: '2018-05-01T08:00:00Z' }))).toBe(
    'refused LIST_REFUSED LIST_SIGNER_NOT_ON_DAY LIST_NEEDS_SIGNATURES',
  );
  expect(failureOf(() => ledger.adoptList(next, { ...KARI, at: '2018-04-30T08:00:00Z' }))).toBe('');
});

/** Writes the time of an act anew and every hash after it, as somebody does who rewrites the whole file. */
function redate(path: string, act: string, last: boolean, at: string): void {
  const db = new Sqlite(path);
  db.exec('DROP TRIGGER journal_never_changed');
  const rows: { sequence: number; act: string; body: string }[] = [];
  for (const row of db.prepare('SELECT sequence, act, body FROM journal ORDER BY sequence').raw().iterate()) {
    const [sequence, name, body] = JSON.parse(JSON.stringify(row));
    rows.push({ sequence, act: name, body });
  }
  const chosen = rows.filter((row) => row.act === act).at(last ? -1 : 0)?.sequence;
  let head = createHash('sha256').update('norsktilskudd journal\n').digest('hex');
  const update = db.prepare(
    'UPDATE journal SET at = coalesce(?, at), body = ?, previous_hash = ?, hash = ? WHERE sequence = ?',
  );
  for (const { sequence, body } of rows) {
    const isChosen = sequence === chosen;
    const text = isChosen ? body.replace(/"at":"[^"]*"/, `"at":"${at}"`) : body;
    const hash = createHash('sha256').update(Buffer.from(head, 'hex')).update(text, 'utf8').digest('hex');
    update.run(isChosen ? at : null, text, head, hash, sequence);
    head = hash;
  }
  db.exec(
    "CREATE TRIGGER journal_never_changed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'journal: rows are never changed'); END",
  );
  db.close();
}

test.each([
  ['adopt', true, '2018-05-01T08:00:00Z', ['LEDGER_SIGNATURE_BROKEN']],
  ['draft', true, '2018-05-01T08:00:00Z', ['LEDGER_SIGNATURE_BROKEN']],
  ['adopt', true, '2018-03-31T08:00:00Z', ['LEDGER_LIST_DIFFERS']],
  ['post', true, '2018-05-01T08:00:00Z', ['LEDGER_LIST_DIFFERS', 'LEDGER_SIGNATURE_BROKEN']],
])('verification finds signatures and lists dated before what they stand on: %s', (act, last, at, codes) => {
  const ledger = signedLedger();
  if (act === 'post') postSigned(ledger, ola, KARI.at);
  ledger.adoptList(approversList([kari, astrid, ola, signer('Per Ny', 'approver')], list, [kari, ola]), KARI);
  const { batch } = ledger.recordDraft(draftOf(ledger, { lines: LINES, term: 2 }));
  ledger.signDraft(batch.runId, signedInput(ledger, batch, kari, 'runner'));
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
  open.pop();
  redate(ledger.path, act, last, at);
  const changed = openLedger(ledger.path, { readOnly: true });
  expect(changed.verify().faults.map((fault) => fault.code)).toEqual(codes);
  changed.close();
});
