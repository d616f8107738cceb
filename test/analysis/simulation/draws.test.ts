import { bandOf } from '../../../src/analysis/simulation/bands';
import { delaysOf, knownShares, lateShares } from '../../../src/analysis/simulation/delays';
import { entriesExpected, hitsAmong } from '../../../src/analysis/simulation/draw-count';
import { EntryFlow } from '../../../src/analysis/simulation/entry-flow';
import type { EntryHistory } from '../../../src/analysis/simulation/entry-history';
import { drawGiven } from '../../../src/analysis/simulation/given-arrivals';
import { entriesAhead, paceOf, paceOfAll, varianceAhead } from '../../../src/analysis/simulation/pace';
import { growthOf, growthOfAll, NO_GROWTH } from '../../../src/analysis/simulation/pace-growth';
import { sourceOf } from '../../../src/analysis/simulation/pace-source';
import { dayOf, Random } from '../../../src/domain';

const DRAWS = 4000;
const drawn = (distribution: { draw(random: Random): number }): number[] => {
  const random = new Random().start(7, 1, 1);
  return Array.from({ length: DRAWS }, () => distribution.draw(random));
};
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const variance = (values: readonly number[]): number => mean(values.map((one) => (one - mean(values)) ** 2));

test('entries scatter by chance and by how little the expectation rests on', () => {
  const values = drawn(entriesExpected(50, 25));
  expect(Math.abs(mean(values) - 50)).toBeLessThan(1);
  // 50 by chance, 50 * 50 / 25 by the expectation itself.
  expect(variance(values) / 150).toBeGreaterThan(0.9);
  expect(variance(values) / 150).toBeLessThan(1.1);
  expect(drawn(entriesExpected(0, 25)).every((one) => one === 0)).toBe(true);
});

test('of known persons to whom something happens at times, chance leaves less open the more often it does', () => {
  const values = drawn(entriesExpected(50, 25, 0.4));
  expect(Math.abs(mean(values) - 50)).toBeLessThan(1);
  // 50 of 125: 50 * 0.6 by chance instead of 50, and still 50 * 50 / 25 by the expectation.
  expect(variance(values) / 130).toBeGreaterThan(0.9);
  expect(variance(values) / 130).toBeLessThan(1.1);
});

test('hits among some are as often as seen, never more than all, and none where none were seen', () => {
  const values = drawn(hitsAmong(40, 30, 90));
  expect(Math.abs(mean(values) - 10)).toBeLessThan(0.5);
  expect(Math.max(...values)).toBeLessThanOrEqual(40);
  expect(drawn(hitsAmong(40, 0, 90)).every((one) => one === 0)).toBe(true);
  expect(drawn(hitsAmong(0, 30, 90)).every((one) => one === 0)).toBe(true);
});

test('given arrivals have their low, mid and high as P10, P50 and P90; equal ones are no chance at all', () => {
  const row = { grantYear: 2026, group: 0, rateClass: undefined, low: 80, mid: 100, high: 150 };
  const values = drawn({ draw: (random) => drawGiven(row, random) });
  const { p10, p50, p90 } = bandOf(Float64Array.from(values));
  for (const [found, wanted] of [
    [p10, 80],
    [p50, 100],
    [p90, 150],
  ] as const)
    expect(Math.abs(found - wanted)).toBeLessThanOrEqual(2);
  const sure = { ...row, low: 17, mid: 17, high: 17 };
  expect(new Set(drawn({ draw: (random) => drawGiven(sure, random) }))).toEqual(new Set([17]));
});

const history = (known: readonly number[], more: Partial<EntryHistory> = {}): EntryHistory => {
  const none = Array.from({ length: 9 }, () => 0);
  return {
    known,
    periods: known.length,
    whole: known.length,
    first: none,
    within: none,
    entered: [],
    recent: [],
    ...more,
  };
};
const allKnown = Array.from({ length: 9 }, () => 1);
/** All groups together: no growth, and the drift that is taken before anything was seen. */
const OF_ALL = paceOfAll([]);

