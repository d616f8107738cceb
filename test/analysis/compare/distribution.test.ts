import { distributionOf, largestChanges } from '../../../src/analysis/compare/distribution';

const CHANGES = [
  { recipient: 1, aNok: 100, bNok: 98 },
  { recipient: 2, aNok: 100, bNok: 102 },
  { recipient: 3, aNok: 100, bNok: 79 },
  { recipient: 4, aNok: 0, bNok: 50 },
  { recipient: 5, aNok: 100, bNok: 100 },
  { recipient: 6, aNok: 100, bNok: 80 },
];

test('winners, losers and bands; a band begins at its lower edge, and who had nothing stands in the last', () => {
  const { winners, losers, unchanged, bands } = distributionOf(CHANGES);
  expect([winners, losers, unchanged]).toEqual([{ count: 2, sumNok: 52 }, { count: 3, sumNok: -43 }, 1]);
  const filled = bands.filter(({ count }) => count > 0).map((band) => [band.fromPercent, band.toPercent, band.count]);
  expect(filled).toEqual([
    [null, -20, 1],
    [-20, -10, 1],
    [-2, 0, 1],
    [2, 5, 1],
    [20, null, 1],
  ]);
  expect(bands.reduce((sum, { sumNok }) => sum + sumNok, 0)).toBe(winners.sumNok + losers.sumNok);
});

test('the largest come first, ties by code', () => {
  expect(largestChanges(CHANGES, true, 5).map(({ recipient }) => recipient)).toEqual([4, 2]);
  expect(largestChanges(CHANGES, false, 2).map(({ recipient }) => recipient)).toEqual([3, 6]);
});
