import { type Courses, fallenPlace, NOBODY, shareOf } from './courses';
import { type Delay, knownShares, lateShares } from './delays';
import { millionths } from './draw-count';
import { ENTRY_GROUPS } from './entry-groups';
import type { EntryHistory } from './entry-history';
import type { Pace } from './pace';
import { YEAR_PERIODS } from './pace-source';
import type { SimulatedForecast } from './simulation-types';

const HUNDRED = 100;
const YEAR = 365;

function hundredths(value: number): number {
  return Math.floor(value * HUNDRED + 0.5);
}

/** Figures that a forecast rests on, of every group that somebody has entered. */
export function seenOfEntries(
  histories: readonly EntryHistory[],
  delays: readonly Delay[],
  paces: readonly Pace[],
  courses: Courses | undefined,
): Pick<SimulatedForecast, 'delays' | 'paces' | 'courses'> {
  const groups = ENTRY_GROUPS.flatMap(({ name }, group) => {
    const [history, delay, pace] = [histories[group], delays[group], paces[group]];
    if (history === undefined || delay === undefined || pace === undefined || pace.level <= 0) return [];
    return [{ name, history, pace, shares: knownShares(lateShares(delay)) }];
  });
  const { leftPerDay = NOBODY, moved = [], fallen = [] } = courses ?? {};
  return {
    delays: groups.map(({ name, history, shares }) => ({
      group: name,
      seen: history.within.at(0) ?? 0,
      knownMillionths: shares.map(millionths),
    })),
    paces: groups.map(({ name, history, pace, shares }) => ({
      group: name,
      entriesHundredths: history.known
        .slice(0, Math.min(YEAR_PERIODS, history.periods))
        .map((count, period) => hundredths(count / Math.max(0.01, shares[period] ?? 1))),
      growthHundredths: hundredths(pace.growth * YEAR_PERIODS * HUNDRED),
      driftHundredths: hundredths(Math.sqrt(pace.drift * YEAR_PERIODS) * HUNDRED),
    })),
    courses: {
      fallen: ENTRY_GROUPS.flatMap(({ name }, group) =>
        [1, 2].flatMap((step) => {
          const rate = fallen[fallenPlace(group, step)];
          return rate === undefined || rate.seen === 0
            ? []
            : [{ group: name, isLater: step > 1, seen: rate.seen, millionths: millionths(shareOf(rate)) }];
        }),
      ),
      leftMillionths: millionths(Math.min(1, shareOf(leftPerDay) * YEAR)),
      movedMillionths: millionths(shareOf(moved.at(-1) ?? NOBODY)),
    },
  };
}
