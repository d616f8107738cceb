import fc from 'fast-check';
import { receiptJudge } from '../../../src/app/receipts/receipt-judge';
import type { Ledger } from '../../../src/ledger';
import { openLedger } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { fileOf } from '../payment-files-support';
import { failureOf, KARI, OLA } from '../support';
import { bring, FILE, fact, HALDEN, handedOver, LATER, OSLO, told } from './support';

const folder = temporaryFolder();
let count = 0;
const ledgers: Ledger[] = [];

function fresh(): Ledger {
  count += 1;
  const ledger = handedOver(folder, `l${count}`);
  ledgers.push(ledger);
  return ledger;
}
afterEach(() => {
  for (const ledger of ledgers.splice(0)) {
    expect(ledger.verify().faults).toEqual([]);
    ledger.close();
  }
});

test('a file is kept before anything is made of it, once', () => {
  const ledger = fresh();
  const bytes = Buffer.from('no message at all');
  expect(ledger.receiveReceipt({ name: 'a.xml', bytes }, LATER)).toEqual({ receipt: 1, already: false });
  expect(ledger.receiveReceipt({ name: 'b.xml', bytes }, LATER)).toEqual({ receipt: 1, already: true });
  expect(ledger.receipts()).toMatchObject([{ name: 'a.xml', size: 17, actor: OLA.actor, reading: undefined }]);
  expect(Buffer.from(ledger.bytesOfReceipt(1)).toString()).toBe('no message at all');
});

test('what a receipt proves is an outcome, and moves the money', () => {
  const ledger = fresh();
  expect(bring(ledger, [fact(HALDEN, 'accepted'), fact(OSLO, 'accepted')])).toMatchObject({ payments: 0 });
  expect(told(ledger)).toBe('accepted: ordered | accepted: ordered');
  expect(bring(ledger, [fact(HALDEN, 'paid'), fact(OSLO, 'refused', { codes: ['AC04'] })])).toMatchObject({
    payments: 2,
  });
  expect(told(ledger)).toBe('paid: paid 04 | refused: refused 03');
  expect(bring(ledger, [fact(HALDEN, 'returned', { at: '2018-05-08' })])).toMatchObject({ payments: 1 });
  expect(told(ledger)).toBe('returned: paid 04+refused 08 | refused: refused 03');
});

test('a return that is read before its debit ends as returned', () => {
  const ledger = fresh();
  bring(ledger, [fact(HALDEN, 'returned', { at: '2018-05-08' })]);
  expect(told(ledger)).toContain('returned: refused 08 |');
  bring(ledger, [fact(HALDEN, 'paid')]);
  expect(told(ledger)).toContain('returned: paid 04+refused 08 |');
});

test('the same message again, in other bytes, moves nothing', () => {
  const ledger = fresh();
  bring(ledger, [fact(HALDEN, 'paid')], 'N1');
  const { receipt } = ledger.receiveReceipt({ name: 'copy.xml', bytes: Buffer.from('the same, pretty') }, LATER);
  const [first] = ledger.receipts();
  const reading = { receipt, kind: 'test', messageId: 'N1', identity: 'N1', content: first?.reading?.content ?? '' };
  const again = { ...reading, facts: [fact(HALDEN, 'paid')], problems: [] };
  expect(ledger.applyReceipt(again, receiptJudge, LATER)).toEqual({
    payments: 0,
    unknown: 0,
    blocked: [],
    already: false,
  });
  expect(ledger.applyReceipt(again, receiptJudge, LATER)).toEqual({
    payments: 0,
    unknown: 0,
    blocked: [],
    already: true,
  });
  expect(told(ledger)).toBe('paid: paid 04 | no_news: ordered');
});

