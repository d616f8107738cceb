import { join } from 'node:path';
import { attributePayments } from '../../../src/analysis/budget/attribute-payments';
import { type BudgetRequest, type BudgetYear, budgetYear } from '../../../src/analysis/budget/budget-year';
import { knownDay } from '../../../src/domain';
import { type Ledger, openLedger } from '../../../src/ledger';
import { type LineSketch, postRun } from '../../ledger/support';
import { temporaryFolder } from '../../support/temporary-folder';
import { testRules } from '../support/registers';

const folder = temporaryFolder();
const { places } = testRules();
const ledger: Ledger = openLedger(join(folder, 'year-end.db'), { create: { rehearsal: false } });
afterAll(() => ledger.close());

const AS_OF: Record<string, string> = {
  '2025-1': '2025-03-31',
  '2025-2': '2025-06-30',
  '2025-3': '2025-09-30',
  '2025-4': '2025-12-12',
  '2026-1': '2026-03-31',
};
const BANK = { actor: 'Bodil Bank', at: '2026-06-01T09:00:00Z', build: 'test' };
const batch = (grantYear: number, term: number, ...lines: LineSketch[]) =>
  postRun(ledger, { grantYear, term, lines, asOf: knownDay(AS_OF[`${grantYear}-${term}`] ?? '') }).runId;
const paid = (runId: string, on: string) => ledger.recordOutcome({ ...BANK, kind: 'paid', on, paymentKeys: [], runId });
const tell = (kind: 'paid' | 'refused', on: string, key: string) =>
  ledger.recordOutcome({ ...BANK, kind, on, paymentKeys: [key] });
const budget = (changes: Partial<BudgetRequest> = {}): BudgetYear => {
  const history = ledger.paymentHistory();
  const request = {
    budgetYear: 2025,
    grantYear: 2025,
    appropriationNok: 815_000_000,
    dueLaterNok: 0,
    heldNok: 2_500_000,
  };
  return budgetYear({ ...request, ...changes }, history, attributePayments(history, places));
};

/*
 * Appropriation 815 000 000, size 812 400 000 of which 2 500 000 held, 6 200 000 arrears of the year before paid,
 * 2 310 450 refused on 30 December and paid again on 5 January, 1 640 000 for late persons in the next T1.
 */
describe('a year end to the krone', () => {
  test('the budget year', () => {
    const t1 = batch(
      2025,
      1,
      { recipient: '0301', person: 1, due: 300_000_000 },
      { recipient: '0301', person: 9, grantYear: 2024, due: 6_200_000 },
      { recipient: '4601', person: 2, due: 100_000_000 },
    );
    paid(t1, '2025-04-20');
    // A correction that is carried until the next payment, so that batches and payments do not match one to one.
    paid(batch(2025, 2, { recipient: '4601', person: 2, due: 99_000_000, posted: 100_000_000 }), '2025-07-20');
    expect(budget()).toMatchObject({ carriedNok: -1_000_000, paidNok: 406_200_000 });
    paid(batch(2025, 3, { recipient: '4601', person: 3, due: 200_000_000 }), '2025-10-20');
    const t4 = batch(
      2025,
      4,
      { recipient: '0301', person: 4, due: 208_589_550 },
      { recipient: '1507', person: 5, due: 2_310_450 },
    );
    expect(budget()).toMatchObject({ paidNok: 605_200_000, orderedNok: 210_900_000, dueLaterNok: 0 });
    tell('refused', '2025-12-30', 'NT2025T4S0-1507-PERS');
    paid(t4, '2025-12-30');

    expect(budget()).toMatchObject({
      paidNok: 813_789_550,
      arrearsNok: 6_200_000,
      unspentNok: 1_210_450,
      orderedNok: 0,
      refusedNok: 2_310_450,
      dueLaterNok: 0,
      carriedNok: 0,
      paidLaterNok: 0,
    });
  });

  test('and what the next one carries of it', () => {
    tell('paid', '2026-01-05', 'NT2025T4S0-1507-PERS');
    const t1 = batch(
      2026,
      1,
      { recipient: '0301', person: 6, due: 50_000_000 },
      { recipient: '0301', person: 7, grantYear: 2025, due: 1_640_000 },
    );
    paid(t1, '2026-04-20');
    // Sized again with the late persons in it.
    const year = budget();
    expect(year).toMatchObject({
      paidNok: 813_789_550,
      unspentNok: 1_210_450,
      paidLaterNok: 3_950_450,
      grantYearPaidNok: 811_540_000,
      dueLaterNok: 0,
      refusedNok: 0,
    });
    expect(year.paid).toEqual([
      { calendarYear: 2025, grantYear: 2024, amountNok: 6_200_000 },
      { calendarYear: 2025, grantYear: 2025, amountNok: 807_589_550 },
      { calendarYear: 2026, grantYear: 2025, amountNok: 3_950_450 },
      { calendarYear: 2026, grantYear: 2026, amountNok: 50_000_000 },
    ]);
    expect(ledger.verify().faults).toEqual([]);
  });

  test('money that comes back is taken off in the year in which it does', () => {
    tell('refused', '2026-05-02', 'NT2026T1S0-0301-PERS');
    expect(budget({ budgetYear: 2026 })).toMatchObject({ paidNok: 2_310_450, refusedNok: 51_640_000 });
  });
});
