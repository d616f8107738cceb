import { placeKey } from '../../../../src/app/report/analysis/case-counts';
import { hiddenPlaces, type PlaceCounts } from '../../../../src/app/report/analysis/hidden-places';
import { type Component, componentOrdinal } from '../../../../src/domain';

const COMPONENT: Component = 'persontilskudd';
const PLACES = [301, 1201, 1103, 5001, 1601];
const UNTOLD: Parameters<typeof hiddenPlaces>[2] = { tellsAt: () => false };
const keyOf = (recipient: number): number => placeKey(recipient, componentOrdinal(COMPONENT));

const rows = PLACES.map((recipient) => ({
  ...{ recipient, component: COMPONENT, aNok: 100, bNok: 90 },
  ...{ populationNok: 0, dataNok: 0, ruleNok: -10, rateNok: 0 },
}));

/** Persons of each place. */
function side(...persons: number[]): PlaceCounts['a'] {
  return { personsAt: new Map(persons.map((count, place) => [keyOf(PLACES[place] ?? 0), count])) };
}

function beside(of: PlaceCounts['a'], ...changed: number[]): PlaceCounts['besides'][number] {
  const persons = (count: number): Set<string> => new Set(Array.from({ length: count }, (_, one) => `person ${one}`));
  return { side: of, changedAt: new Map(changed.map((count, place) => [keyOf(PLACES[place] ?? 0), persons(count)])) };
}

function hiddenOf(
  a: PlaceCounts['a'],
  b: PlaceCounts['a'],
  besides: PlaceCounts['besides'],
  rates = UNTOLD,
  apart = new Set<string>([COMPONENT]),
): number[] {
  const hidden = hiddenPlaces({ rows }, { a, b, besides }, rates, apart);
  return PLACES.filter((recipient) => hidden.has(keyOf(recipient)));
}

test('38 persons of 40 tell that two fall out, however many have another amount; they hide among others', () => {
  const [a, b] = [side(40, 30, 20, 60, 70), side(38, 30, 20, 60, 70)];
  expect(hiddenOf(a, b, [beside(a, 10, 10, 10, 10, 10)])).toEqual([301, 1201, 1103]);
  expect(hiddenOf(a, a, [beside(a, 10, 10, 10, 10, 10)])).toEqual([]);
});

test('a scenario is hidden where it tells of few beside another of the same report, though not beside the sizing', () => {
  const [a, b] = [side(40, 30, 20, 60, 70), side(30, 20, 10, 50, 60)];
  const first = beside(side(32, 20, 10, 50, 60), 10, 0, 0, 0, 0);
  expect(hiddenOf(a, b, [beside(a, 10, 10, 10, 10, 10)])).toEqual([]);
  expect(hiddenOf(a, b, [beside(a, 10, 10, 10, 10, 10), first])).toEqual([301, 1201, 1103]);
  // Of two persons there the kroner change beside the other scenario.
  const same = beside(b, 2, 0, 0, 9, 0);
  expect(hiddenOf(a, b, [beside(a, 10, 10, 10, 10, 10), same])).toEqual([301, 1201, 1103, 5001]);
});

test('what public rates tell is hidden, with the next for as long as all together are told as well', () => {
  const a = side(40, 30, 20, 60, 70);
  const besides = [beside(a, 10, 10, 10, 10, 10)];
  const tellsAt = (_: unknown, recipients: readonly number[]): boolean =>
    recipients.includes(1103) && recipients.length < 4;
  expect(hiddenOf(a, a, besides, { tellsAt })).toEqual([301, 1201, 1103, 5001]);
});

test('a grant that stands together with one of few does not add up from its recipients', () => {
  const a = side(40, 30, 20, 60, 70);
  const besides = [beside(a, 10, 10, 10, 10, 10)];
  expect(hiddenOf(a, a, besides)).toEqual([]);
  expect(hiddenOf(a, a, besides, UNTOLD, new Set())).toEqual([301, 1201, 1103]);
});
