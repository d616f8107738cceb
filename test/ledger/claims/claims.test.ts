import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { attributePayments } from '../../../src/analysis';
import { type CaseActDetails, EMPTY_CASE_ACT } from '../../../src/domain';
import { type Ledger, openLedger } from '../../../src/ledger';
import { testRules } from '../../analysis/support/registers';
import { temporaryFolder } from '../../support/temporary-folder';
import { approvalOf, code, draftOf, failureOf, KARI, OLA, postRun } from '../support';

const BY = { ...KARI, reason: 'kommer ikke inn', salt: '5a17' };
const CELL = { recipient: code('1507'), code: 'persontilskudd' };

/** Alice's kommune owes 5,000 after the second term; a case of recovery is open. */
function owing(): { ledger: Ledger; path: string } {
  const path = join(temporaryFolder(), 'ledger.db');
  const ledger = openLedger(path, { create: { rehearsal: false, by: KARI } });
  postRun(ledger, { lines: [{ recipient: '1507', due: 31_900 }] });
  postRun(ledger, { term: 2, lines: [{ recipient: '1507', due: 26_900, posted: 31_900 }] });
  ledger.openCase({ ...BY, kind: 'recovery', recipient: CELL.recipient, personId: 0, reference: '24/9' });
  return { ledger, path };
}

type Said = Partial<CaseActDetails> & Pick<CaseActDetails, 'kind'>;

const propose = (ledger: Ledger, details: Said): number =>
  ledger.proposeCaseAct({ ...BY, caseNumber: 1, details: { ...EMPTY_CASE_ACT, ...CELL, ...details } }).act;

function done(ledger: Ledger, details: Said): number {
  const act = propose(ledger, details);
  ledger.confirmCaseAct(act, OLA);
  return act;
}

function withdrawn(ledger: Ledger, act: number): void {
  ledger.confirmCaseAct(ledger.withdrawCaseAct(act, BY).act, OLA);
}

const balance = (ledger: Ledger): number =>
  ledger.postedState().balances.find(({ recipient }) => recipient === CELL.recipient)?.balanceNok ?? 0;

/** Kroner in each place, over all recipients; together nothing. */
function places(path: string): Record<string, number> {
  const db = new Sqlite(path, { readonly: true });
  const rows = db.prepare('SELECT from_place AS "from", to_place AS "to", amount FROM movements').all();
  const sums: Record<string, number> = {};
  for (const row of rows as { from: string; to: string; amount: number }[]) {
    sums[row.from] = (sums[row.from] ?? 0) - row.amount;
    sums[row.to] = (sums[row.to] ?? 0) + row.amount;
  }
  db.close();
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}

test('a claim takes its part out of netting, and payment and write-off end it', () => {
  const { ledger, path } = owing();
  expect(balance(ledger)).toBe(-5000);
  const claim = propose(ledger, { kind: 'claim', amount: 4000, toDay: '2021-06-30' });
  // Proposed by one person: nothing has moved.
  expect(balance(ledger)).toBe(-5000);
  ledger.confirmCaseAct(claim, OLA);
  expect(balance(ledger)).toBe(-1000);
  const { batch } = ledger.recordDraft(
    draftOf(ledger, { term: 3, lines: [{ recipient: '1507', due: 29_900, posted: 26_900 }] }),
  );
  ledger.approve(batch.runId, approvalOf(batch));
  // 3,000 granted, 1,000 netted, 2,000 paid: the claim stands beside it.
  expect(ledger.paymentsOf(batch.runId)).toMatchObject([{ amountNok: 2000 }]);
  const { payments } = attributePayments(ledger.paymentHistory(), testRules().places);
  expect(payments.map(({ byGrantYear }) => [...byGrantYear])).toEqual([[[2018, 31_900]], [[2018, 2000]]]);
  done(ledger, { kind: 'claim_payment', amount: 1500, key: String(claim), fromDay: '2018-04-01' });
  done(ledger, { kind: 'write_off', amount: 2500, key: String(claim) });
  expect(balance(ledger)).toBe(0);
  expect(places(path)).toEqual({ granted: -29_900, ordered: 33_900, repaid: -1500, written_off: -2500 });
  expect(ledger.caseActs().map(({ kind, amount }) => [kind, amount])).toEqual([
    ['claim', 4000],
    ['claim_payment', 1500],
    ['write_off', 2500],
  ]);
  expect(failureOf(() => ledger.withdrawCaseAct(claim, BY))).toContain('LEDGER_CLAIM_NOT_OPEN');
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
});

test('a withdrawn claim is carried again as far as it is open, and a payment recorded by mistake opens it again', () => {
  const { ledger } = owing();
  const claim = done(ledger, { kind: 'claim', amount: 5000 });
  const payment = done(ledger, { kind: 'claim_payment', amount: 5000, key: String(claim), fromDay: '2018-04-01' });
  withdrawn(ledger, payment);
  done(ledger, { kind: 'claim_payment', amount: 2000, key: String(claim), fromDay: '2018-04-01' });
  withdrawn(ledger, claim);
  expect(balance(ledger)).toBe(-3000);
  expect(failureOf(() => propose(ledger, { kind: 'write_off', amount: 1, key: String(claim) }))).toContain(
    'LEDGER_CLAIM_NOT_OPEN',
  );
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
});

