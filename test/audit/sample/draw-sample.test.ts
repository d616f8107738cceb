import fc from 'fast-check';
import { drawSample, type SampleItem } from '../../../src/audit/sample/draw-sample';
import { STRATA } from '../../../src/audit/verifier/sample-results';

const items: fc.Arbitrary<SampleItem[]> = fc
  .array(fc.record({ stratum: fc.constantFrom(...STRATA), amountNok: fc.integer({ min: -700_000, max: 700_000 }) }), {
    minLength: 1,
    maxLength: 80,
  })
  .map((rows) => rows.map((row, place) => ({ ...row, id: `line-${place + 1}` })));
const options = fc.record({ seed: fc.string(), size: fc.integer({ min: 7, max: 40 }), byAmount: fc.boolean() });

test('so many different items as are asked for, every stratum among them, and the same again in any order', () => {
  fc.assert(
    fc.property(items, options, (all, how) => {
      const drawn = drawSample(all, how);
      const ids = drawn.map(({ item }) => item.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBe(Math.min(how.size, all.length));
      expect(new Set(drawn.map(({ item }) => item.stratum))).toEqual(new Set(all.map(({ stratum }) => stratum)));
      expect(
        drawSample([...all].reverse(), how)
          .map(({ item }) => item.id)
          .sort(),
      ).toEqual([...ids].sort());
    }),
  );
});

test('by amount, kroner are drawn in the proportion that is stated', () => {
  const all: SampleItem[] = Array.from({ length: 20 }, (_, place) => ({
    id: `line-${place}`,
    stratum: 'regular',
    amountNok: (place + 1) * 1000,
  }));
  const hits = new Map<string, number>();
  const stated = new Map<string, number>();
  for (let seed = 0; seed < 2000; seed += 1) {
    for (const { item, inclusionMillionths } of drawSample(all, { seed: String(seed), size: 5, byAmount: true })) {
      hits.set(item.id, (hits.get(item.id) ?? 0) + 1);
      stated.set(item.id, inclusionMillionths / 1e6);
    }
  }
  expect(stated.get('line-19')).toBeCloseTo((5 * 20) / 210, 5);
  for (const { id } of all) expect(Math.abs((hits.get(id) ?? 0) / 2000 - (stated.get(id) ?? 1))).toBeLessThan(0.05);
});

test('an amount as large as the step is in for certain', () => {
  const all: SampleItem[] = [
    { id: 'large', stratum: 'regular', amountNok: -575_000 },
    ...Array.from({ length: 9 }, (_, place) => ({ id: `s${place}`, stratum: 'regular' as const, amountNok: 100 })),
  ];
  for (const seed of ['a', 'b', 'c', 'd']) {
    const drawn = drawSample(all, { seed, size: 3, byAmount: true });
    expect(drawn[0]).toMatchObject({ item: { id: 'large' }, inclusionMillionths: 1_000_000 });
    expect(drawn).toHaveLength(3);
  }
});
