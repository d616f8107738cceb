import { calendarOf, grunntilskuddTermOf } from '../../rules';
import { NorsktilskuddError } from '../../src/domain';
import { shippedRules } from '../support/shipped';

const { limits } = shippedRules();

/** Cumulative due at T1-T4. */
function dues(
  year: number,
  component: 'persontilskudd' | 'persontilskudd37d' | 'asylnorsk',
  k: number,
  quarter: number,
  amount: number,
): number[] {
  const calendar = calendarOf(year, limits);
  const first = calendar.firstTerm(component, k, quarter);
  return [1, 2, 3, 4].map((term) => calendar.cumulativeDue(component, amount, first, term));
}

describe('calendars (rulebook 6)', () => {
  it.each([
    [2018, 'persontilskudd', 1, 3, 31_900, [0, 0, 31_900, 31_900], 'year 1: whole from the quarter of entry'],
    [2018, 'persontilskudd', 2, 3, 62_300, [62_300, 62_300, 62_300, 62_300], 'year 2: whole from T1'],
    [2023, 'persontilskudd37d', 1, 2, 45_000, [0, 45_000, 45_000, 45_000], '37d as year 1'],
    [2024, 'persontilskudd', 1, 3, 40_001, [0, 0, 20_000, 40_001], 'entered in August: half in T3, the rest in T4'],
    [2024, 'persontilskudd', 3, 1, 40_003, [10_000, 20_001, 30_002, 40_003], 'quarters rounded down, the rest in T4'],
    [2024, 'asylnorsk', 0, 2, 10_001, [0, 10_001, 10_001, 10_001], 'asylum stays whole'],
  ] as const)(
    '%i %s year %i from quarter %i: %i gives %j (%s)',
    (year, component, k, quarter, amount, expected, _why) => {
      expect(dues(year, component, k, quarter, amount)).toEqual([...expected]);
    },
  );

  it.each([
    [2016, 3],
    [2019, 3],
    [2020, 1],
    [2023, 1],
    [2024, 2],
    [2025, 1],
  ])('grunntilskudd of %i is due in T%i (A15)', (year, term) => {
    expect(grunntilskuddTermOf(year, limits)).toBe(term);
  });

  it.each([2003, 2005, 2015])('%i has no calendar', (year) => {
    expect(() => calendarOf(year, limits)).toThrow(new NorsktilskuddError('rule', 'NO_CALENDAR', { year }));
  });
});
