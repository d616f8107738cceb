/** Entries known by period, the latest first, and how many there would be at one and the same pace: the share known, and the source. */
export interface SeenEntries {
  readonly known: readonly number[];
  readonly exposure: readonly number[];
}

/** How the pace of a group grows or falls. */
export interface Growth {
  /** Growth of the level in a period, as a share. */
  readonly growth: number;
  /** Variance of the growth: what is seen leaves it open. */
  readonly growthVariance: number;
}

export const NO_GROWTH: Growth = { growth: 0, growthVariance: 0 };

/** Growth of all groups together that is usual (variance: 5 percent in a period, 20 in a year), and how far one lies from it. */
const GROWTH_OF_ALL = 0.0025;
const GROWTH_BESIDE = 0.0006;
/** The most that is believed. */
const GROWTH_MOST = 0.15;

/** What the line is laid through. */
interface Line {
  /** Weight of a period beside the one after it. */
  readonly memory: number;
  /** Entries in a period, at the centre. */
  readonly rate: number;
  /** Periods before D of the centre of what is seen. */
  readonly centre: number;
}

/**
 * Growth in a period as it is seen: the slope of a straight line through all periods, each with its weight; one with more entries
 * than the level leaves more to chance and weighs less, so that a wave long past does not bend the line. Its variance is that of chance.
 */
export function slopeOf({ known, exposure }: SeenEntries, { memory, rate, centre }: Line): Growth | undefined {
  let [remembered, slope, spread, chance] = [1, 0, 0, 0];
  for (const [period, count] of known.entries()) {
    const lasted = exposure[period] ?? 1;
    const off = centre - (period + 0.5);
    const weight = remembered / Math.max(1, count / (rate * lasted));
    slope += weight * (count - rate * lasted) * off;
    spread += weight * lasted * off * off;
    chance += weight * weight * count * off * off;
    remembered *= memory;
  }
  if (spread <= 0) return undefined;
  return { growth: slope / (rate * spread), growthVariance: chance / (rate * rate * spread * spread) };
}

/** Growth of all groups together: each weighs by what chance leaves open of it, a wave or break not at all; few are drawn towards none. */
export function growthOfAll(groups: readonly Growth[]): Growth {
  let [weights, sum] = [1 / GROWTH_OF_ALL, 0];
  for (const { growth, growthVariance } of groups) {
    if (Math.abs(growth) > GROWTH_MOST) continue;
    const weight = 1 / (growthVariance + GROWTH_BESIDE);
    weights += weight;
    sum += weight * growth;
  }
  return { growth: sum / weights, growthVariance: 1 / weights };
}

/**
 * Growth of a group: the slope seen, drawn towards that of all groups as far as chance can have made it; what it leaves open widens
 * the band with the square of the time from the centre.
 */
export function growthOf(seen: SeenEntries, line: Line, all: Growth): Growth {
  const own = slopeOf(seen, line);
  if (own === undefined) return NO_GROWTH;
  const kept = GROWTH_BESIDE / (GROWTH_BESIDE + own.growthVariance);
  const growth = all.growth + kept * (own.growth - all.growth);
  return {
    growth: Math.max(-GROWTH_MOST, Math.min(GROWTH_MOST, growth)),
    growthVariance: kept * own.growthVariance + (1 - kept) * (1 - kept) * all.growthVariance,
  };
}
