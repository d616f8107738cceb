import { resolve } from 'node:path';
import type { GeneratorOptions } from '../../synthetic';
import { writeExtracts } from '../generate/write-extracts';
import { loadShippedRules } from '../shipped-rules';

/** A made-up register. */
export interface ExtractsRequest extends Pick<GeneratorOptions, 'year' | 'firstTerm' | 'errors'> {
  readonly persons?: number;
  readonly snapshots?: number;
  readonly seed?: number;
}

/**
 * Writes extracts of a made-up register into a new folder; returns their folders, in the order of time.
 *
 * @example const [first] = generateExtracts('extracts', { year: 2018, persons: 300, snapshots: 2 });
 */
export function generateExtracts(folder: string, request: ExtractsRequest): string[] {
  const { places } = loadShippedRules().places;
  return writeExtracts(resolve(folder), { persons: 1000, snapshots: 1, seed: 1, ...request, places });
}
