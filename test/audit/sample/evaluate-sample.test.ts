import fc from 'fast-check';
import { drawSample, type SampleItem } from '../../../src/audit/sample/draw-sample';
import type { SampleOutcome } from '../../../src/audit/sample/outcomes';
import { evaluateSample, STRATA, type StratumPopulation } from '../../../src/audit/verifier/sample-results';

const outcome = (item: string, result: SampleOutcome['result'], correctNok?: number): [string, SampleOutcome] => [
  item,
  {
    item,
    result,
    note: '',
    actor: 'ola',
    at: '2018-05-01T08:00:00Z',
    ...(correctNok === undefined ? {} : { correctNok }),
  },
];

function populationOf(items: readonly SampleItem[]): StratumPopulation[] {
  return STRATA.map((stratum) => items.filter((item) => item.stratum === stratum)).flatMap((all) => {
    const [first] = all;
    const absoluteNok = all.reduce((sum, item) => sum + Math.abs(item.amountNok), 0);
    return first === undefined ? [] : [{ stratum: first.stratum, items: all.length, absoluteNok }];
  });
}

test('a worked example: an amount in for certain stands for itself, another for those like it', () => {
  const rows = [
    { item: 'a', stratum: 'regular' as const, amountNok: 100_000, inclusionMillionths: 1_000_000 },
    { item: 'b', stratum: 'regular' as const, amountNok: 10_000, inclusionMillionths: 250_000 },
    { item: 'c', stratum: 'correction' as const, amountNok: -500, inclusionMillionths: 500_000 },
    { item: 'd', stratum: 'correction' as const, amountNok: -700, inclusionMillionths: 700_000 },
  ];
  const population = [
    { stratum: 'correction' as const, items: 4, absoluteNok: 2000 },
    { stratum: 'regular' as const, items: 40, absoluteNok: 500_000 },
  ];
  const outcomes = new Map([
    outcome('a', 'error', 90_000),
    outcome('b', 'error', 10_100),
    outcome('c', 'error'),
    outcome('d', 'unclear'),
  ]);
  const [correction, regular, total] = evaluateSample(rows, outcomes, population);
  expect(correction).toMatchObject({
    drawn: 2,
    controlled: 2,
    errors: 1,
    unclear: 1,
    foundOverNok: 0,
    foundUnderNok: 500,
    projectedUnderNok: 1000,
  });
  expect(regular).toMatchObject({
    items: 40,
    errors: 2,
    foundOverNok: 10_000,
    foundUnderNok: 100,
    projectedOverNok: 10_000,
    projectedUnderNok: 400,
  });
  expect(total).toMatchObject({
    stratum: 'total',
    items: 44,
    absoluteNok: 502_000,
    foundOverNok: 10_000,
    foundUnderNok: 600,
    projectedOverNok: 10_000,
    projectedUnderNok: 1400,
  });
});

test('over many draws the estimate meets the truth', () => {
  const items: SampleItem[] = Array.from({ length: 60 }, (_, place) => ({
    id: `line-${place}`,
    stratum: place % 3 === 0 ? 'correction' : 'regular',
    amountNok: 1000 + place * 400,
  }));
  const errorOf = (id: string): number => (Number(id.slice(5)) % 7 === 0 ? 300 : 0);
  const truth = items.reduce((sum, { id }) => sum + errorOf(id), 0);
  let sum = 0;
  for (let seed = 0; seed < 600; seed += 1) {
    const drawn = drawSample(items, { seed: String(seed), size: 20, byAmount: true });
    const rows = drawn.map(({ item, inclusionMillionths }) => ({ ...item, item: item.id, inclusionMillionths }));
    const outcomes = new Map(
      rows.map(({ item, amountNok }) =>
        errorOf(item) > 0 ? outcome(item, 'error', amountNok - errorOf(item)) : outcome(item, 'ok'),
      ),
    );
    sum += evaluateSample(rows, outcomes, populationOf(items)).at(-1)?.projectedOverNok ?? 0;
  }
  expect(Math.abs(sum / 600 - truth) / truth).toBeLessThan(0.08);
});

test('a sample of everything finds exactly the error', () => {
  const amounts = fc.array(fc.integer({ min: -90_000, max: 90_000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(amounts, (all) => {
      const items: SampleItem[] = all.map((amountNok, place) => ({ id: `${place}`, stratum: 'regular', amountNok }));
      const drawn = drawSample(items, { seed: 's', size: items.length, byAmount: false });
      const rows = drawn.map(({ item, inclusionMillionths }) => ({ ...item, item: item.id, inclusionMillionths }));
      const outcomes = new Map(rows.map(({ item }) => outcome(item, 'error', 0)));
      const total = evaluateSample(rows, outcomes, populationOf(items)).at(-1);
      expect(total?.projectedOverNok).toBe(all.reduce((sum, amountNok) => sum + Math.max(amountNok, 0), 0));
      expect(total?.projectedUnderNok).toBe(all.reduce((sum, amountNok) => sum + Math.max(-amountNok, 0), 0));
      expect([total?.foundOverNok, total?.foundUnderNok]).toEqual([total?.projectedOverNok, total?.projectedUnderNok]);
    }),
  );
});
