import { sharedSums } from '../../../src/app/report/component-sums';
import { heldSums } from '../../../src/app/report/national-figures';

type Balance = Parameters<typeof sharedSums>[0][number];

const names = (name: string, count: number): Set<string> =>
  new Set(Array.from({ length: count }, (_, place) => `${name}${place}`));

/** Each person of a line is paid 100 kr, each held amount is 10 kr. */
function balance(
  component: string,
  [persons, lines, held]: readonly [number, number, number],
  { grantYear = 2018, isTold = false } = {},
): Balance {
  const sum = {
    grantYear,
    component,
    annualNok: 1000 + lines * 100 + held * 10,
    postedBeforeNok: 1000,
    linesNok: lines * 100,
    dueLaterNok: 0,
    heldNok: held * 10,
  };
  return { sum, persons, isTold, ofLines: names(`${component}${grantYear}`, lines), ofHeld: names('held', held) };
}

test('a correction of one person of last year is in no row of its own', () => {
  const shown = sharedSums([
    balance('persontilskudd', [700, 40, 0]),
    balance('persontilskudd', [700, 1, 0], { grantYear: 2017 }),
  ]);
  expect(shown.map(({ component, linesNok }) => [component, linesNok])).toEqual([['various', 4100]]);
});

test('rows that are few in different figures are joined until each figure is of enough', () => {
  const rows = [
    balance('kulturtilskudd', [3, 0, 0]),
    balance('asylnorsk', [0, 3, 0]),
    balance('persontilskudd', [9, 9, 0]),
  ];
  expect(sharedSums(rows).map(({ linesNok }) => linesNok)).toEqual([1200]);
});

test('what is held of few in the whole country cannot be worked out from any row', () => {
  const [row] = sharedSums([balance('persontilskudd', [700, 40, 2])]);
  expect(row).toMatchObject({ annualNok: undefined, heldNok: undefined, linesNok: 4000, postedBeforeNok: 1000 });
});

test('what is held of few is left out with that of another grant, and the lines of both are shown', () => {
  const rows = [
    balance('asylnorsk', [9, 9, 2]),
    balance('persontilskudd', [700, 40, 8]),
    balance('grunntilskudd', [7, 7, 0]),
  ];
  expect(sharedSums(rows).map(({ heldNok, linesNok }) => [heldNok, linesNok])).toEqual([
    [undefined, 900],
    [undefined, 4000],
    [0, 700],
  ]);
});

test('rows of enough, and of nobody, stand as they are; of few in all, none does', () => {
  const rows = [balance('persontilskudd', [700, 40, 6]), balance('grunntilskudd', [0, 0, 0])];
  expect(sharedSums(rows)).toEqual(rows.map(({ sum }) => sum));
  expect(sharedSums([balance('persontilskudd', [700, 2, 0])])).toEqual([]);
});

test('a grant whose kroner tell with the public rates of few stands together with the next', () => {
  const told = balance('persontilskudd', [20, 20, 0], { isTold: true });
  const rows = [told, balance('persontilskudd37d', [30, 30, 0]), balance('asylnorsk', [90, 90, 0])];
  expect(sharedSums(rows).map(({ component, linesNok }) => [component, linesNok])).toEqual([
    ['asylnorsk', 9000],
    ['various', 5000],
  ]);
});

test('what is held of two, beside five who are withheld, is in no row: the sum of what is held does not count those', () => {
  const rows = [
    ...[1, 2].map((person) => ['unknown_country', person] as const),
    ...[3, 4, 5, 6, 7].map((person) => ['rejected_row', person] as const),
  ];
  const manifest = {
    held: (['unknown_country', 'rejected_row'] as const).map((reason) => ({
      ...{ grant_year: 2018, component: 'persontilskudd' as const, reason, sum_nok: 100 },
      rows: rows.filter(([name]) => name === reason).length,
    })),
  };
  const lines = rows.map(([reason, person]) => `2018,persontilskudd,${reason},${person}\n`);
  const sealedText = () => `grant_year,component,reason,person_ref\n${lines.join('')}`;
  expect(heldSums({ manifest, sealedText }, true).map(({ name, amountNok }) => [name, amountNok])).toEqual([
    ['unknown_country', undefined],
    ['rejected_row', 100],
  ]);
});
