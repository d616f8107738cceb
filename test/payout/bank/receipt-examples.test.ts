import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgePayments } from '../../../src/payout/bank/judge-payments';
import { readPaymentOrder } from '../../../src/payout/bank/payment-order';
import { readReceipt } from '../../../src/payout/bank/read-receipt';
import { readXmlDocument } from '../../../src/payout/bank/xml-document';

const FOLDER = join(__dirname, '../../../fixtures/receipts');
const bytes = (name: string): Buffer => readFileSync(join(FOLDER, name));
const ORDER = '00-order.pain.001.001.03.xml';

/** States of the six payments, P1's three and P2's three. */
function statesAfter(order: string, ...names: readonly string[]): string {
  const { payments, problems } = judgePayments(
    [readPaymentOrder(readXmlDocument(bytes(order), order), order)],
    names.map((name) => readReceipt(readXmlDocument(bytes(name), name), name)),
  );
  expect(problems).toEqual([]);
  return payments.map(({ state }) => state).join(' ');
}

test.each(['00-order.pain.001.001.03.xml', '00-order.pain.001.001.09.xml'])('the order is read: %s', (name) => {
  const { messageId, payments } = readPaymentOrder(readXmlDocument(bytes(name), name), name);
  expect(messageId).toBe('NT2018T1S0-F01');
  expect(payments.reduce((sum, { amount }) => sum + amount, 0)).toBe(501_680_000);
  const rows = readFileSync(join(FOLDER, 'payments.csv'), 'utf8').trimEnd().split('\n').slice(1);
  expect(payments.map(({ paymentKey, account, paymentInfoId }) => [paymentKey, account, paymentInfoId])).toEqual(
    rows.map((row) => [0, 3, 7].map((column) => row.split(',')[column])),
  );
});

const A = 'a-technically-valid.pain.002.001.03.xml';
const B = 'b-waiting-for-funds.pain.002.001.03.xml';
const C = 'c-one-block-rejected.pain.002.001.03.xml';
const D = 'd-accepted-with-change.pain.002.001.10.xml';
const E = 'e-booked-and-pending.camt.054.001.02.xml';
const F = 'f-batch-without-details.camt.054.001.08.xml';

test.each([
  ['the bank could read the file', [A], 'valid valid valid valid valid valid'],
  [
    'one payment waits for cover, of the others there is no news',
    [B],
    'no_news no_news waiting no_news no_news no_news',
  ],
  ['one block is refused', [C], 'accepted accepted accepted refused refused refused'],
  ['two are booked, one is announced', [E], 'paid no_news paid no_news no_news no_news'],
  ['a block is booked as one sum', [F], 'no_news no_news no_news paid paid paid'],
  ['the way of a file, in any order', [F, E, B, A], 'paid valid paid paid paid paid'],
  ['the same answers again', [A, B, E, F, A, E], 'paid valid paid paid paid paid'],
])('%s', (_what, names, states) => {
  expect(statesAfter(ORDER, ...names)).toBe(states);
  expect(statesAfter(ORDER, ...names.toReversed())).toBe(states);
});

test('accepted a day later than ordered, with the words of the bank', () => {
  const order = '00-order.pain.001.001.09.xml';
  expect(statesAfter(order, D)).toBe('accepted accepted accepted accepted accepted accepted');
  const { payments } = judgePayments(
    [readPaymentOrder(readXmlDocument(bytes(order), order), order)],
    [readReceipt(readXmlDocument(bytes(D), D), D)],
  );
  const changed = payments.find(({ paymentKey }) => paymentKey === 'NT2018T1S0-1401-GRUN');
  expect(changed).toMatchObject({ status: 'ACWC', codes: ['DT06'], texts: ['Utføres 2018-04-11'] });
});
