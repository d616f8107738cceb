import { join } from 'node:path';
import { paymentSettings } from '../../../src/app/payment/payment-settings';
import { ministryReport } from '../../../src/app/year-end/ministry-report';
import { NO_PERSON } from '../../../src/domain';
import { openLedger } from '../../../src/ledger';
import { testRules } from '../../analysis/support/registers';
import { approvalOf, code, postRun } from '../../ledger/support';
import { temporaryFolder } from '../../support/temporary-folder';

const BANK = { actor: 'Bodil Bank', at: '2019-03-01T09:00:00Z', build: 'test' };
const settings = paymentSettings({
  kap_post: [
    { component: 'persontilskudd', kap: '497', post: '60' },
    { component: 'grunntilskudd', kap: '497', post: '61' },
  ],
});

test('what arrived in a calendar year stands by chapter and item, corrections and what came back taken off', () => {
  const ledger = openLedger(join(temporaryFolder(), 'l.db'), { create: { rehearsal: false } });
  const pay = (runId: string, on: string): unknown =>
    ledger.recordOutcome({ ...BANK, kind: 'paid', on, paymentKeys: [], runId });
  const first = postRun(ledger, {
    lines: [
      { recipient: '1507', person: 1, due: 31_900 },
      { recipient: '15', person: 2, due: 13_600 },
      { recipient: '0301', component: 'grunntilskudd', due: 575_000, annual: 575_000 },
    ],
  });
  pay(first.runId, '2018-04-20');
  const second = postRun(ledger, {
    term: 2,
    lines: [
      { recipient: '1507', person: 1, due: 26_900, posted: 31_900 },
      { recipient: '1507', person: 3, due: 31_900 },
    ],
  });
  pay(second.runId, '2018-07-20');
  const third = postRun(ledger, { term: 3, lines: [{ recipient: '15', person: 2, due: 20_000, posted: 13_600 }] });
  pay(third.runId, '2019-01-10');
  const { places } = testRules();
  const report = ministryReport(ledger, ledger.paymentHistory(), places, {
    year: 2018,
    appropriationNok: 1_000_000,
    payment: settings,
  });
  expect(report.kapPosts).toMatchObject([
    // 31,900 and 13,600 in April, 26,900 (31,900 less a correction of 5,000) in July; January is next year's.
    { kap: '497', post: '60', paidNok: 72_400, persons: 3, recipients: 2, correctionsNok: -5000 },
    { kap: '497', post: '61', paidNok: 575_000, persons: 0, recipients: 1, correctionsNok: 0 },
  ]);
  // An appropriation is of one chapter and item alone.
  expect(report.kapPosts.map(({ appropriationNok }) => appropriationNok)).toEqual([undefined, undefined]);
  expect(report.kinds).toMatchObject([
    { kind: 'kommune', recipients: 2, persons: 2, grantedNok: 633_800, paidNok: 633_800 },
    { kind: 'fylkeskommune', recipients: 1, persons: 1, grantedNok: 20_000, paidNok: 13_600 },
  ]);
  const whole = ministryReport(ledger, ledger.paymentHistory(), places, {
    year: 2018,
    appropriationNok: 1_000_000,
    payment: undefined,
  });
  expect(whole.kapPosts).toMatchObject([{ kap: '', paidNok: 647_400, remainingNok: 352_600 }]);
  ledger.close();
});

test('what an earlier system paid stands by chapter and item of its group, in the year in which it was paid', () => {
  const ledger = openLedger(join(temporaryFolder(), 'l.db'), { create: { rehearsal: false } });
  const posting = { grantYear: 2017, personId: NO_PERSON, code: '', line: 1 } as const;
  const earlier = { grantYear: 2017, recipient: code('0301') } as const;
  const { batch } = ledger.recordOpening({
    ...BANK,
    postings: [
      { ...posting, component: 'persontilskudd', personId: 201_800_000_001, recipient: code('0301'), amountNok: 700 },
      { ...posting, component: 'grunntilskudd', recipient: code('0301'), amountNok: 5000, line: 2 },
    ],
    balances: [],
    payments: [
      { ...earlier, on: '2017-12-20', group: 'persontilskudd', amountNok: 300 },
      { ...earlier, on: '2018-01-04', group: 'persontilskudd', amountNok: 500 },
      { ...earlier, on: '2018-01-04', group: 'grunntilskudd', amountNok: 5000 },
      { ...earlier, on: '2018-02-01', group: 'persontilskudd', amountNok: -100 },
    ],
  });
  ledger.approve(batch.runId, approvalOf(batch));
  postRun(ledger, { lines: [{ recipient: '1507', person: 1, due: 31_900 }] });
  const request = { year: 2018, appropriationNok: 10_000 };
  const of = (payment: typeof settings | undefined) =>
    ministryReport(ledger, ledger.paymentHistory(), testRules().places, { ...request, payment });
  expect(of(settings).kapPosts.map(({ post, paidNok }) => [post, paidNok])).toEqual([
    ['60', 400],
    ['61', 5000],
  ]);
  expect(of(undefined).kapPosts).toMatchObject([{ kap: '', paidNok: 5400, remainingNok: 4600 }]);
  expect(of(settings).kinds).toMatchObject([
    { kind: 'kommune', paidNok: 5400 },
    { kind: 'fylkeskommune', paidNok: 0 },
  ]);
  ledger.close();
});
