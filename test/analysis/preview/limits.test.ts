import { batchFigures, checkLimits } from '../../../src/analysis/preview/limits';

const LINES = [
  { personId: 1, amountNok: 62_300 },
  { personId: 1, amountNok: -17_068 },
  { personId: 2, amountNok: 31_900 },
  { personId: 0, amountNok: 575_000 },
];
const PAYMENTS = [
  { recipient: 3011, amountNok: 94_200 },
  { recipient: 3011, amountNok: 1 },
  { recipient: 15_071, amountNok: 575_000 },
];
const figures = batchFigures(LINES, PAYMENTS);

test('persons are counted once and kommune lines not at all; the largest recipient over all groups', () => {
  expect(figures).toEqual({
    persons: 2,
    lines: 4,
    grossNok: 669_200,
    correctionsNok: -17_068,
    netNok: 652_132,
    paidNok: 669_201,
    largest: { recipient: 15_071, paidNok: 575_000 },
  });
  expect(batchFigures([], []).largest).toEqual({ recipient: 0, paidNok: 0 });
});

test('a limit is broken above it, not at it; without a limit nothing is checked', () => {
  expect(checkLimits({}, figures, undefined)).toEqual([]);
  const at = { persons: 2, paid_nok: 669_201, recipient_paid_nok: 575_000, corrections_nok: 17_068 };
  expect(checkLimits(at, figures, undefined).filter(({ breached }) => breached)).toEqual([]);
  const below = { persons: 1, paid_nok: 669_200, recipient_paid_nok: 574_999, corrections_nok: 17_067 };
  expect(checkLimits(below, figures, undefined).every(({ breached }) => breached)).toBe(true);
});

test('a change is measured against the same term last year, rounded up; without one it breaks nothing', () => {
  const limits = { persons_change_percent: 50, paid_change_percent: 10 };
  expect(checkLimits(limits, figures, undefined).map(({ value, breached }) => [value, breached])).toEqual([
    [undefined, false],
    [undefined, false],
  ]);
  const lastYear = { ...figures, persons: 4, paidNok: 600_000 };
  expect(checkLimits(limits, figures, lastYear).map(({ value, breached }) => [value, breached])).toEqual([
    [50, false],
    [12, true],
  ]);
});
