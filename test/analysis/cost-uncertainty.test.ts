import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { costUncertainty } from '../../src/analysis/rate-model/cost-uncertainty';
import { rateCandidates } from '../../src/analysis/rate-model/rate-model';
import { coverageOfSum, nationalSum } from '../../src/analysis/rate-model/sensitivity';
import { ratesInDoubt } from '../../src/app/rate-model/rates-in-doubt';
import { Random } from '../../src/domain';
import { testRules } from './support/registers';

/** Cost in kroner and hours of kommuner 1, 2, 3, ... */
const sampleOf = (...rows: readonly (readonly [costNok: number, hours: number])[]) =>
  rows.map(([costNok, hours], place) => ({ kommune: place + 1, costNok, hoursHundredths: hours * 100 }));

/** 100, 200 and 900 kr an hour: 14 000 kr and 40 hours, 350 kr an hour. */
const THREE = sampleOf([1000, 10], [4000, 20], [9000, 10]);
const meanOf = (sample: ReturnType<typeof sampleOf>, name: string) =>
  costUncertainty(sample, 1).means.find(({ mean }) => mean === name);

test('without one kommune: the others alone, and the jackknife error by hand', () => {
  const { costPerHourNok, without, jackknifeErrorNok } = costUncertainty(THREE, 1);
  expect(costPerHourNok.toString()).toBe('350');
  // 13 000 / 30, 10 000 / 20, 5 000 / 30
  expect(without.map((one) => one.costPerHourNok?.toFixed(4))).toEqual(['433.3333', '500.0000', '166.6667']);
  // Mean 366.6667; 66.6667² + 133.3333² + 200² = 62 222.2222; times 2/3 = 41 481.4815; the root of it.
  expect(jackknifeErrorNok.toFixed(4)).toBe('203.6700');
});

test('means by hand: alike, median, and without the tenth at either end', () => {
  expect(meanOf(THREE, 'weighted')?.costPerHourNok.toString()).toBe('350');
  expect(meanOf(THREE, 'plain')?.costPerHourNok.toString()).toBe('400');
  expect(meanOf(THREE, 'median')?.costPerHourNok.toString()).toBe('200');
  // A tenth of three is none.
  expect(meanOf(THREE, 'trimmed')).toMatchObject({ kommuner: 3 });
  // 1, 10, 20, ... 80, 1000 kr an hour, one hour each: without 1 and 1000 the mean of 10 to 80 is 45. A kommune without hours is in no such mean.
  const ten = sampleOf([1, 1], ...[10, 20, 30, 40, 50, 60, 70, 80].map((nok) => [nok, 1] as const), [1000, 1], [7, 0]);
  expect([meanOf(ten, 'trimmed')?.kommuner, meanOf(ten, 'trimmed')?.costPerHourNok.toString()]).toEqual([8, '45']);
  expect(meanOf(ten, 'plain')?.costPerHourNok.toString()).toBe('136.1');
  expect([meanOf(ten, 'median')?.kommuner, meanOf(ten, 'median')?.costPerHourNok.toString()]).toEqual([2, '45']);
  // By hours the dear kommune with two hours counts twice: (10 + ... + 80 + 80) / 9.
  const heavy = ten.map((one) => (one.costNok === 80 ? { ...one, costNok: 160, hoursHundredths: 200 } : one));
  expect(meanOf(heavy, 'trimmed_weighted')?.costPerHourNok.toFixed(4)).toBe('48.8889');
  // Thirds are taken to ten decimals.
  expect(meanOf(sampleOf([1, 1], [1, 1], [2, 1]), 'plain')?.costPerHourNok.toString()).toBe('1.3333333333');
});

