import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRules, type RuleSet, SHIPPED_FILES, type ShippedTexts } from '../../rules';
import type { Rate } from '../../src/domain';

const folder = join(__dirname, '..', '..', 'rules', 'data');
const text = (name: keyof ShippedTexts): string => readFileSync(join(folder, SHIPPED_FILES[name]), 'utf8');

/** The data that ships with the program, as text. */
export const SHIPPED_TEXTS: ShippedTexts = {
  kommuner: text('kommuner'),
  fylker: text('fylker'),
  regions: text('regions'),
  rates: text('rates'),
  assumptions: text('assumptions'),
  limits: text('limits'),
};

/** The shipped rule set, with rates on top. */
export function shippedRules(...overlays: readonly (readonly Rate[])[]): RuleSet {
  return loadRules(SHIPPED_TEXTS, overlays);
}
