import type { EntryHistory } from './entry-history';
import { type Growth, growthOf, NO_GROWTH, type SeenEntries } from './pace-growth';

/** Periods of a year. */
export const YEAR_PERIODS = 4;
/** How much less each earlier period counts, to choose from by what would have foreseen the register's own past best. */
const MEMORIES = [0.8, 0.6, 0.35];
const USUAL_MEMORY = 0.8;
/**
 * A shorter memory, or no growth, must foresee the past by so much better to be chosen, and by more than chance: every memory
 * is given the misfit that chance makes of so many forecasts, so that a short past decides little.
 */
const BETTER = 0.7;
const CHANCE = 4;
/** Drift of the pace in a period taken before anything was seen (variance of the ratio), and how much that weighs. */
const DRIFT_BEFORE = 0.002;
const DRIFT_WEIGHT = 800;
/** Before anything was seen of what follows others: beside the drift that it has from them there is little. */
const DRIFT_BESIDE = 0.0003;
/** Bounds of the drift: no pace is known to stand still, and a break of the past is not one of every period. */
const DRIFT_LEAST = 0.0005;
const DRIFT_MOST = 0.004;
/** Growth is taken from no fewer entries. */
const FEWEST = 40;
/** Periods ahead over which a growth dies away to half. */
const GROWTH_LASTS = 4;
const AHEAD = 2;
/** How much less a forecast of the past counts that was made a period earlier. */
const RECENT_WEIGHT = 0.8;

/** How fast people enter a group: what the next periods are foreseen from. */
export interface Pace extends Growth {
  /** Entries in a period of 91 days at D. */
  readonly level: number;
  /** Entries that the level rests on. */
  readonly shape: number;
  /** Variance of the ratio of level to level a period on. */
  readonly drift: number;
  /** How many periods the level's centre lies back. */
  readonly age: number;
  /** What its entries follow, where they follow others. */
  readonly source?: Source | undefined;
}

interface Level extends Omit<Pace, 'drift'> {}

/**
 * Entries that others follow a year later, as a share of their mean: decisions on more training follow entries. By period
 * after D, so that 0 is the one that is just over and 4 is a year before.
 */
export type Source = (ahead: number) => number;

/** The source of a group that follows another by a year. */
export function sourceOf(history: EntryHistory, shares: readonly number[]): Source {
  const periods = begun(history);
  const at = (period: number): number => {
    const near = [period - 1, period, period + 1].filter((one) => one >= 0 && one < periods);
    const known = near.reduce((sum, one) => sum + (history.known[one] ?? 0), 0);
    const exposure = near.reduce((sum, one) => sum + (shares[one] ?? 1), 0);
    return exposure > 0 ? known / exposure : 0;
  };
  const level = mean([0, 1, 2, 3].map(at));
  const last = Math.max(0, periods - 1);
  return (ahead) => {
    const period = Math.max(0, Math.min(last, YEAR_PERIODS - 1 - Math.floor(ahead)));
    return level <= 0 ? 1 : at(period) / level;
  };
}

/** The pace of a group; of none where nobody entered. */
export function paceOf(history: EntryHistory, shares: readonly number[], source?: Source): Pace {
  const periods = begun(history);
  const seen: SeenEntries = {
    known: history.known.slice(0, periods),
    exposure: history.known
      .slice(0, periods)
      .map((_, period) => Math.max(0.01, (shares[period] ?? 1) * (source?.(-1 - period) ?? 1))),
  };
  let best = {
    memory: USUAL_MEMORY,
    grows: source === undefined,
    misfit: Number.POSITIVE_INFINITY,
    above: 0,
    below: 0,
  };
  for (const memory of MEMORIES) {
    for (const grows of source === undefined ? [true, false] : [false]) {
      const tried = hindsight(seen, memory, grows);
      if (tried.below > 0 && tried.misfit + CHANCE < (best.misfit + CHANCE) * BETTER)
        best = { memory, grows, ...tried };
    }
  }
  const seenDrift =
    (best.above + DRIFT_WEIGHT * (source === undefined ? DRIFT_BEFORE : DRIFT_BESIDE)) / (best.below + DRIFT_WEIGHT);
  const drift = Math.max(DRIFT_LEAST, Math.min(DRIFT_MOST, seenDrift));
  return { ...levelAt(seen, 0, best.memory, best.grows), drift, source };
}

