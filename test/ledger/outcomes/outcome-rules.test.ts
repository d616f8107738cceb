import type { OutcomeInput } from '../../../src/ledger';
import type { PaymentRecord } from '../../../src/ledger/outcomes/outcome-reads';
import { outcomeObjections } from '../../../src/ledger/outcomes/outcomes';

const PAID: OutcomeInput = {
  kind: 'paid',
  on: '2018-03-20',
  paymentKeys: [],
  actor: 'Bodil Bank',
  at: '2018-04-01T09:00:00Z',
  build: 'test',
};

/** A payment of a run as of 2018-03-31. */
function payment(paymentKey: string, change: Partial<PaymentRecord> = {}): PaymentRecord {
  const money = { recipient: 3010, groupNumber: 3, amountNok: 1, outcomes: [], approvedOn: '2018-03-01' };
  return { runId: 'run', posting: 1, asOf: '2018-03-31', annulled: false, paymentKey, ...money, ...change };
}

/** Payments; what is told of them. */
const CASES: readonly [string, readonly PaymentRecord[], readonly [string, string][]][] = [
  ['none', [], []],
  ['one', [payment('A')], [['LEDGER_OUTCOME_BEFORE_BATCH', 'A']]],
  ['three', ['A', 'B', 'C'].map((key) => payment(key)), [['LEDGER_OUTCOME_BEFORE_BATCH', 'A, B, C']]],
  ['more', ['A', 'B', 'C', 'D', 'E'].map((key) => payment(key)), [['LEDGER_OUTCOME_BEFORE_BATCH', 'A, B, C … (5)']]],
  [
    'other reasons and other days stay apart',
    [payment('A'), payment('B', { annulled: true }), payment('C', { asOf: '2018-03-30' }), payment('D')],
    [
      ['LEDGER_OUTCOME_BEFORE_BATCH', 'A, D'],
      ['LEDGER_OUTCOME_ANNULLED', 'B'],
      ['LEDGER_OUTCOME_BEFORE_BATCH', 'C'],
    ],
  ],
  ['nothing against it', [payment('A', { asOf: '2018-03-20', approvedOn: '2018-03-20' })], []],
  [
    'approved on the day after',
    [payment('A', { asOf: '2018-03-20', approvedOn: '2018-03-21' })],
    [['LEDGER_OUTCOME_BEFORE_APPROVAL', 'A']],
  ],
];

test.each(CASES)('a reason stands once for all payments of which it holds: %s', (_, payments, told) => {
  const objections = outcomeObjections(payments, PAID);
  expect(objections.map(({ code, params }) => [code, params?.paymentKey])).toEqual(told);
});
