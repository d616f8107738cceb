import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlaces } from '../../../rules/shipped-rows';
import type { Place } from '../../../src/domain';

/** The shipped kommune register. */
export const PLACES: readonly Place[] = readPlaces(
  readFileSync(join(__dirname, '../../../rules/data/kommuner.csv'), 'utf8'),
);
