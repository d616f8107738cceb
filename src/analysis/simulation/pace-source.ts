import { shareKnownAt } from './delays';
import { type EntryHistory, PERIOD_DAYS } from './entry-history';

/** Periods of a year. */
export const YEAR_PERIODS = 4;

/** Fewest decisions whose lags count for themselves; fewer follow after a year. */
const FEW = 20;
/** Lags are seen by thirds of a period, so that one in which a grant began, or a wave broke, does not blur them. */
const THIRDS = 3;

/** What the entries of a group follow: decisions on more training follow entries by a year, some by more. */
export interface Source {
  /** As a share of its mean over the last year; 0 periods ahead is the one to come, -1 the one that is just over. */
  readonly at: (ahead: number) => number;
  /** Share of the followed of whom one is decided on in a period: among known ones chance makes so much less of a difference. */
  readonly thinning: number;
  /** Variance that entries still to come leave in it: nobody knows them yet. */
  readonly varianceAt: (ahead: number) => number;
}

/** A group that another follows. */
export interface Followed {
  readonly history: EntryHistory;
  /** Shares known by age. */
  readonly shares: readonly number[];
  /** Its entries in so many periods that begin so many periods after D, expected, and the variance of their ratio to those. */
  readonly ahead: (ahead: number, periods: number) => number;
  readonly varianceAhead: (ahead: number) => number;
  /** Share of known ones who fall away within a year; long-known ones have done so. */
  readonly fallen: number;
}

/** The source of a group that follows another by the lags that its persons show. */
export function sourceOf(history: EntryHistory, shares: readonly number[], followed: Followed): Source {
  const known = Array.from({ length: followed.history.known.length * THIRDS }, () => 0);
  for (const { daysAgo } of followed.history.entered) add(known, thirdOf(daysAgo), 1);
  const enteredIn = (third: number): number => {
    const isToCome = third < 0;
    const share = Math.max(0.01, shareKnownAt(followed.shares, (third - 1) / THIRDS));
    const came = isToCome ? followed.ahead((-1 - third) / THIRDS, 1 / THIRDS) : (known[third] ?? 0) / share;
    return came * (1 - followed.fallen * Math.max(0, Math.min(1, 1 - third / (THIRDS * YEAR_PERIODS))));
  };
  const hazards = hazardsByLag(history, shares, followed.history, enteredIn);
  const due = (period: number, weight = (share: number): number => share): number =>
    hazards.reduce((sum, share, lag) => sum + (share > 0 ? weight(share) * enteredIn(THIRDS * period + lag) : 0), 0);
  const last = [0, 1, 2, 3].slice(0, Math.max(1, history.whole));
  const total = last.reduce((sum, period) => sum + due(period), 0);
  const level = total / last.length;
  return {
    at: (ahead) => (level <= 0 ? 1 : due(-1 - Math.floor(ahead)) / level),
    thinning: level <= 0 ? 0 : last.reduce((sum, period) => sum + due(period, (share) => share * share), 0) / total,
    varianceAt: (ahead) => {
      const period = -1 - Math.floor(ahead);
      let [unseen, when] = [0, 0];
      for (let lag = 0; THIRDS * period + lag < 0; lag += 1) {
        const mine = (hazards[lag] ?? 0) * enteredIn(THIRDS * period + lag);
        unseen += mine;
        when += mine * Math.max(0, ahead - lag / THIRDS);
      }
      return unseen <= 0 ? 0 : (unseen / due(period)) ** 2 * followed.varianceAhead(when / unseen);
    },
  };
}

function thirdOf(daysAgo: number): number {
  return Math.floor((daysAgo * THIRDS) / PERIOD_DAYS);
}

function add(counts: number[], place: number, more: number): void {
  if (place in counts) counts[place] = (counts[place] ?? 0) + more;
}

/**
 * Of those who entered so many thirds of a period before the end of a period, the share decided on in it: each lag is counted over the
 * periods in which it could have been seen, so that a grant that began lately does not make lags look short.
 */
function hazardsByLag(
  history: EntryHistory,
  shares: readonly number[],
  followed: EntryHistory,
  enteredIn: (third: number) => number,
): number[] {
  const hits = Array.from({ length: followed.known.length * THIRDS }, () => 0);
  const entries = new Map(followed.entered.map(({ person, daysAgo }) => [person, thirdOf(daysAgo)]));
  let seen = 0;
  for (const { person, daysAgo } of history.entered) {
    const period = Math.floor(daysAgo / PERIOD_DAYS);
    const entry = entries.get(person);
    if (entry === undefined || period >= history.whole || entry < THIRDS * period) continue;
    add(hits, entry - THIRDS * period, 1);
    seen += 1;
  }
  const isYear = (lag: number): boolean => Math.floor(lag / THIRDS) === YEAR_PERIODS;
  if (seen < FEW) return hits.map((_, lag) => (isYear(lag) ? 1 / YEAR_PERIODS : 0));
  return hits.map((count, lag) => {
    let exposed = 0;
    for (let period = 0; period < history.whole && THIRDS * period + lag < hits.length; period += 1)
      exposed += enteredIn(THIRDS * period + lag) * (shares[period] ?? 1);
    return exposed > 0 ? Math.min(1, count / exposed) : 0;
  });
}
