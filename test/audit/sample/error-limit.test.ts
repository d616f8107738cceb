import fc from 'fast-check';
import { drawSample, intervalsOf, type SampleItem, sizeForMateriality } from '../../../src/audit/sample/draw-sample';
import { errorFactor, errorLimitNok, LIMITED_ERRORS_MAX } from '../../../src/audit/verifier/error-limit';
import { drawAgain } from '../../../src/audit/verifier/sample-again';
import { limitsOf, STRATA } from '../../../src/audit/verifier/sample-results';

const items: fc.Arbitrary<SampleItem[]> = fc
  .array(fc.record({ stratum: fc.constantFrom(...STRATA), amountNok: fc.integer({ min: -700_000, max: 700_000 }) }), {
    minLength: 1,
    maxLength: 80,
  })
  .map((rows) => rows.map((row, place) => ({ ...row, id: `line-${place + 1}` })));

test('the draw made again apart from the program is the very same', () => {
  const how = fc.record({ seed: fc.string(), size: fc.integer({ min: 1, max: 90 }), byAmount: fc.boolean() });
  fc.assert(
    fc.property(items, how, (all, options) => {
      const drawn = drawSample(all, options).map(({ item: { id: item, ...rest }, inclusionMillionths }) => {
        return { ...rest, item, inclusionMillionths };
      });
      const again = drawAgain(
        all.map(({ id: item, ...rest }) => ({ ...rest, item })),
        options,
      );
      expect(again.rows).toEqual(drawn);
      if (options.byAmount) expect([...again.intervals]).toEqual([...intervalsOf(all, options.size)]);
    }),
  );
});

/** Upper limits of Poisson numbers as tables of auditors have them, here rounded up at the fourth decimal. */
test.each([
  [0, 95, 29_958n],
  [1, 95, 47_439n],
  [2, 95, 62_958n],
  [5, 95, 105_131n],
  [0, 90, 23_026n],
  [10, 90, 154_067n],
  [0, 99, 46_052n],
  [3, 99, 100_452n],
  [0, 50, 6_932n],
] as const)('the factor of %i errors at %i %% is %i ten-thousandths', (errors, confidence, factor) => {
  expect(errorFactor(errors, confidence)).toBe(factor);
});

test('a worked example: certain errors once, no error times the interval, each other by what it adds, the largest first', () => {
  const found = { certainNok: 700, projectedNok: [2000, 10_000], intervalNok: 50_000 };
  // 700 + 2.9958 x 50 000 + 1.7481 x 10 000 + 1.5519 x 2 000
  expect(errorLimitNok(found, 95)).toBe(700 + 149_790 + 17_481 + 3_104);
  expect(errorLimitNok({ ...found, projectedNok: [10_000, 2000] }, 95)).toBe(errorLimitNok(found, 95));
  expect(errorLimitNok({ certainNok: 700, projectedNok: [], intervalNok: 0 }, 95)).toBe(700);
  const many = Array.from({ length: LIMITED_ERRORS_MAX + 1 }, () => 1);
  expect(errorLimitNok({ ...found, projectedNok: many }, 95)).toBeUndefined();
});

test('the size that a materiality asks for is enough, and one less is not', () => {
  fc.assert(
    fc.property(
      items,
      fc.integer({ min: 1, max: 3_000_000 }),
      fc.integer({ min: 50, max: 99 }),
      (all, nok, confidence) => {
        const size = sizeForMateriality(all, nok, confidence);
        const limit = (of: number): number => {
          const largest = Math.max(...[...intervalsOf(all, of).values()].map(Number));
          return errorLimitNok({ certainNok: 0, projectedNok: [], intervalNok: largest }, confidence) ?? 0;
        };
        expect(size).toBeLessThanOrEqual(all.length);
        expect(limit(size)).toBeLessThanOrEqual(nok);
      },
    ),
  );
  const even = Array.from({ length: 1000 }, (_, place): SampleItem => {
    return { id: `${place}`, stratum: 'regular', amountNok: 1000 };
  });
  // 1 000 000 kr x 2.9958 / 50 000 kr = 59.9
  expect(sizeForMateriality(even, 50_000, 95)).toBe(60);
});

test('the limit covers the truth at least as often as it says', () => {
  const all = Array.from({ length: 200 }, (_, place): SampleItem => {
    return { id: `line-${place}`, stratum: place % 4 === 0 ? 'arrears' : 'regular', amountNok: 500 + place * 120 };
  });
  const errorOf = (id: string): number => (Number(id.slice(5)) % 9 === 0 ? 400 : 0);
  const truth = all.reduce((sum, { id }) => sum + errorOf(id), 0);
  let covered = 0;
  for (let seed = 0; seed < 200; seed += 1) {
    const drawn = drawSample(all, { seed: String(seed), size: 30, byAmount: true });
    const rows = drawn.map(({ item, inclusionMillionths }) => ({ ...item, item: item.id, inclusionMillionths }));
    const wrong = rows.filter(({ item }) => errorOf(item) > 0);
    const outcomes = new Map(
      wrong.map(({ item, amountNok }) => {
        return [item, { result: 'error' as const, correctNok: amountNok - errorOf(item) }];
      }),
    );
    const intervals = intervalsOf(all, 30);
    const population = (['arrears', 'regular'] as const).map((stratum) => {
      return { stratum, items: 0, absoluteNok: 0, intervalNok: Number(intervals.get(stratum)) };
    });
    const limits = limitsOf(rows, outcomes, population, 80);
    if ((limits?.overNok ?? 0) >= truth) covered += 1;
    expect(limits?.underNok).toBeLessThanOrEqual(limits?.overNok ?? 0);
  }
  expect(covered).toBeGreaterThanOrEqual(160);
});
