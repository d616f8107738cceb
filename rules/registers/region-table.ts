import { packCountry, RATE_CLASS, type RegionTable } from '../../src/domain';

/** A row of regions.csv. */
export interface RegionRow {
  readonly country: string;
  readonly region: string;
  readonly rateClass: 'low' | 'high';
}

/** Country background to region and rate class (rulebook 3, A6, A7). */
export function buildRegionTable(rows: readonly RegionRow[]): RegionTable {
  const rateClass = new Uint8Array(26 * 26 * 26);
  const regions = new Map<number, string>();
  for (const row of rows) {
    const packed = packCountry(row.country);
    rateClass[packed] = RATE_CLASS[row.rateClass];
    regions.set(packed, row.region);
  }
  return { rateClass, region: (packed) => regions.get(packed) ?? '' };
}
