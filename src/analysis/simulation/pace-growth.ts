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

/** Growth in a period that is usual (variance: 3.5 percent, 14 in a year), and the most that is believed. */
const GROWTH_USUAL = 0.0012;
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
 * Growth in a period: the slope of a straight line through all periods, each with its weight; one with more entries than the level
 * leaves more to chance and weighs less, so that a wave long past does not bend the line. Drawn towards none as far as chance can
 * have made it; what it leaves open widens the band with the square of the time from the centre.
 */
export function growthOf({ known, exposure }: SeenEntries, { memory, rate, centre }: Line): Growth {
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
  if (spread <= 0) return NO_GROWTH;
  const variance = chance / (rate * rate * spread * spread);
  const kept = GROWTH_USUAL / (GROWTH_USUAL + variance);
  const growth = (kept * slope) / (rate * spread);
  return { growth: Math.max(-GROWTH_MOST, Math.min(GROWTH_MOST, growth)), growthVariance: kept * variance };
}
