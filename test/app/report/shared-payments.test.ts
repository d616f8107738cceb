import { SharedPayments } from '../../../src/app/report/shared-payments';
import type { Component } from '../../../src/domain';

const GROUP = 'persontilskudd';

/** Payments by recipient; persons behind each that is hidden. */
function payments(hidden: Readonly<Record<string, number>>, shown: readonly string[] = []): SharedPayments {
  const ids = [...Object.keys(hidden), ...shown];
  const rows = ids.map((recipientId, line) => ({
    line,
    recipientId,
    name: '',
    group: GROUP,
    linesNok: 100,
    carriedInNok: 0,
    paidNok: 100,
    carriedOutNok: 0,
    paymentRef: `key ${recipientId}`,
  }));
  const none = () => ({ sumNok: 0, persons: new Set<number>() });
  const cell = (persons: number) => ({ component: GROUP, persons, annualNok: 0, now: none(), last: none() }) as const;
  const figures = new Map(
    ids.map((id) => [id, new Map<Component, ReturnType<typeof cell>>([[GROUP, cell(hidden[id] ?? 50)]])]),
  );
  const isHidden = (id: string): boolean => id in hidden;
  return new SharedPayments(rows, figures, { has: isHidden, hasTotal: isHidden, hasGroup: isHidden });
}

const fault = (recipients: readonly string[]) => ({ kind: 'no_account', recipients, paidNok: 100 * recipients.length });
const sumsOf = (all: SharedPayments, recipients: readonly string[]) =>
  all.payees([fault(recipients)]).map(({ paidNok }) => paidNok);

test('a sum of shown payments, or with many hidden on both sides, is shared', () => {
  const many = payments({ a: 2, b: 4, c: 6, d: 2, e: 4, f: 6 }, ['x', 'y']);
  expect(sumsOf(many, ['x'])).toEqual([100]);
  expect(sumsOf(many, ['a', 'b', 'c', 'x'])).toEqual([400]);
});

test('a sum from which a hidden payment could be worked out is not', () => {
  const many = payments({ a: 2, b: 4, c: 6, d: 2 }, ['x', 'y']);
  expect(sumsOf(many, ['a', 'x'])).toEqual([undefined]);
  // All but one: what is left of the total is that one.
  expect(sumsOf(many, ['a', 'b', 'c', 'x', 'y'])).toEqual([undefined]);
});

test('a refused payment of a small kommune hides the sums of all stages', () => {
  const all = payments({ a: 2, b: 4, c: 6 }, ['x']);
  const stages = [
    { stage: 'paid', payments: 3, amountNok: 300 },
    { stage: 'refused', payments: 1, amountNok: 100 },
  ];
  const progress = ['a', 'b', 'c', 'x'].map((id) => ({
    runId: '',
    paymentKey: `key ${id}`,
    recipient: 0,
    amountNok: 100,
    stage: id === 'a' ? ('refused' as const) : ('paid' as const),
    isBlocked: false,
    file: '',
    at: '',
    codes: [],
    texts: [],
    outcomes: [],
  }));
  expect(all.stages(stages, progress).map(({ amountNok }) => amountNok)).toEqual([undefined, undefined]);
  expect(all.stages(stages.slice(0, 1), []).map(({ amountNok }) => amountNok)).toEqual([300]);
});
