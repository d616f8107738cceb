import { type RuleSet, readRegions, withRegions } from '../../../rules';
import { InvariantError, NorsktilskuddError, packCountry, RATE_CLASS } from '../../domain';
import { readGivenFile } from '../read-given-file';
import type { ScenarioFile } from './scenario-file';

const CLASSES: Readonly<Record<string, number>> = RATE_CLASS;

/**
 * Rules with the regions of a scenario: a table of its own, and single countries of another class.
 *
 * @throws NorsktilskuddError input SCENARIO_REGIONS
 */
export function withRegionsOf({ regions: path, words }: ScenarioFile, rules: RuleSet): RuleSet {
  const law = path === undefined ? rules : withTable(path, rules);
  const countries = words.flatMap((word) => (word.kind === 'region' ? [word] : []));
  if (countries.length === 0) return law;
  const rateClass = law.regions.rateClass.slice();
  for (const { country, rateClass: name } of countries) rateClass[packCountry(country)] = CLASSES[name] ?? 0;
  return { ...law, regions: { ...law.regions, rateClass } };
}

/** A file of regions (country, region, rate_class). */
function withTable(path: string, rules: RuleSet): RuleSet {
  const text = new TextDecoder().decode(readGivenFile(path, 'regions'));
  try {
    return withRegions(rules, readRegions(text));
  } catch (cause) {
    if (!(cause instanceof InvariantError)) throw cause;
    throw new NorsktilskuddError('input', 'SCENARIO_REGIONS', { file: path });
  }
}