test('two contents under one id: what they say otherwise is not known until one is withdrawn by two persons', () => {
  const ledger = fresh();
  bring(ledger, [fact(HALDEN, 'paid'), fact(OSLO, 'paid')], 'N1');
  const { receipt } = bring(ledger, [fact(HALDEN, 'paid')], 'N1');
  expect(told(ledger)).toBe('paid: paid 04 | unknown: ordered');
  const request = { ...LATER, receipt, paymentKey: '', reason: 'feil fil' };
  expect(ledger.withdrawReceipt(request, receiptJudge)).toMatchObject({ withdrawal: { confirmedBy: '' } });
  expect(ledger.withdrawReceipt(request, receiptJudge)).toMatchObject({
    already: true,
    withdrawal: { confirmedBy: '' },
  });
  expect(told(ledger)).toBe('paid: paid 04 | unknown: ordered');
  const second = { ...request, ...KARI, at: LATER.at };
  expect(ledger.withdrawReceipt(second, receiptJudge)).toMatchObject({
    payments: 1,
    withdrawal: { confirmedBy: KARI.actor },
  });
  expect(told(ledger)).toBe('paid: paid 04 | paid: paid 04');
  expect(ledger.withdrawReceipt(second, receiptJudge)).toMatchObject({ already: true });
});

test('a record can be withdrawn for one payment', () => {
  const ledger = fresh();
  const { receipt } = bring(ledger, [fact(HALDEN, 'paid'), fact(OSLO, 'paid')]);
  const request = { ...LATER, receipt, paymentKey: OSLO, reason: 'en annen konto' };
  ledger.withdrawReceipt(request, receiptJudge);
  ledger.withdrawReceipt({ ...request, ...KARI, at: LATER.at }, receiptJudge);
  expect(told(ledger)).toBe('paid: paid 04 | no_news: ordered');
  expect(
    failureOf(() => ledger.withdrawReceipt({ ...request, paymentKey: 'NT2018T1S0-9999-PERS' }, receiptJudge)),
  ).toBe('usage LEDGER_RECEIPT_WITHOUT_PAYMENT');
  expect(failureOf(() => ledger.withdrawReceipt({ ...request, receipt: 9 }, receiptJudge))).toBe(
    'usage LEDGER_RECEIPT_UNKNOWN',
  );
});

test('a withdrawn message that is brought again counts for nothing', () => {
  const ledger = fresh();
  const { receipt } = bring(ledger, [fact(HALDEN, 'paid')], 'N1');
  const request = { ...LATER, receipt, paymentKey: '', reason: 'prøvefil' };
  ledger.withdrawReceipt(request, receiptJudge);
  ledger.withdrawReceipt({ ...request, ...KARI, at: LATER.at }, receiptJudge);
  expect(bring(ledger, [fact(HALDEN, 'paid')], 'N1')).toMatchObject({ already: true });
  expect(told(ledger)).toContain('no_news: ordered |');
});

describe('outcomes by hand beside receipts', () => {
  const byHand = (ledger: Ledger, kind: 'paid' | 'refused' | 'undone', on: string, key = HALDEN) =>
    ledger.recordOutcome({ ...LATER, kind, on, paymentKeys: [key], reason: 'telefon' }).recorded.length;

  test('the same by hand and by receipt is one', () => {
    const ledger = fresh();
    byHand(ledger, 'paid', '2018-05-05');
    expect(told(ledger)).toContain('paid: paid 05 |');
    expect(bring(ledger, [fact(HALDEN, 'paid')])).toMatchObject({ payments: 0 });
    expect(told(ledger)).toContain('paid: paid 05 |');
  });

  test('what a receipt contradicts is not known, and not undone twice', () => {
    const ledger = fresh();
    byHand(ledger, 'paid', '2018-05-05');
    const { receipt } = bring(ledger, [fact(HALDEN, 'refused', { codes: ['AC04'] })]);
    expect(told(ledger)).toContain('unknown: ordered |');
    expect(bring(ledger, [fact(OSLO, 'paid')])).toMatchObject({ payments: 1 });
    const request = { ...LATER, receipt, paymentKey: '', reason: 'feil' };
    ledger.withdrawReceipt(request, receiptJudge);
    ledger.withdrawReceipt({ ...request, ...KARI, at: LATER.at }, receiptJudge);
    expect(told(ledger)).toContain('paid: paid 05 |');
  });

  test('what receipts tell is not told otherwise by hand, but that it came back', () => {
    const ledger = fresh();
    bring(ledger, [fact(HALDEN, 'paid'), fact(OSLO, 'refused')]);
    expect(failureOf(() => byHand(ledger, 'undone', '2018-05-06'))).toContain('LEDGER_OUTCOME_BY_RECEIPT');
    expect(failureOf(() => byHand(ledger, 'paid', '2018-05-06', OSLO))).toContain('LEDGER_OUTCOME_BY_RECEIPT');
    expect(byHand(ledger, 'refused', '2018-05-09')).toBe(1);
    expect(told(ledger)).toContain('returned: paid 04+refused 09 |');
    expect(bring(ledger, [fact(HALDEN, 'returned', { at: '2018-05-09' })])).toMatchObject({ payments: 0 });
    expect(
      ledger.recordOutcome({ ...LATER, kind: 'paid', on: '2018-05-09', paymentKeys: [], runId: 'first' }).kept,
    ).toHaveLength(2);
  });
});

