import type { EntryHistory } from './entry-history';

/** Periods of a year. */
export const YEAR_PERIODS = 4;

/**
 * Entries that others follow a year later, as a share of their mean: decisions on more training follow entries. By period
 * after D, so that 0 is the one that is just over and 4 is a year before.
 */
export type Source = (ahead: number) => number;

/** The source of a group that follows another by a year. */
export function sourceOf(history: EntryHistory, shares: readonly number[]): Source {
  const periods = history.whole;
  const at = (period: number): number => {
    const near = [period - 1, period, period + 1].filter((one) => one >= 0 && one < periods);
    const known = near.reduce((sum, one) => sum + (history.known[one] ?? 0), 0);
    const exposure = near.reduce((sum, one) => sum + (shares[one] ?? 1), 0);
    return exposure > 0 ? known / exposure : 0;
  };
  const level = [0, 1, 2, 3].reduce((sum, period) => sum + at(period), 0) / YEAR_PERIODS;
  const last = Math.max(0, periods - 1);
  return (ahead) => {
    const period = Math.max(0, Math.min(last, YEAR_PERIODS - 1 - Math.floor(ahead)));
    return level <= 0 ? 1 : at(period) / level;
  };
}
