import fc from 'fast-check';
import { apportion, formatKroner, formatWhole, InvariantError, kroner, multiplyDivide } from '../../src/domain';

function split(amount: number, weights: readonly number[]): number[] {
  const parts: number[] = [];
  apportion(amount, weights, parts);
  return parts;
}

describe('apportioning (rulebook 4)', () => {
  it.each([
    [62_300, [265, 100], [45_232, 17_068], 'the leftover krone goes to the larger remainder'],
    [10, [1, 1, 1], [4, 3, 3], 'equal remainders and weights: the lower code, which stands first'],
    [5, [1, 3], [1, 4], 'remainders 1/4 and 3/4'],
    [1, [2, 2], [1, 0], 'one krone'],
    [0, [3, 4], [0, 0], 'nothing'],
    [7, [5], [7], 'one recipient'],
    [100, [0, 365], [0, 100], 'a weight of nothing'],
  ])('%i over %j gives %j (%s)', (amount, weights, parts) => {
    expect(split(amount, weights)).toEqual(parts);
  });

  it('ties in the remainder go to the larger weight', () => {
    // 3 over 1 and 5 of 6: 0.5 and 2.5; both remainders 3.
    expect(split(3, [1, 5])).toEqual([0, 3]);
  });

  it('adds up, stays within a krone of the exact share and grows with the amount in sum', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.array(fc.integer({ min: 0, max: 366 }), { minLength: 1, maxLength: 6 }),
        (amount, weights) => {
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          fc.pre(total > 0);
          const parts = split(amount, weights);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
          parts.forEach((part, index) => {
            expect(Math.abs(part - (amount * (weights[index] ?? 0)) / total)).toBeLessThan(1);
          });
        },
      ),
    );
  });

  it('refuses weights that sum to nothing and negative amounts', () => {
    expect(() => split(5, [0, 0])).toThrow(InvariantError);
    expect(() => split(-5, [1])).toThrow(InvariantError);
  });
});

describe('kroner', () => {
  it('are whole and safe', () => {
    expect(kroner(-0)).toBe(0);
    expect(() => kroner(0.5)).toThrow(InvariantError);
    expect(() => kroner(2 ** 53)).toThrow(InvariantError);
  });

  it('print with no-break spaces', () => {
    expect(formatKroner(1_452_877)).toBe('1\u00a0452\u00a0877\u00a0kr');
    expect(formatWhole(-1_000)).toBe('\u22121\u00a0000');
    expect(formatWhole(999)).toBe('999');
  });

  it('divide exactly, beyond what a product of safe numbers can hold', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (amount, numerator, denominator) => {
          const { quotient, remainder } = multiplyDivide(amount, numerator, denominator);
          fc.pre(Number.isSafeInteger(quotient));
          expect(BigInt(quotient) * BigInt(denominator) + BigInt(remainder)).toBe(BigInt(amount) * BigInt(numerator));
          expect(remainder >= 0 && remainder < denominator).toBe(true);
        },
      ),
    );
  });
});