test('few persons never explode: one late one of one is drawn towards all groups', () => {
  const many = history([], {
    first: [900, 100, 0, 0, 0, 0, 0, 0, 0],
    within: [900, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000],
  });
  const one = history([], { first: [0, 1, 0, 0, 0, 0, 0, 0, 0], within: [0, 1, 1, 1, 1, 1, 1, 1, 1] });
  const [ofMany, ofOne] = delaysOf([many, one]).map((delay) => knownShares(lateShares(delay))[0] ?? 0);
  expect(ofMany).toBeCloseTo(0.9, 2);
  // Alone, one of one would say that nobody is ever known at once, and every known one would stand for any number.
  expect(ofOne).toBeGreaterThan(0.75);
});

test('a steady pace goes on, a growth counts where it stands out from chance, and a break ends it', () => {
  const ahead = (known: readonly number[]): number => entriesAhead(paceOf(history(known), allKnown, OF_ALL), 0, 2);
  const steady = [98, 105, 101, 96, 103, 99, 102, 97, 100, 104, 98, 101];
  expect(Math.abs(ahead(steady) - 200)).toBeLessThan(8);
  expect(Math.abs(paceOf(history(steady), allKnown, OF_ALL).growth)).toBeLessThan(0.001);
  const falling = Array.from({ length: 16 }, (_, period) => Math.round(200 * 1.06 ** period));
  expect(ahead(falling)).toBeLessThan(390);
  expect(ahead(falling)).toBeGreaterThan(320);
  const ebbed = [200, 202, 199, 201, 500, 700, 900, 1000, 200, 201, 199, 200];
  expect(ahead(ebbed)).toBeGreaterThan(330);
  expect(ahead(Array.from({ length: 8 }, () => 0))).toBe(0);
});

test('a group that is registered sooner than others is so at ages at which nobody of it was seen, too', () => {
  const slow = history([], {
    first: [500, 400, 60, 40, 0, 0, 0, 0, 0],
    within: [500, 900, 960, 1000, 1000, 1000, 1000, 1000, 1000],
  });
  const young = history([], { first: [290, 10, 0, 0, 0, 0, 0, 0, 0], within: [290, 200, 0, 0, 0, 0, 0, 0, 0] });
  const [ofSlow = 0, ofYoung = 0] = delaysOf([slow, young]).map((delay) => knownShares(lateShares(delay))[0] ?? 0);
  expect(ofSlow).toBeCloseTo(0.5, 1);
  // 10 of 200 came late; that others still come after two or three periods says little of a group like this.
  expect(ofYoung).toBeGreaterThan(0.92);
  expect(ofYoung).toBeLessThan(0.96);
});

test('growth is the slope of what is seen, drawn towards none where few are seen, and what it leaves open widens the band', () => {
  const seen = (scale: number) => {
    const known = Array.from({ length: 8 }, (_, period) => scale * (100 + 5 * (period - 3.5)));
    return growthOf({ known, exposure: known.map(() => 1) }, { memory: 1, rate: 100 * scale, centre: 4 }, NO_GROWTH);
  };
  expect(seen(1000).growth).toBeCloseTo(-0.05, 3);
  expect(seen(0.1).growth).toBeGreaterThan(-0.03);
  expect(seen(0.1).growth).toBeLessThan(0);
  expect(seen(0.1).growthVariance).toBeGreaterThan(100 * seen(1000).growthVariance);
  const pace = paceOf(
    history(Array.from({ length: 16 }, (_, period) => Math.round(80 * 1.05 ** period))),
    allKnown,
    OF_ALL,
  );
  expect(pace.growthVariance).toBeGreaterThan(0);
  // 16 periods after D, a growth that dies away has come to as much as 8 periods of it.
  const sure = varianceAhead({ ...pace, growthVariance: 0 }, 16);
  expect(varianceAhead(pace, 16) - sure).toBeCloseTo((pace.age + 8) ** 2 * pace.growthVariance, 10);
  // It may have ended at once or go on for all 16, each as likely: the variance of 0 to 16 is 256 / 12.
  const still = varianceAhead({ ...pace, growth: 0 }, 16);
  expect(varianceAhead(pace, 16) - still).toBeCloseTo((pace.growth ** 2 * 256) / 12, 10);
});