test.each<[string, Said, string]>([
  ['more than is owed', { kind: 'claim', amount: 5001 }, 'LEDGER_CLAIM_ABOVE_BALANCE'],
  [
    'of a recipient who owes nothing',
    { kind: 'claim', amount: 1, recipient: code('0301') },
    'LEDGER_CLAIM_ABOVE_BALANCE',
  ],
  ['in no group', { kind: 'claim', amount: 1, code: 'introduksjon' }, 'LEDGER_CLAIM_GROUP'],
  ['below nothing', { kind: 'claim', amount: -1 }, 'LEDGER_CLAIM_AMOUNT'],
  ['paid on no claim', { kind: 'claim_payment', amount: 1, key: '7', fromDay: '2018-03-01' }, 'LEDGER_CLAIM_NOT_OPEN'],
  ['lapses on no day', { kind: 'claim', amount: 1, toDay: '2018-02-30' }, 'LEDGER_CASE_DAYS'],
])('refuses a claim %s', (_what, details, reason) => {
  const { ledger } = owing();
  expect(failureOf(() => propose(ledger, details))).toContain(reason);
  ledger.close();
});

test('what is paid is at most what is open, on a day that has come, of the claim that is named', () => {
  const { ledger } = owing();
  const key = String(done(ledger, { kind: 'claim', amount: 3000 }));
  const paid = { kind: 'claim_payment', key, fromDay: '2018-04-01' } as const;
  expect(failureOf(() => propose(ledger, { ...paid, amount: 3001 }))).toContain('LEDGER_CLAIM_ABOVE_OPEN');
  expect(failureOf(() => propose(ledger, { ...paid, amount: 1, fromDay: '2018-04-02' }))).toContain(
    'LEDGER_CLAIM_DAY_TO_COME',
  );
  expect(failureOf(() => propose(ledger, { ...paid, amount: 1, code: 'asylum' }))).toContain('LEDGER_CLAIM_OF_OTHERS');
  ledger.close();
});

test('of two claims on one balance the one confirmed second is refused', () => {
  const { ledger } = owing();
  const [first, second] = [
    propose(ledger, { kind: 'claim', amount: 3000 }),
    propose(ledger, { kind: 'claim', amount: 3000 }),
  ];
  ledger.confirmCaseAct(second, OLA);
  expect(failureOf(() => ledger.confirmCaseAct(first, OLA))).toContain('LEDGER_CLAIM_ABOVE_BALANCE');
  expect(balance(ledger)).toBe(-2000);
  ledger.close();
});

test('a batch that a claim followed is not annulled, and a draft from before a claim is refused', () => {
  const { ledger } = owing();
  const late = ledger.recordDraft(
    draftOf(ledger, { term: 3, lines: [{ recipient: '1507', due: 27_000, posted: 26_900 }] }),
  );
  const runId = ledger.lastPosted()?.runId ?? '';
  const annulment = ledger.recordAnnulment(runId, { ...KARI, reason: 'feil' }).batch;
  done(ledger, { kind: 'claim', amount: 5000 });
  expect(failureOf(() => ledger.approve(late.batch.runId, approvalOf(late.batch)))).toContain('LEDGER_CASES_CHANGED');
  expect(failureOf(() => ledger.approve(annulment.runId, approvalOf(annulment)))).toContain('LEDGER_ANNUL_CLAIMED');
  ledger.withdraw(annulment.runId, BY);
  expect(failureOf(() => ledger.recordAnnulment(runId, { ...KARI, reason: 'feil' }))).toContain('LEDGER_ANNUL_CLAIMED');
  ledger.close();
});

test('a run that a claim came and went over is recorded anew, and can be approved', () => {
  const { ledger } = owing();
  const sketch = { term: 3, lines: [{ recipient: '1507', due: 27_000, posted: 26_900 }] };
  ledger.recordDraft(draftOf(ledger, sketch));
  withdrawn(ledger, done(ledger, { kind: 'claim', amount: 5000 }));
  const { already, batch } = ledger.recordDraft(draftOf(ledger, sketch));
  expect(already).toBe(false);
  expect(ledger.approve(batch.runId, approvalOf(batch)).batch.state).toBe('posted');
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
});

test('the file itself refuses a claim above the balance, and readers see what is netted', () => {
  const { ledger, path } = owing();
  done(ledger, { kind: 'claim', amount: 4000 });
  ledger.close();
  const db = new Sqlite(path);
  expect(db.prepare('SELECT recipient, netting_group, balance FROM carried_balances').raw().all()).toEqual([
    ['1507', 'persontilskudd', -1000],
  ]);
  const last = db.prepare('SELECT max(sequence) FROM journal').pluck().get();
  const insert = db.prepare(
    "INSERT INTO movements VALUES (?, ?, (SELECT netting_group FROM netting_groups WHERE name = 'persontilskudd'), 'claimed', 'carried', 1001, 0, 0)",
  );
  expect(() => insert.run(last, CELL.recipient)).toThrow('more is claimed than is owed');
  db.close();
});
