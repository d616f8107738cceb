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
const DRIFT_BESIDE = 0.0001;
/** How much it weighs, and the most: a break of the past is not one of every period. */
const DRIFT_WEIGHT = 4000;
const DRIFT_MOST = 0.004;
/** How much the drift of all groups weighs in that of one: its own shows in some thousand entries only. */
const DRIFT_OF_ALL = 2000;
/** Growth is taken from no fewer entries. */
const FEWEST = 40;
/** Periods ahead over which a growth dies away to half. */
const GROWTH_LASTS = 16;
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

/** What all groups that follow no other show together, towards which each is drawn. */
export interface PaceOfAll {
  readonly growth: Growth;
  readonly drift: number;
}

/**
 * The pace of a group; of none where nobody entered.
 */
export function paceOf(history: EntryHistory, shares: readonly number[], all: PaceOfAll, source?: Source): Pace {
  const seen = seenEntries(history, shares, source);
  const { memory, grows, above, below } = bestHindsight(seen, all.growth, source !== undefined);
  const drift =
    source === undefined ? driftOf(above, below, { weight: DRIFT_OF_ALL, before: all.drift }) : DRIFT_BESIDE;
  return { ...levelAt(seen, 0, memory, grows ? all.growth : undefined), drift, source };
}

/** What groups that follow no other show together. */
export function paceOfAll(groups: readonly SeenGroup[]): PaceOfAll {
  const growth = growthSeen(groups);
  let [sumAbove, sumBelow] = [0, 0];
  for (const { history, shares } of groups) {
    const { above, below } = bestHindsight(seenEntries(history, shares), growth, false);
    // A break of one group is no drift of all.
    sumAbove += Math.min(above, DRIFT_MOST * below);
    sumBelow += below;
  }
  return { growth, drift: driftOf(sumAbove, sumBelow, { weight: DRIFT_WEIGHT, before: DRIFT_OWN.before }) };
}

function driftOf(above: number, below: number, prior: { readonly weight: number; readonly before: number }): number {
  const seen = (above + prior.weight * prior.before) / (below + prior.weight);
  return Math.max(DRIFT_OWN.least, Math.min(DRIFT_MOST, seen));
}

/** The memory, and whether growth, that would have foreseen the past best. */
function bestHindsight(
  seen: SeenEntries,
  growth: Growth,
  follows: boolean,
): Hindsight & { readonly memory: number; readonly grows: boolean } {
  let best = { memory: USUAL_MEMORY, grows: !follows, misfit: Number.POSITIVE_INFINITY, above: 0, below: 0 };
  for (const memory of MEMORIES) {
    for (const grows of follows ? [false] : [true, false]) {
      const tried = hindsight(seen, memory, grows ? growth : undefined);
      if (tried.below > 0 && tried.misfit + CHANCE < (best.misfit + CHANCE) * BETTER)
        best = { memory, grows, ...tried };
    }
  }
  return best;
}

/** A group as it is seen: its history, and the shares known by age. */
export interface SeenGroup {
  readonly history: EntryHistory;
  readonly shares: readonly number[];
}

/** Growth of all groups that follow no other, as seen of each. */
function growthSeen(groups: readonly SeenGroup[]): Growth {
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
    exposure: known.map((_, period) => Math.max(0.01, (shares[period] ?? 1) * (source?.at(-1 - period) ?? 1))),
  };
}

/** Entries of `periods` periods that begin `ahead` periods after D, expected. */
export function entriesAhead({ level, growth, source }: Level, ahead: number, periods: number): number {
  let sum = 0;
  // Steps of a quarter of a period, so that a part of one counts by its share.
  const steps = Math.max(1, Math.ceil(periods * YEAR_PERIODS));
  for (let step = 0; step < steps; step += 1) {
    const at = ahead + ((step + 0.5) * periods) / steps;
    sum += (source?.at(at) ?? 1) * (1 + growth * growingFor(at));
  }
  return Math.max(0, (level * periods * sum) / steps);
}

/** Entries of a whole period before D, expected; 0 is the one that is just over. */
export function entriesBack({ level, growth, source }: Level, period: number): number {
  return Math.max(0, level * (source?.at(-1 - period) ?? 1) * (1 - growth * (period + 0.5)));
}

/** Variance of the ratio of the level so many periods after D to that foreseen; at D itself what the level there leaves open. */
export function varianceAhead({ drift, growth, growthVariance, shape, age, source }: Pace, ahead: number): number {
  const lasting = growingFor(ahead);
  const growing = age + lasting;
  // Growth may end at once, or not at all.
  const ending = (growth * growth * lasting * (ahead - lasting)) / 3;
  const chance = (1 - (source?.thinning ?? 0)) / shape;
  return (
    chance + drift * (age + ahead) + growthVariance * growing * growing + ending + (source?.varianceAt(ahead) ?? 0)
  );
}

/** Periods of undiminished growth that come to as much as one that dies away. */
function growingFor(ahead: number): number {
  return (ahead * GROWTH_LASTS) / (ahead + GROWTH_LASTS);
}

interface Hindsight {
  readonly misfit: number;
  /** Misfit beside chance and growth, and how much drift would make of it. */
  readonly above: number;
  readonly below: number;
}

/** What a memory would have foreseen of two periods at a time, held against what came. */
function hindsight(seen: SeenEntries, memory: number, all: Growth | undefined): Hindsight {
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
