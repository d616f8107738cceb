import { resolve } from 'node:path';
import { demoOptions } from '../../synthetic';
import { writeExtracts } from '../generate/write-extracts';
import { loadShippedRules } from '../shipped-rules';

/** A made-up register. What is left out: 1000 persons, one snapshot, seed 1, no errors. */
export interface ExtractsRequest {
  readonly year: number;
  readonly persons?: number | undefined;
  readonly snapshots?: number | undefined;
  readonly seed?: number | undefined;
  /** Term of the first extract; without it 1, or 4 where there is one extract only. */
  readonly firstTerm?: number | undefined;
  /** Share of persons with something wrong in their rows, 0 to 1. */
  readonly errors?: number | undefined;
}

/**
 * Writes extracts of a made-up register into a new folder; returns their folders, in the order of time.
 *
 * @example const [first] = generateExtracts('extracts', { year: 2018, persons: 300, snapshots: 2 });
 */
export function generateExtracts(folder: string, { firstTerm, ...request }: ExtractsRequest): string[] {
  const { year, persons = 1000, snapshots = 1, seed = 1, errors = 0 } = request;
  const { places } = loadShippedRules().places;
  const options = { year, persons, snapshots, seed, errors, places };
  return writeExtracts(resolve(folder), firstTerm === undefined ? options : { ...options, firstTerm });
}

/** Writes the extracts of the demonstration: a register of 3 000 persons in the 422 kommuner of 2018, one extract a term. */
export function writeDemoExtracts(folder: string): string[] {
  return writeExtracts(folder, demoOptions(loadShippedRules().places.places));
}
