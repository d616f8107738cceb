import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadRules, type RuleSet, SHIPPED_FILES } from '../../../rules';
import type { Rate } from '../../../src/domain';
import { importAndOpen, RATES_TABLE, readSmallTable, rowsOrStop, type Snapshot } from '../../../src/register';
import { type GeneratorOptions, generateExtracts } from '../../../src/synthetic';
import { temporaryFolder } from '../../support/temporary-folder';

const DATA = join(__dirname, '../../../rules/data');

/** The shipped rules with rates on top. */
export function testRules(overlays: readonly (readonly Rate[])[] = []): RuleSet {
  const read = (name: keyof typeof SHIPPED_FILES): string => readFileSync(join(DATA, SHIPPED_FILES[name]), 'utf8');
  const texts = {
    kommuner: read('kommuner'),
    fylker: read('fylker'),
    regions: read('regions'),
    rates: read('rates'),
    assumptions: read('assumptions'),
    limits: read('limits'),
  };
  return loadRules(texts, overlays);
}

/** Rates of a file in the format of --rates. */
export function ratesOfFile(path: string): readonly Rate[] {
  return rowsOrStop(path, readSmallTable(readFileSync(path), path, RATES_TABLE));
}

/** Reads an extract folder into a snapshot of its own. */
export function openExtract(folder: string, rules: RuleSet, rejectLimitPercent: number | null = null): Snapshot {
  const snapshotFolder = temporaryFolder();
  return importAndOpen({ folder, snapshotFolder, places: rules.places, registerHash: 'test', rejectLimitPercent })
    .snapshot;
}

/** Made-up extracts, opened in the order of time; of a list of names (`2018-T1`) only those. */
export function generatedRegisters(
  options: Omit<GeneratorOptions, 'places'>,
  rules: RuleSet,
  only?: readonly string[],
): Snapshot[] {
  const folder = temporaryFolder();
  const names = new Set<string>();
  const pieces = new Map<string, string[]>();
  for (const { snapshot, file, chunk } of generateExtracts({ ...options, places: rules.places.places })) {
    if (only !== undefined && !only.includes(snapshot.name)) continue;
    names.add(snapshot.name);
    const path = join(folder, snapshot.name, file);
    pieces.set(path, [...(pieces.get(path) ?? []), chunk]);
  }
  for (const [path, chunks] of pieces) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, chunks.join(''));
  }
  return [...names].map((name) => openExtract(join(folder, name), rules));
}
