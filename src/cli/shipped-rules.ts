import { join } from 'node:path';
import { loadRules, type RuleSet, SHIPPED_FILES, type ShippedTexts } from '../../rules';
import type { Rate } from '../domain';
import { readText } from '../effects';
import { programFolder } from './program-files';

/** Folder of the data that ships with the program. */
export function shippedDataFolder(): string {
  return join(programFolder(), 'rules', 'data');
}

/** Reads the data files that ship with the program. */
export function readShippedTexts(): ShippedTexts {
  const read = (name: keyof ShippedTexts): string => readText(join(shippedDataFolder(), SHIPPED_FILES[name]));
  return {
    kommuner: read('kommuner'),
    fylker: read('fylker'),
    regions: read('regions'),
    rates: read('rates'),
    assumptions: read('assumptions'),
    limits: read('limits'),
  };
}

/** The shipped rule set with the user's rates files on top, the last one winning cell by cell. */
export function loadShippedRules(overlays: readonly (readonly Rate[])[] = []): RuleSet {
  return loadRules(readShippedTexts(), overlays);
}