test('the bootstrap is that of a naive program, and near what can be worked out', () => {
  const { standardErrorNok, fromNok, toNok } = costUncertainty(THREE, 7);
  const random = new Random();
  const draws = Array.from({ length: 1000 }, (_, ordinal) => {
    random.start(7, ordinal, 0x72_61_74_65);
    let [cost, hours] = [0, 0];
    for (let draw = 0; draw < 3; draw += 1) {
      const one = THREE[Math.floor((random.bits() * 3) / 4_294_967_296)];
      cost += one?.costNok ?? 0;
      hours += (one?.hoursHundredths ?? 0) / 100;
    }
    return cost / hours;
  }).sort((a, b) => a - b);
  const mean = draws.reduce((sum, one) => sum + one, 0) / 1000;
  const error = Math.sqrt(draws.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 999);
  expect(standardErrorNok.toNumber()).toBeCloseTo(error, 8);
  expect([fromNok.toNumber(), toNok.toNumber()]).toEqual([
    expect.closeTo(draws[25] ?? 0, 8),
    expect.closeTo(draws[974] ?? 0, 8),
  ]);
  // 100 and 300 kr an hour, one hour each: drawn twice that is 100, 200, 200 or 300, whose deviation is the root of 5 000.
  const two = costUncertainty(sampleOf([100, 1], [300, 1]), 1);
  expect(Math.abs(two.standardErrorNok.toNumber() / Math.sqrt(5000) - 1)).toBeLessThan(0.05);
});

test('the same seed draws the same, another one otherwise; one kommune is sure of itself', () => {
  const errorAt = (seed: number): string => costUncertainty(THREE, seed).standardErrorNok.toString();
  expect(errorAt(5)).toBe(errorAt(5));
  expect(errorAt(5)).not.toBe(errorAt(6));
  const one = costUncertainty(sampleOf([1000, 10]), 1);
  expect([one.standardErrorNok.toString(), one.jackknifeErrorNok.toString()]).toEqual(['0', '0']);
  expect(one.without[0]?.costPerHourNok).toBeUndefined();
});

const INPUT = {
  hours: [{ yearNumber: 1, hoursHundredths: 12_000_00, participants: 100 }],
  sample: { costNok: 14_000, hoursHundredths: 4000 },
  index: new Decimal('0.25'),
  ratios: [{ yearNumber: 1, lowNok: 1, highNok: 2 }],
};

test('a rate at another mean, and its errors, by hand', () => {
  const input = { ...INPUT, coverage: new Decimal('0.8') };
  // 120 hours x 0.8 x 1.25 = 120 times the cost per hour: 350 kr gives 42 000, 400 kr 48 000.
  expect(rateCandidates(input)[0]).toMatchObject({ highNok: 42_000, lowNok: 21_000 });
  const other = rateCandidates({ ...input, costPerHourNok: new Decimal(400) });
  expect(other[0]).toMatchObject({ highNok: 48_000, lowNok: 24_000 });
  const [high, low] = ratesInDoubt(input, costUncertainty(THREE, 1), testRules().rates, 2018);
  // 120 x 203.6700 kr and half of it.
  expect(high?.jackknifeErrorNok.toFixed(1)).toBe('24440.4');
  expect(low?.jackknifeErrorNok.toFixed(1)).toBe('12220.2');
  expect([high?.todayNok, low?.todayNok]).toEqual([31_900, 13_600]);
  expect(Number(high?.fromNok) % 50).toBe(0);
});

test('a sum leads to the largest coverage that it pays for', () => {
  const persons = [
    { yearNumber: 1, rateClass: 'high' as const, persons: 10 },
    { yearNumber: 1, rateClass: 'low' as const, persons: 3 },
  ];
  const sumAt = (coverage: Decimal): number => nationalSum(rateCandidates({ ...INPUT, coverage }), persons);
  // At 80 percent 10 x 42 000 + 3 x 21 000 = 483 000 kr; 42 000 is kept until half of 50 kr more.
  expect(coverageOfSum(INPUT, persons, 483_000).toFixed(8)).toBe('0.80047619');
  expect(coverageOfSum(INPUT, persons, 0).toFixed(8)).toBe('0.00047619');
  expect(coverageOfSum(INPUT, persons, 1e15).toFixed(8)).toBe('9.99999999');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000_000 }), (sumNok) => {
      const coverage = coverageOfSum(INPUT, persons, sumNok);
      expect(sumAt(coverage)).toBeLessThanOrEqual(sumNok);
      expect(sumAt(coverage.plus('0.00000001'))).toBeGreaterThan(sumNok);
    }),
    { numRuns: 30 },
  );
});
