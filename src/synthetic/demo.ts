import type { Place } from '../domain';
import type { GeneratorOptions } from './options';

/** The demonstration's register: 3 000 persons over all 422 kommuner of 2018, four extracts, nothing wrong in them. */
export function demoOptions(places: readonly Place[]): GeneratorOptions {
  return { persons: 3000, year: 2018, seed: 2018, snapshots: 4, errors: 0, places };
}
