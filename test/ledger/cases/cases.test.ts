import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type CaseActDetails, EMPTY_CASE_ACT } from '../../../src/domain';
import { type Ledger, openLedger } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { approvalOf, code, draftOf, failureOf, KARI, OLA, postRun } from '../support';

const BY = { ...KARI, reason: 'klage', salt: '5a17' };
const PERSON = 201712345601;
const DAYS = { fromDay: '2018-01-01', toDay: '2018-12-31' };

function ledgerIn(folder = temporaryFolder()): { ledger: Ledger; path: string } {
  const path = join(folder, 'ledger.db');
  return { ledger: openLedger(path, { create: { rehearsal: false, by: KARI } }), path };
}

function open(ledger: Ledger): number {
  const about = { kind: 'complaint' as const, recipient: code('1507'), personId: PERSON, reference: '24/1' };
  return ledger.openCase({ ...BY, ...about }).caseNumber;
}

const propose = (ledger: Ledger, details: Partial<CaseActDetails> & Pick<CaseActDetails, 'kind'>, caseNumber = 1) =>
  ledger.proposeCaseAct({ ...BY, caseNumber, details: { ...EMPTY_CASE_ACT, ...details } });

test('an act counts once another has confirmed it, and until its withdrawal is confirmed', () => {
  const { ledger } = ledgerIn();
  open(ledger);
  const { act } = propose(ledger, {
    kind: 'pin_kommune',
    grantYear: 2018,
    personId: PERSON,
    recipient: code('1507'),
    fromDay: '2018-03-01',
  });
  expect(ledger.caseActs()).toEqual([]);
  expect(failureOf(() => ledger.confirmCaseAct(act, KARI))).toBe('refused LEDGER_CASE_REFUSED LEDGER_CASE_OWN_ACT');
  expect(failureOf(() => ledger.confirmCaseAct(act, { ...OLA, actor: 'KARI  kjører' }))).toContain(
    'LEDGER_CASE_OWN_ACT',
  );
  expect(ledger.confirmCaseAct(act, OLA)).toMatchObject({ already: false, found: { state: 'in_force' } });
  expect(ledger.confirmCaseAct(act, OLA).already).toBe(true);
  expect(ledger.caseActs()).toMatchObject([{ act, caseNumber: 1, order: 1, kind: 'pin_kommune', personId: PERSON }]);
  const withdrawal = ledger.withdrawCaseAct(act, BY);
  expect(ledger.caseActs()).toHaveLength(1);
  ledger.confirmCaseAct(withdrawal.act, OLA);
  expect(ledger.caseActs()).toEqual([]);
  expect(failureOf(() => ledger.withdrawCaseAct(act, BY))).toContain('LEDGER_CASE_ACT_ENDED');
  expect(ledger.cases()[0]?.acts.map(({ state }) => state)).toEqual(['withdrawn', 'in_force']);
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
});

test('of two acts the one confirmed later comes later, whichever was proposed first', () => {
  const { ledger } = ledgerIn();
  open(ledger);
  const count = { kind: 'pin_count' as const, grantYear: 2018, recipient: code('1507') };
  const first = propose(ledger, { ...count, amount: 4 }).act;
  const second = propose(ledger, { ...count, amount: 0 }).act;
  ledger.confirmCaseAct(second, OLA);
  ledger.confirmCaseAct(first, OLA);
  expect(ledger.caseActs().map(({ act, order, amount }) => [act, order, amount])).toEqual([
    [second, 1, 0],
    [first, 2, 4],
  ]);
  ledger.close();
});

test('a proposal is dropped by one person; a case is decided by another than its opener, and closed once nothing is open', () => {
  const { ledger } = ledgerIn();
  open(ledger);
  const decide = (by = OLA) => ledger.decideCase(1, 'upheld', { ...by, reason: 'medhold' });
  expect(failureOf(() => decide(KARI))).toContain('LEDGER_CASE_OWN_DECISION');
  expect(failureOf(() => ledger.closeCase(1, BY))).toContain('LEDGER_CASE_UNDECIDED');
  expect(decide().state).toBe('decided');
  expect(failureOf(() => decide())).toContain('LEDGER_CASE_DECIDED');
  const { act } = propose(ledger, { kind: 'keep', personId: PERSON });
  expect(failureOf(() => ledger.closeCase(1, BY))).toContain('LEDGER_CASE_HAS_PROPOSALS');
  expect(ledger.withdrawCaseAct(act, BY).state).toBe('dropped');
  expect(failureOf(() => ledger.confirmCaseAct(act, OLA))).toContain('LEDGER_CASE_ACT_ENDED');
  expect(ledger.closeCase(1, BY)).toMatchObject({ already: false, found: { state: 'closed' } });
  expect(ledger.closeCase(1, BY).already).toBe(true);
  expect(failureOf(() => propose(ledger, { kind: 'keep', personId: PERSON }))).toContain('LEDGER_CASE_CLOSED');
  expect(failureOf(() => propose(ledger, { kind: 'keep', personId: PERSON }, 2))).toBe('usage LEDGER_CASE_UNKNOWN');
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
});

