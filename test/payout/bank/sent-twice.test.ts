import { judgePayment } from '../../../src/payout/bank/judge-payment';
import type { PaymentFact } from '../../../src/payout/bank/payment-facts';

const FILES = ['NT2018T1S0-F01', 'NT2018T1S0-F02'];

function booked(file: number, meaning: 'paid' | 'returned', day: string): PaymentFact {
  const said = { status: 'BOOK', codes: [], texts: [], kind: 'camt.054', file: '' };
  const orderId = FILES[file - 1] ?? '';
  return { ...said, paymentKey: 'NT2018T1S0-0101-PERS', orderId, meaning, at: day, booking: `${orderId} ${meaning}` };
}

const FIRST = booked(1, 'paid', '2018-04-09');
const BACK = booked(1, 'returned', '2018-04-11');
const SECOND = booked(2, 'paid', '2018-04-16');

test('paid, returned and paid anew is paid', () => {
  const { state, outcomes } = judgePayment([FIRST, BACK, SECOND], FILES);
  expect([state, outcomes.map(({ kind }) => kind)]).toEqual(['paid', ['paid', 'refused', 'paid']]);
});

test('two sendings that are both booked without a return are not known; the money has arrived once', () => {
  const { state, outcomes } = judgePayment([FIRST, SECOND], FILES);
  expect([state, outcomes]).toEqual(['unknown', [{ kind: 'paid', on: '2018-04-09' }]]);
});
