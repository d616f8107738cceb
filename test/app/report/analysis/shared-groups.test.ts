import fc from 'fast-check';
import { type Crowded, cellsOrSum, sharedRows } from '../../../../src/app/report/analysis/shared-groups';
import { joinedPairs, NO_PERSONS, pairCrowds } from '../../../../src/app/report/analysis/shared-pairs';
import { FEWEST_PERSONS } from '../../../../src/domain';

interface Row {
  readonly name: string;
  readonly nok: number;
  readonly persons: number;
}

const join = (rows: readonly Row[]): Row => ({
  name: 'various',
  nok: rows.reduce((sum, { nok }) => sum + nok, 0),
  persons: rows.reduce((sum, { persons }) => sum + persons, 0),
});
const crowded = (name: string, nok: number, ...crowds: number[]): Crowded<Row> => ({
  row: { name, nok, persons: Math.max(...crowds) },
  crowds,
});

test('a grant of 3 persons stands together with the next smallest; one whose difference is of one person, too', () => {
  const rows = [crowded('large', 900, 80, 81, 20), crowded('small', 30, 3, 0, 3), crowded('still', 50, 9, 9, 1)];
  const shown = sharedRows([...rows, crowded('middle', 70, 12, 12, 0)], join);
  expect(shown.map(({ name, nok }) => [name, nok])).toEqual([
    ['large', 900],
    ['various', 150],
  ]);
});

test('nothing is shown of those that are few even together, and everything where nobody is few', () => {
  expect(sharedRows([crowded('one', 10, 2), crowded('other', 10, 1)], join)).toEqual([]);
  expect(sharedRows([crowded('one', 10, 7), crowded('none', 0, 0)], join).map(({ name }) => name)).toEqual([
    'one',
    'none',
  ]);
});

test('no row that is shown by itself is of one to four persons, and what is shown adds up to the whole or leaves out few', () => {
  const row = fc.record({
    nok: fc.integer({ min: 0, max: 1000 }),
    crowds: fc.array(fc.nat(12), { minLength: 1, maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (plans) => {
      const rows = plans.map(({ nok, crowds }, place) => crowded(`row ${place}`, nok, ...crowds));
      const shown = sharedRows(rows, join);
      const alone = shown.filter(({ name }) => name !== 'various');
      const isFew = (count: number): boolean => count > 0 && count < FEWEST_PERSONS;
      for (const { name } of alone) {
        const plan = rows.find((each) => each.row.name === name);
        expect(plan?.crowds.some(isFew)).toBe(false);
      }
      const total = (own: readonly Row[]): number => own.reduce((sum, { nok }) => sum + nok, 0);
      if (shown.length > alone.length) expect(total(shown)).toBe(total(rows.map((each) => each.row)));
    }),
  );
});

test('as soon as one year or class is of few, all of the grant stand together: two rates would tell how many each has', () => {
  // 31 900 kr and 45 300 kr: 11 persons and 471 100 kr of two cells fit 2 and 9 persons alone.
  const cells = [crowded('year 1', 63_800, 2), crowded('year 2', 407_700, 9), crowded('year 3', 1_246_000, 20)];
  expect(cellsOrSum(cells, join).map(({ name, nok }) => [name, nok])).toEqual([['various', 1_717_500]]);
  expect(cellsOrSum(cells.slice(1), join).map(({ name }) => name)).toEqual(['year 2', 'year 3']);
  expect(cellsOrSum([crowded('one', 10, 2), crowded('other', 10, 1)], join)).toEqual([]);
});

test('what tells of few together stands with one more, until it does not or nothing is left', () => {
  const rows = [
    crowded('first', 10, 1834, 4),
    crowded('second', 20, 40),
    crowded('third', 30, 60),
    crowded('none', 0, 0),
  ];
  const shown = (tells: (joined: readonly Row[]) => boolean) => sharedRows(rows, join, tells).map(({ nok }) => nok);
  expect(shown(() => false)).toEqual([30, 0, 30]);
  expect(shown((joined) => joined.length < 3)).toEqual([0, 60]);
  expect(shown(() => true)).toEqual([0, 60]);
});

test('1 834 persons against 1 830 tell of four: the grant stands with another', () => {
  const pair = { aPersons: 1834, bPersons: 1830, aNok: 900, bNok: 890 };
  expect(pairCrowds(1834, 1830)).toEqual([1834, 1830, 4]);
  // What stands together tells no persons as soon as one of them hides its own.
  expect(joinedPairs([pair, { ...pair, ...NO_PERSONS }])).toEqual({ ...NO_PERSONS, aNok: 1800, bNok: 1780 });
});
