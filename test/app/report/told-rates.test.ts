import fc from 'fast-check';
import { type RatedPersons, ToldRates } from '../../../src/app/report/told-rates';

const isFew = (count: number): boolean => count > 0 && count < 5;

function rowsOf(group: string, rates: readonly number[], persons: readonly number[]): RatedPersons[] {
  return rates.map((rateNok, place) => {
    const count = persons[place] ?? 0;
    return { group, ratesNok: [rateNok], persons: count, amountsNok: [count * rateNok] };
  });
}

function isTold(rates: readonly number[], persons: readonly number[], isCountKnown = true): boolean {
  const told = new ToldRates(
    rates.map((rate) => [rate]),
    rowsOf('0301', rates, persons),
    isCountKnown,
  );
  return told.tells(['0301']);
}

test('two rates always tell of few: 7 persons with 1 200 kr are 5 at 200 and 2 at 100; 10 and 2 are told as well', () => {
  expect(isTold([200, 100], [5, 2])).toBe(true);
  expect(isTold([200, 100], [10, 2])).toBe(true);
  expect(isTold([200, 100], [10, 5])).toBe(false);
});

test('three rates of which two make up for the third tell nothing as long as enough persons may be exchanged', () => {
  // 3 at 100, 20 at 200 and 3 at 300 come to the same as nobody at 100 and 300 and 26 at 200.
  expect(isTold([100, 200, 300], [3, 20, 3])).toBe(false);
  expect(isTold([100, 200, 300], [20, 2, 20])).toBe(false);
  // One at 300 may be two at 200 less one at 100: either way the kroner leave somebody there.
  expect(isTold([100, 250, 399], [5, 5, 2])).toBe(true);
});

test('a hundred kroner told alone say less than with the persons who have them', () => {
  expect(isTold([200, 100], [10, 2])).toBe(true);
  expect(isTold([200, 100], [10, 2], false)).toBe(false);
});

test('part of a year tells nothing, and sums of groups tell what the groups together are', () => {
  const rows = [...rowsOf('0301', [200, 100], [8, 2]), ...rowsOf('1201', [200, 100], [9, 3])];
  const told = new ToldRates([[200], [100]], rows);
  expect([['0301'], ['1201'], ['0301', '1201'], []].map((groups) => told.tells(groups))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  const part = { group: '0301', ratesNok: [100], persons: 1, amountsNok: [37] };
  expect(new ToldRates([[200], [100]], [...rows, part]).tells(['0301'])).toBe(false);
});

test('the same persons at two sides are told by both sums where each alone would not tell them', () => {
  const persons = [3, 20, 3];
  const sides = [
    [100, 100],
    [200, 200],
    [300, 310],
  ];
  const rows = sides.map((ratesNok, place) => {
    const count = persons[place] ?? 0;
    return { group: 'all', ratesNok, persons: count, amountsNok: ratesNok.map((rate) => rate * count) };
  });
  expect(new ToldRates(sides, rows).tells(['all'])).toBe(true);
});

test('what is not told could be something else, as whoever tries every way to come to the same finds', () => {
  const rates = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 4 });
  const plan = rates.chain((each) =>
    fc.tuple(
      fc.constant(each.map((rate) => rate * 100)),
      fc.array(fc.nat(6), { minLength: each.length, maxLength: each.length }),
      fc.boolean(),
    ),
  );
  fc.assert(
    fc.property(plan, ([own, persons, isCountKnown]) => {
      if (isTold(own, persons, isCountKnown)) return;
      const ways = waysTo(own, persons, isCountKnown);
      for (const place of own.keys()) {
        expect(ways.every((way) => isFew(way[place] ?? 0))).toBe(false);
      }
    }),
    { numRuns: 25 },
  );
});

/** Every count of persons by rate with the same kroner, and where they are known the same persons. */
function waysTo(rates: readonly number[], persons: readonly number[], isCountKnown: boolean): number[][] {
  const nok = rates.reduce((sum, rate, place) => sum + rate * (persons[place] ?? 0), 0);
  const count = persons.reduce((sum, each) => sum + each, 0);
  const ways: number[][] = [];
  const look = (way: number[], leftNok: number, left: number): void => {
    const rate = rates[way.length];
    if (rate === undefined) {
      if (leftNok === 0 && (left === 0 || !isCountKnown)) ways.push(way);
      return;
    }
    for (let own = 0; own * rate <= leftNok && (own <= left || !isCountKnown); own += 1) {
      look([...way, own], leftNok - own * rate, left - own);
    }
  };
  look([], nok, count);
  return ways;
}
