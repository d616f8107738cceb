import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type CaseActDetails, EMPTY_CASE_ACT } from '../../../src/domain';
import { type Ledger, openLedger } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { changePastTriggers } from '../past-triggers';
import { bring, fact, HALDEN, handedOver, told } from '../receipts/support';
import { code, draftOf, failureOf, KARI, OLA, postRun } from '../support';

const PERSON = 201712345601;
const LATE = '2030-01-01';
const OVER = { reason: 'tiden er ute' };
const KARI_LATER = { ...KARI, ...OVER, at: '2018-05-20T09:00:00Z' };
const OLA_LATER = { ...OLA, ...OVER, at: '2018-05-20T09:00:00Z' };
const SAID = { ...KARI_LATER, reason: 'klage', salt: '5a17' };

/** A run of 2020, after which none can correct anything of 2018. */
const twoYearsLater = (ledger: Ledger) =>
  postRun(ledger, { grantYear: 2020, lines: [{ recipient: '0101', due: 100, person: 3 }] });

test('receipts lose their bytes once no run can correct their payments, by two persons; what they said of payments stays', () => {
  const folder = temporaryFolder();
  const ledger = handedOver(folder, 'receipts');
  bring(ledger, [fact(HALDEN, 'paid')], 'N1-of-Halden');
  const stood = told(ledger);
  const bytes = ledger.bytesOfReceipt(1);
  expect(ledger.deleteContents('receipts', LATE, KARI_LATER)).toBeUndefined();
  twoYearsLater(ledger);
  expect(ledger.goingContents('receipts', '2018-05-20')).toEqual([]);
  expect(ledger.deleteContents('receipts', LATE, KARI_LATER)).toEqual({
    items: [1],
    proposedBy: KARI.actor,
    isDeleted: false,
  });
  // The same person again confirms nothing, nor does another for another day.
  expect(ledger.deleteContents('receipts', LATE, KARI_LATER)?.isDeleted).toBe(false);
  expect(ledger.deleteContents('receipts', '2029-01-01', OLA_LATER)?.isDeleted).toBe(false);
  expect(ledger.bytesOfReceipt(1)).toEqual(bytes);
  expect(ledger.deleteContents('receipts', LATE, OLA_LATER)).toMatchObject({ items: [1], isDeleted: true });
  expect(ledger.bytesOfReceipt(1)).toHaveLength(0);
  expect(ledger.receipts()).toMatchObject([{ receipt: 1, facts: 1, deletedOn: '2018-05-20', size: bytes.length }]);
  expect(told(ledger)).toBe(stood);
  // The same file brought again is known by its hash.
  expect(ledger.receiveReceipt({ name: 'again.xml', bytes }, OLA_LATER)).toEqual({ receipt: 1, already: true });
  expect(ledger.deleteContents('receipts', LATE, KARI_LATER)).toBeUndefined();
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
  const path = join(folder, 'receipts.db');
  expect(readFileSync(path).includes('N1-of-Halden",[')).toBe(false);
  const db = new Sqlite(path);
  expect(() => db.prepare("UPDATE receipts SET content = x'00'").run()).toThrow('never changed');
  db.close();
  changePastTriggers(path, "UPDATE receipts SET content = x'00'");
  const changed = openLedger(path, { readOnly: true });
  expect(changed.verify().faults).toMatchObject([{ code: 'LEDGER_RECEIPT_DIFFERS' }]);
  changed.close();
});

/** A ledger with a run of 2018 and cases opened, decided and closed, of which the acts are given. */
function ledgerWithCases(path: string, ...cases: (Partial<CaseActDetails> & Pick<CaseActDetails, 'kind'>)[]): Ledger {
  const ledger = openLedger(path, { create: { rehearsal: false, by: KARI } });
  postRun(ledger, { lines: [{ recipient: '1507', due: 100 }] });
  for (const details of cases) {
    const { caseNumber } = ledger.openCase({
      ...SAID,
      kind: 'complaint',
      recipient: 0,
      personId: PERSON,
      reference: '24/1',
    });
    const { act } = ledger.proposeCaseAct({ ...SAID, caseNumber, details: { ...EMPTY_CASE_ACT, ...details } });
    ledger.confirmCaseAct(act, OLA_LATER);
    ledger.decideCase(caseNumber, 'upheld', OLA_LATER);
    ledger.closeCase(caseNumber, KARI_LATER);
  }
  return ledger;
}

const PIN = { kind: 'pin_kommune' as const, grantYear: 2018, personId: PERSON, fromDay: '2018-03-01' };