test('the drift of a group of whom little is seen is that of all groups, and a break of one group is not one of all', () => {
  const broken = history([10, 10, 10, 10, 10, 900, 900, 900, 900, 10, 10, 10, 10, 900, 900, 900]);
  const steady = history(Array.from({ length: 16 }, () => 400));
  const shares = Array.from({ length: 16 }, () => 1);
  const calm = paceOfAll([{ history: steady, shares }]);
  const all = paceOfAll([
    { history: steady, shares },
    { history: broken, shares },
  ]);
  expect(calm.drift).toBeLessThan(OF_ALL.drift);
  expect(all.drift).toBeGreaterThan(calm.drift);
  expect(all.drift).toBeLessThanOrEqual(0.004);
  const few = history([3, 2, 4, 3, 2, 3, 4, 3]);
  expect(paceOf(few, allKnown, { ...all, drift: 0.002 }).drift).toBeCloseTo(0.002, 6);
});

test('the growth of a group of whom little is seen is that of all groups, a wave among them left out', () => {
  const falling = { growth: -0.05, growthVariance: 0.00005 };
  const all = growthOfAll([
    falling,
    { growth: -0.04, growthVariance: 0.01 },
    { growth: -0.9, growthVariance: 0.00001 },
  ]);
  expect(all.growth).toBeCloseTo(-0.04, 2);
  expect(growthOfAll([])).toEqual({ growth: 0, growthVariance: expect.any(Number) });
  const few = { known: [1, 1, 0, 1, 1, 0, 1, 1], exposure: Array.from({ length: 8 }, () => 1) };
  expect(growthOf(few, { memory: 1, rate: 0.75, centre: 4 }, all).growth).toBeCloseTo(all.growth, 2);
});

test('a fall of 18 percent a year is foreseen without bias', () => {
  const off = Array.from({ length: 200 }, (_, seed) => {
    const random = new Random().start(seed, 1, 1);
    const expected = (period: number): number => 100 * 0.82 ** (-(period + 0.5) / 4);
    const known = Array.from({ length: 16 }, (_, period) => entriesExpected(expected(period), 1e6).draw(random));
    return (
      entriesAhead(
        paceOf(
          history(known),
          Array.from({ length: 16 }, () => 1),
          OF_ALL,
        ),
        0,
        2,
      ) /
        (100 * (0.82 ** 0.125 + 0.82 ** 0.375)) -
      1
    );
  });
  expect(Math.abs(mean(off))).toBeLessThan(0.03);
});

/** Simulated entries of 2024 seen on 30 June: those not registered yet, and those to come. */
function entriesOf2024(known: readonly number[], seen: number): { late: number[]; ahead: number[] } {
  const half = {
    first: [seen, seen, 0, 0, 0, 0, 0, 0, 0],
    within: [seen, ...Array.from({ length: 8 }, () => 2 * seen)],
  };
  const own = history(known, half);
  const [delay = { came: [], known: [] }] = delaysOf([own]);
  const flow = new EntryFlow({
    ...{ history: own, delay, pace: paceOf(own, knownShares(lateShares(delay)), OF_ALL), lastYear: 2024, given: [] },
    ...{ asOf: dayOf(2024, 6, 30), knownOn: dayOf(2025, 12, 31), lastEntry: undefined, knownIn: () => 0 },
  });
  const years = Array.from({ length: DRAWS / 4 }, (_, index) => flow.draw(new Random().start(5, index, 1)));
  const sum = (isLate: boolean): number[] =>
    years.map((all) => all.filter((one) => one.isLate === isLate).reduce((total, { count }) => total + count, 0));
  return { late: sum(true), ahead: sum(false) };
}