test.each<[string, Partial<CaseActDetails> & Pick<CaseActDetails, 'kind'>, string]>([
  ['no day', { kind: 'pin_kommune', grantYear: 2018, personId: PERSON, recipient: 15071 }, 'LEDGER_CASE_FIELD_MISSING'],
  ['a kommune too much', { kind: 'keep', personId: PERSON, recipient: 15071 }, 'LEDGER_CASE_FIELD_EXTRA'],
  [
    'days the wrong way',
    { kind: 'block', personId: PERSON, fromDay: '2018-02-01', toDay: '2018-01-01' },
    'LEDGER_CASE_DAYS',
  ],
  ['a block of nothing', { kind: 'block', ...DAYS }, 'LEDGER_CASE_BLOCK_OF_NOTHING'],
  ['half a line', { kind: 'block', grantYear: 2018, personId: PERSON, ...DAYS }, 'LEDGER_CASE_BLOCK_OF_LINE'],
  [
    'an adjustment of nobody',
    { kind: 'adjustment', grantYear: 2018, component: 'persontilskudd', recipient: 15071, amount: 1, code: 'X' },
    'LEDGER_CASE_PERSON_OF_COMPONENT',
  ],
  ['fewer than nobody', { kind: 'pin_count', grantYear: 2018, recipient: 15071, amount: -1 }, 'LEDGER_CASE_AMOUNT'],
])('refuses an act that says too little, too much or nonsense: %s', (_what, details, reason) => {
  const { ledger } = ledgerIn();
  open(ledger);
  expect(failureOf(() => propose(ledger, details))).toContain(reason);
  expect(ledger.cases()[0]?.acts).toEqual([]);
  ledger.close();
});

test('a draft older than an act is refused, when it is recorded and when it is approved', () => {
  const { ledger } = ledgerIn();
  postRun(ledger, { lines: [{ recipient: '1507', due: 100 }] });
  open(ledger);
  const early = draftOf(ledger, { term: 2, lines: [{ recipient: '1507', due: 200, posted: 100 }] });
  const { batch } = ledger.recordDraft(early);
  const late = draftOf(ledger, { term: 3, lines: [{ recipient: '1507', due: 200, posted: 100 }] });
  const { act } = propose(ledger, { kind: 'block', recipient: code('1507'), ...DAYS });
  // A proposal decides nothing.
  ledger.confirmCaseAct(act, OLA);
  expect(failureOf(() => ledger.approve(batch.runId, approvalOf(batch)))).toContain('LEDGER_CASES_CHANGED');
  expect(failureOf(() => ledger.recordDraft(late))).toBe('refused LEDGER_CASES_CHANGED');
  ledger.close();
});

test('the journal names nobody, and nobody is found by trying', () => {
  const { ledger, path } = ledgerIn();
  open(ledger);
  ledger.confirmCaseAct(propose(ledger, { kind: 'keep', personId: PERSON }).act, OLA);
  expect([...ledger.journalBodies()].join('\n')).not.toContain(String(PERSON));
  const bodies = [...ledger.journalBodies()].filter((body) => body.includes('details_hash'));
  expect(bodies).toHaveLength(2);
  ledger.close();
  const db = new Sqlite(path, { readonly: true });
  expect(String(db.prepare('SELECT text FROM case_details').pluck().get())).toContain('"salt":"5a17"');
  db.close();
});

test('refused payments stand in nobody’s way: the batch is annulled, and all places hold nothing', () => {
  const { ledger, path } = ledgerIn();
  const { runId } = postRun(ledger, {
    lines: [
      { recipient: '1507', due: 100 },
      { recipient: '0301', due: 50, person: 2 },
    ],
  });
  const keys = ledger.paymentsOf(runId).map(({ paymentKey }) => paymentKey);
  ledger.recordOutcome({
    ...OLA,
    at: '2018-05-01T08:00:00Z',
    kind: 'refused',
    on: '2018-04-20',
    paymentKeys: keys.slice(0, 1),
  });
  const { batch } = ledger.recordAnnulment(runId, { ...KARI, at: '2018-05-02T08:00:00Z', reason: 'feil sats' });
  ledger.approve(batch.runId, approvalOf(batch, { at: '2018-05-02T08:00:00Z' }));
  expect(ledger.batch(runId)?.state).toBe('annulled');
  expect(ledger.postedState().balances).toEqual([]);
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
  const db = new Sqlite(path, { readonly: true });
  const sums = db
    .prepare(
      `SELECT place, sum(amount) AS sum FROM (SELECT to_place AS place, amount FROM movements
       UNION ALL SELECT from_place, -amount FROM movements) GROUP BY 1 HAVING sum <> 0`,
    )
    .all();
  expect(sums).toEqual([]);
  db.close();
});

test('a batch of many lines is annulled whole: its lines are read a page at a time while they are reversed', () => {
  const { ledger } = ledgerIn();
  const lines = Array.from({ length: 5_000 }, (_, place) => ({ recipient: '1507', person: place + 1, due: 100 }));
  const { runId } = postRun(ledger, { lines });
  const { batch } = ledger.recordAnnulment(runId, { ...KARI, at: '2018-05-02T08:00:00Z', reason: 'feil sats' });
  ledger.approve(batch.runId, approvalOf(batch, { at: '2018-05-02T08:00:00Z' }));
  expect(ledger.batch(batch.runId)).toMatchObject({ state: 'posted', lines: 5_000, linesTotalNok: -500_000 });
  expect([...ledger.postedState().entries([2018], new Map())]).toEqual([]);
  ledger.close();
});