test('a payment sent anew is judged by its last file', () => {
  const ledger = fresh();
  bring(ledger, [fact(HALDEN, 'refused', { codes: ['AC04'] })]);
  expect(ledger.recipientsOn('2018-05-20')).toEqual(new Map());
  ledger.writePaymentFiles(() => [fileOf(ledger, 'first', 2, { keys: [HALDEN] })], LATER);
  expect(told(ledger)).toContain('no_news: refused 03 |');
  bring(ledger, [fact(HALDEN, 'accepted', { orderId: 'FIRST-F02', at: '2018-05-21T10:00:00' })]);
  expect(told(ledger)).toContain('accepted: refused 03 |');
  bring(ledger, [fact(HALDEN, 'paid', { at: '2018-05-22' })]);
  expect(told(ledger)).toContain('paid: refused 03+paid 22 |');
});

test('the order in which receipts arrive plays no part', () => {
  const messages = [
    [fact(HALDEN, 'valid'), fact(OSLO, 'valid')],
    [fact(HALDEN, 'accepted', { at: '2018-05-03T11:00:00' }), fact(OSLO, 'waiting', { at: '2018-05-03T11:00:00' })],
    [fact(OSLO, 'refused', { codes: ['AC04'], at: '2018-05-03T12:00:00' })],
    [fact(HALDEN, 'paid')],
    [fact(HALDEN, 'returned', { at: '2018-05-08' })],
    [fact(HALDEN, 'paid', { kind: 'camt.053' })],
    [fact(OSLO, 'paid', { at: '2018-05-09' })],
  ];
  const subset = fc
    .subarray(messages.map((_, index) => index))
    .chain((all) =>
      fc.tuple(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.shuffledSubarray(all, { minLength: all.length }),
      ),
    );
  fc.assert(
    fc.property(subset, ([one, other]) => {
      const results = [one, [...other, ...other.slice(0, 2)]].map((order) => {
        const ledger = fresh();
        for (const index of order) bring(ledger, messages[index] ?? [], `M${index}`);
        return told(ledger);
      });
      expect(results[0]).toBe(results[1]);
    }),
    { numRuns: 8 },
  );
}, 60_000);

test('of two operators who read one file at once one wins', () => {
  const ledger = fresh();
  const other = openLedger(ledger.path);
  const bytes = Buffer.from('x');
  const { receipt } = ledger.receiveReceipt({ name: 'x', bytes }, LATER);
  expect(other.receiveReceipt({ name: 'y', bytes }, { ...KARI, at: LATER.at })).toEqual({ receipt, already: true });
  const reading = {
    receipt,
    kind: 't',
    messageId: '1',
    identity: '1',
    content: 'c'.repeat(64),
    facts: [fact(OSLO, 'paid')],
    problems: [],
  };
  expect(other.applyReceipt(reading, receiptJudge, LATER)).toEqual({
    payments: 1,
    unknown: 0,
    blocked: [],
    already: false,
  });
  expect(ledger.applyReceipt(reading, receiptJudge, LATER)).toEqual({
    payments: 0,
    unknown: 0,
    blocked: [],
    already: true,
  });
  other.close();
});

test('file ids are those of the ledger', () => {
  expect(fresh().paymentFiles('first')[0]?.messageId).toBe(FILE);
});