test('where more come than the pace foresaw, more of them are still to be registered, too', () => {
  const { late, ahead } = entriesOf2024([50, ...Array.from({ length: 15 }, () => 100)], 500);
  expect(Math.abs(mean(late) - 50)).toBeLessThan(3);
  expect(Math.abs(mean(ahead) - 202)).toBeLessThan(6);
  const together = mean(late.map((one, index) => (one - mean(late)) * ((ahead[index] ?? 0) - mean(ahead))));
  expect(together / Math.sqrt(variance(late) * variance(ahead))).toBeGreaterThan(0.1);
});

test('what was seen of delays leaves those who are late open once, not twice', () => {
  const known = [50, ...Array.from({ length: 15 }, () => 100)];
  // Half of 80 were late: the share of half is open by 0.056, and the 50 who are late by some 8 for it, which is 70 squared.
  const seldom = variance(entriesOf2024(known, 40).late);
  const often = variance(entriesOf2024(known, 4000).late);
  expect(seldom - often).toBeGreaterThan(35);
  expect(seldom - often).toBeLessThan(105);
});

/** Entries in a period of 91 days, evenly over it; those of `decided` are half of them, so many days later. */
function followedBy(entries: readonly number[], lagDays: number) {
  const entered = entries.flatMap((count, period) =>
    Array.from({ length: count }, (_, index) => ({
      person: period * 10_000 + index,
      daysAgo: Math.floor((period + (index + 0.5) / count) * 91),
    })),
  );
  const decided = entered
    .filter(({ person, daysAgo }) => person % 2 === 0 && daysAgo >= lagDays)
    .map(({ person, daysAgo }) => ({ person, daysAgo: daysAgo - lagDays }));
  const known = entries.map((_, period) => decided.filter(({ daysAgo }) => Math.floor(daysAgo / 91) === period).length);
  const shares = Array.from({ length: 9 }, () => 1);
  const toCome = { ahead: (_: number, periods: number) => 100 * periods, varianceAhead: () => 0.04, fallen: 0 };
  const followed = { ...toCome, history: history(entries, { entered }), shares };
  return sourceOf(history(known, { whole: 4, entered: decided }), shares, followed);
}

test('decisions follow entries by the lag that persons show, a year or more', () => {
  // A wave, the latest period first: 900, 500 and 300 in three of them, before and after it 100 in each.
  const wave = [100, 100, 100, 100, 100, 300, 500, 900, 100, 100, 100, 100, 100, 100, 100, 100];
  const afterYear = followedBy(wave, 364);
  // After four periods: the last period decided on 100, the next one will on 100.
  expect(afterYear.at(0) / afterYear.at(-1)).toBeCloseTo(1, 1);
  const later = followedBy(wave, 455);
  // After five: the one before the last on those of the 500, the last on those of the 300, the next one on those of 100.
  expect(later.at(-1) / later.at(-2)).toBeCloseTo(300 / 500, 1);
  expect(later.at(0) / later.at(-1)).toBeCloseTo(100 / 300, 1);
  expect(later.thinning).toBeGreaterThan(0.3);
});

test('what follows entries still to come is as open as these are', () => {
  const source = followedBy(
    Array.from({ length: 16 }, () => 100),
    364,
  );
  expect(source.varianceAt(1)).toBe(0);
  expect(source.varianceAt(6)).toBeCloseTo(0.04, 3);
});

test('bands are numbers that were drawn', () => {
  expect(bandOf(Float64Array.from([5, 1, 3, 2, 4, 6, 7, 8, 9, 10]))).toEqual({ p10: 1, p50: 5, p90: 9 });
  expect(bandOf(new Float64Array(0))).toEqual({ p10: 0, p50: 0, p90: 0 });
});