test('a closed case forgets persons once no run can read its acts; its amounts, hashes and persons who decided stay', () => {
  const path = join(temporaryFolder(), 'cases.db');
  const ledger = ledgerWithCases(
    path,
    { ...PIN, recipient: code('1507') },
    { kind: 'keep', personId: PERSON },
    { ...PIN, grantYear: 2020, fromDay: '2020-03-01', recipient: code('1507') },
    { kind: 'block', personId: PERSON, fromDay: '2018-01-01', toDay: '2018-12-31' },
  );
  expect(ledger.goingContents('cases', LATE)).toEqual([]);
  twoYearsLater(ledger);
  const { batch } = ledger.recordDraft(
    draftOf(ledger, { grantYear: 2020, term: 2, lines: [{ recipient: '0101', due: 200, posted: 100, person: 3 }] }),
  );
  // While a draft is open nobody takes away what it was made from.
  expect(ledger.contentUses('cases').map(({ hold }) => hold)).toEqual([
    'open draft',
    'open',
    'can be corrected',
    'open draft',
  ]);
  ledger.withdraw(batch.runId, { ...KARI_LATER, reason: 'feil' });
  expect(ledger.deleteContents('cases', LATE, KARI_LATER)).toMatchObject({ items: [1, 4], isDeleted: false });
  expect(ledger.deleteContents('cases', LATE, OLA_LATER)).toMatchObject({ items: [1, 4], isDeleted: true });
  expect(ledger.cases()[0]).toMatchObject({
    personId: 0,
    textsDeletedOn: '2018-05-20',
    state: 'closed',
    acts: [{ state: 'in_force', details: { kind: 'pin_kommune', personId: 0, recipient: code('1507') } }],
  });
  expect(ledger.caseActs().map(({ act, personId }) => [act, personId])).toEqual([
    [2, PERSON],
    [3, PERSON],
  ]);
  expect(failureOf(() => ledger.withdrawCaseAct(1, SAID))).toContain('LEDGER_CASE_DELETED');
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
  const rest = new Sqlite(path);
  const texts = rest.prepare('SELECT text FROM case_details').pluck().all().map(String);
  expect(texts.filter((text) => text.includes(String(PERSON)))).toHaveLength(4);
  expect(texts.filter((text) => !text.includes('salt'))).toHaveLength(4);
  expect(() => rest.prepare("UPDATE case_details SET text = '{}'").run()).toThrow('never changed');
  expect(rest.prepare('SELECT act FROM case_acts_in_force').pluck().all()).toEqual([2, 3]);
  rest.close();
  changePastTriggers(
    path,
    "UPDATE case_details SET text = replace(text, '2018-03-01', '2018-04-01') WHERE journal IN (SELECT journal FROM case_acts WHERE act = 1)",
  );
  const changed = openLedger(path, { readOnly: true });
  expect(changed.verify().faults).toMatchObject([{ code: 'LEDGER_ACT_DIFFERS' }]);
  changed.close();
});

test('what was claimed stays out of netting when the case of the claim is deleted, and an open claim keeps its case', () => {
  const path = join(temporaryFolder(), 'claimed.db');
  const ledger = openLedger(path, { create: { rehearsal: false, by: KARI } });
  postRun(ledger, { lines: [{ recipient: '1507', due: 31_900 }] });
  postRun(ledger, { term: 2, lines: [{ recipient: '1507', due: 26_900, posted: 31_900 }] });
  const claimCase = (amount: number, isPaid: boolean): void => {
    const about = { kind: 'recovery' as const, recipient: code('1507'), personId: 0, reference: '24/9' };
    const { caseNumber } = ledger.openCase({ ...SAID, ...about });
    const owed = { ...EMPTY_CASE_ACT, recipient: code('1507'), code: 'persontilskudd', amount };
    const { act } = ledger.proposeCaseAct({ ...SAID, caseNumber, details: { ...owed, kind: 'claim' } });
    ledger.confirmCaseAct(act, OLA_LATER);
    if (isPaid) {
      const details = { ...owed, kind: 'claim_payment' as const, key: String(act), fromDay: '2018-05-02' };
      ledger.confirmCaseAct(ledger.proposeCaseAct({ ...SAID, caseNumber, details }).act, OLA_LATER);
    }
    ledger.decideCase(caseNumber, 'settled', OLA_LATER);
    ledger.closeCase(caseNumber, KARI_LATER);
  };
  claimCase(3000, true);
  claimCase(2000, false);
  twoYearsLater(ledger);
  expect(ledger.contentUses('cases').map(({ hold }) => hold)).toEqual(['over', 'open']);
  const before = [ledger.caseActs(), ledger.postedState().balances];
  expect(before[0]).toHaveLength(3);
  for (const by of [KARI_LATER, OLA_LATER]) ledger.deleteContents('cases', LATE, by);
  expect([ledger.caseActs(), ledger.postedState().balances]).toEqual(before);
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
});

test('a draft that was begun before texts were deleted is refused', () => {
  const ledger = ledgerWithCases(join(temporaryFolder(), 'begun.db'), { ...PIN, recipient: code('1507') });
  twoYearsLater(ledger);
  const begun = draftOf(ledger, {
    grantYear: 2020,
    term: 2,
    lines: [{ recipient: '0101', due: 200, posted: 100, person: 3 }],
  });
  for (const by of [KARI_LATER, OLA_LATER]) ledger.deleteContents('cases', LATE, by);
  expect(failureOf(() => ledger.recordDraft(begun))).toBe('refused LEDGER_CASES_CHANGED');
  ledger.close();
});
