import type { EntryHistory } from './entry-history';
import { type Growth, growthOf, growthOfAll, NO_GROWTH, type SeenEntries, slopeOf } from './pace-growth';
import { type Source, YEAR_PERIODS } from './pace-source';

/** How much less each earlier period counts, to choose from by what would have foreseen the register's own past best. */
const MEMORIES = [0.8, 0.6, 0.35];
const USUAL_MEMORY = 0.8;
/**
 * A shorter memory, or no growth, must foresee the past by so much better to be chosen, and by more than chance: every memory
 * is given the misfit that chance makes of so many forecasts, so that a short past decides little.
 */
const BETTER = 0.7;
const CHANCE = 4;
/**
 * Drift of the pace in a period (variance of the ratio): taken before anything was seen, and the least, as no pace is known to stand
 * still. What follows others has the drift that it has from them, and hardly one beside.
 */
const DRIFT_OWN = { before: 0.0045, least: 0.0006 };
const DRIFT_BESIDE = { before: 0.0001, least: 0.0001 };
/** How much it weighs, and the most: a break of the past is not one of every period. */
const DRIFT_WEIGHT = 800;
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
 * The pace of a group; of none where nobody entered.
 *
 * @param all growth of all groups, towards which its own is drawn
 */
export function paceOf(history: EntryHistory, shares: readonly number[], all: Growth, source?: Source): Pace {
  const seen = seenEntries(history, shares, source);
  let best = {
    memory: USUAL_MEMORY,
    grows: source === undefined,
    misfit: Number.POSITIVE_INFINITY,
    above: 0,
    below: 0,
  };
  for (const memory of MEMORIES) {
    for (const grows of source === undefined ? [true, false] : [false]) {
      const tried = hindsight(seen, memory, grows ? all : undefined);
      if (tried.below > 0 && tried.misfit + CHANCE < (best.misfit + CHANCE) * BETTER)
        best = { memory, grows, ...tried };
    }
  }
  const { before, least } = source === undefined ? DRIFT_OWN : DRIFT_BESIDE;
  const seenDrift = (best.above + DRIFT_WEIGHT * before) / (best.below + DRIFT_WEIGHT);
  const drift = Math.max(least, Math.min(DRIFT_MOST, seenDrift));
  return { ...levelAt(seen, 0, best.memory, best.grows ? all : undefined), drift, source };
}

/** Growth of all groups that follow no other, as seen of each. */
export function growthSeen(
  groups: readonly { readonly history: EntryHistory; readonly shares: readonly number[] }[],
): Growth {
  return growthOfAll(
    groups.flatMap(({ history, shares }) => {
      const seen = seenEntries(history, shares);
      const { entries, time, centre } = weighed(seen, USUAL_MEMORY);
      if (entries < FEWEST) return [];
      return slopeOf(seen, { memory: USUAL_MEMORY, rate: entries / time, centre }) ?? [];
    }),
  );
}

function seenEntries(history: EntryHistory, shares: readonly number[], source?: Source): SeenEntries {
  const known = history.known.slice(0, history.whole);
  return {
    known,
    exposure: known.map((_, period) => Math.max(0.01, (shares[period] ?? 1) * (source?.(-1 - period) ?? 1))),
  };
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
  all: Growth | undefined,
): { misfit: number; above: number; below: number } {
  let [misfit, above, below, weight] = [0, 0, 0, 1];
  for (let origin = AHEAD; origin + YEAR_PERIODS <= seen.known.length; origin += 1) {
    const pace = levelAt(seen, origin, memory, all);
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

/** @param all growth that a group's own is drawn towards; undefined for a level without growth */
function levelAt(seen: SeenEntries, origin: number, memory: number, all: Growth | undefined): Level {
  const [known, exposure] = [seen.known.slice(origin), seen.exposure.slice(origin)];
  const { entries, squares, time, centre } = weighed({ known, exposure }, memory);
  if (entries <= 0 || time <= 0) return { level: 0, shape: 0, age: 0, ...NO_GROWTH };
  const line = { memory, rate: entries / time, centre };
  const { growth, growthVariance } =
    all !== undefined && entries >= FEWEST ? growthOf({ known, exposure }, line, all) : NO_GROWTH;
  const level = Math.max(0, line.rate * (1 + growth * centre));
  return { level, shape: (entries * entries) / squares, growth, growthVariance, age: centre };
}

/** Entries and periods, each period weighing less than the one after it. */
function weighed(
  { known, exposure }: SeenEntries,
  memory: number,
): { entries: number; squares: number; time: number; centre: number } {
  let [weight, entries, squares, time, age] = [1, 0, 0, 0, 0];
  for (const [period, count] of known.entries()) {
    const lasted = exposure[period] ?? 1;
    entries += weight * count;
    squares += weight * weight * count;
    time += weight * lasted;
    age += weight * lasted * (period + 0.5);
    weight *= memory;
  }
  return { entries, squares, time, centre: age / time };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : total(values) / values.length;
}
