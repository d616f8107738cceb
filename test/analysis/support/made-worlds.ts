import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RATE_CLASSES, RATE_KEYS, type Rate } from '../../../src/domain';
import { generateExtracts } from '../../../src/synthetic';
import { readExtract } from '../../oracle/extract';
import { personsOn } from '../../oracle/person';
import { temporaryFolder } from '../../support/temporary-folder';
import { openExtract, testRules } from './registers';

const KEYS: readonly string[] = RATE_KEYS;
const CLASSES: readonly string[] = RATE_CLASSES;
/** A figure of its own for every cell, odd, so that rounding shows. */
export const RATE = (key: string, rateClass: string): number =>
  20_001 + KEYS.indexOf(key) * 1_003 + CLASSES.indexOf(rateClass) * 107;

function ratesOf(grantYear: number): Rate[] {
  return RATE_KEYS.flatMap((key) =>
    RATE_CLASSES.map((rateClass) => ({
      ...{ key, grantYear, rateClass, valueNok: RATE(key, rateClass) },
      ...{ status: 'illustrative' as const, source: 'test', note: '', file: 'test', line: 1 },
    })),
  );
}

/** A made-up register of a year, as the program and as the naive calculator read it. */
export function worldOf(year: number) {
  const rules = testRules([ratesOf(year)]);
  const folder = temporaryFolder();
  const options = { persons: 250, year, seed: 11, snapshots: 1, places: rules.places.places };
  const files = new Map<string, string>();
  for (const { file, chunk } of generateExtracts(options)) files.set(file, `${files.get(file) ?? ''}${chunk}`);
  for (const [file, text] of files) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const asOf = `${year}-12-31`;
  const extract = readExtract(folder);
  return { rules, year, asOf, snapshot: openExtract(folder, rules), extract, persons: personsOn(extract, asOf) };
}