/** Periods since the first whole one in which anybody entered: before a grant there is nobody to see. */
function begun({ known, periods }: EntryHistory): number {
  const last = known.slice(0, periods).findLastIndex((count) => count > 0);
  return last + 1 === periods ? periods : Math.max(1, last);
}

/** Entries of `periods` periods that begin `ahead` periods after D, expected. */
export function entriesAhead({ level, growth, source }: Level, ahead: number, periods: number): number {
  let sum = 0;
  // Steps of a quarter of a period, so that a part of one counts by its share.
  const steps = Math.max(1, Math.ceil(periods * YEAR_PERIODS));
  for (let step = 0; step < steps; step += 1) {
    const at = ahead + ((step + 0.5) * periods) / steps;
    sum += (source?.(at) ?? 1) * (1 + growth * growingFor(at));
  }
  return Math.max(0, (level * periods * sum) / steps);
}

/** Entries of a whole period before D, expected; 0 is the one that is just over. */
export function entriesBack({ level, growth, source }: Level, period: number): number {
  return Math.max(0, level * (source?.(-1 - period) ?? 1) * (1 - growth * (period + 0.5)));
}

/** Variance of the ratio of the level so many periods after D to that foreseen; at D itself what the level there leaves open. */
export function varianceAhead({ drift, growthVariance, shape, age }: Pace, ahead: number): number {
  const growing = age + growingFor(ahead);
  return 1 / shape + drift * (age + ahead) + growthVariance * growing * growing;
}

/** Periods of undiminished growth that come to as much as one that dies away. */
function growingFor(ahead: number): number {
  return (ahead * GROWTH_LASTS) / (ahead + GROWTH_LASTS);
}

/** What a memory would have foreseen of two periods at a time, held against what came. */
function hindsight(
  seen: SeenEntries,
  memory: number,
  grows: boolean,
): { misfit: number; above: number; below: number } {
  let [misfit, above, below, weight] = [0, 0, 0, 1];
  for (let origin = AHEAD; origin + YEAR_PERIODS <= seen.known.length; origin += 1) {
    const pace = levelAt(seen, origin, memory, grows);
    weight *= RECENT_WEIGHT;
    const exposure = mean(seen.exposure.slice(origin - AHEAD, origin));
    const foreseen = entriesAhead(pace, 0, AHEAD) * exposure;
    if (foreseen < FEWEST / YEAR_PERIODS || pace.shape <= 0) continue;
    const came = total(seen.known.slice(origin - AHEAD, origin));
    const missed = (came - foreseen) * (came - foreseen);
    misfit += (weight * missed) / foreseen;
    // What chance, the level and its growth left open was no drift.
    above += weight * ((missed - foreseen) / foreseen - foreseen * varianceAhead({ ...pace, drift: 0 }, AHEAD / 2));
    below += weight * foreseen * (pace.age + AHEAD / 2);
  }
  return { misfit, above, below };
}

function levelAt(seen: SeenEntries, origin: number, memory: number, grows: boolean): Level {
  const known = seen.known.slice(origin);
  const exposure = seen.exposure.slice(origin);
  let [weight, entries, time, squares, age] = [1, 0, 0, 0, 0];
  for (const [period, count] of known.entries()) {
    const lasted = exposure[period] ?? 1;
    entries += weight * count;
    squares += weight * weight * count;
    time += weight * lasted;
    age += weight * lasted * (period + 0.5);
    weight *= memory;
  }
  if (entries <= 0 || time <= 0) return { level: 0, shape: 0, age: 0, ...NO_GROWTH };
  const centre = age / time;
  const { growth, growthVariance } =
    grows && entries >= FEWEST ? growthOf({ known, exposure }, { memory, rate: entries / time, centre }) : NO_GROWTH;
  const level = Math.max(0, (entries / time) * (1 + growth * centre));
  return { level, shape: (entries * entries) / squares, growth, growthVariance, age: centre };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : total(values) / values.length;
}
