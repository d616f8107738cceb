import { basename } from 'node:path';
import {
  buildRateTable,
  formOfLimit,
  type RegionRow,
  type RuleSet,
  readRegions,
  withChoice,
  withLimits,
  withRegions,
  YearLimits,
} from '../../../rules';
import { NO_FILTER, type PriceList, priceListOf, type SizeFilter, type SplitBasis } from '../../analysis';
import type { Component, Day, Rate, RateTable } from '../../domain';
import { type ErrorDetail, errorDetail, InvariantError, NorsktilskuddError, parseLimitKey } from '../../domain';
import { RATES_TABLE, readSmallTable, rowsOrStop } from '../../register';
import type { RatesFile } from '../rates/rates-warnings';
import { readGivenFile } from '../read-given-file';
import type { RegisterPlace } from '../register/open-place';
import { filterWarnings } from '../scenario/filter-warnings';
import type { ScenarioFile } from '../scenario/scenario-file';
import type { FactShelf } from './fact-shelf';

/** One sizing to work out: which register, year and day, at which rates, what is left out and what is looked at. */
export interface SizeCase {
  readonly label: string;
  readonly place: RegisterPlace;
  readonly grantYear: number;
  readonly asOf: Day;
  readonly rates: RateTable;
  readonly prices: PriceList;
  readonly basis: SplitBasis;
  /** The law, with the limits of the case. */
  readonly rules: RuleSet;
  readonly excluded: readonly Component[];
  readonly filter: SizeFilter;
  /** Rates files that it was given. */
  readonly ratesFiles: readonly RatesFile[];
  /** What of its filter shows nothing, or something else than it seems to. */
  readonly warnings: readonly ErrorDetail[];
  /** Folder of the run that the case comes from, where it is one. */
  readonly folder?: string;
}

/** What a case takes where it does not say itself. */
export interface CaseDefaults {
  readonly place: RegisterPlace | undefined;
  readonly grantYear: number | undefined;
  readonly asOf: Day | undefined;
  readonly excluded: readonly Component[];
  readonly rules: RuleSet;
  readonly ratesFiles: readonly RatesFile[];
}

/** A case without anything of its own: an extract and year at the rates of the rules. */
export function plainCase(label: string, defaults: CaseDefaults, shelf: FactShelf): SizeCase {
  const { place, grantYear, rules, excluded, ratesFiles } = defaults;
  if (place === undefined) throw new NorsktilskuddError('usage', 'REGISTER_NOT_GIVEN', { side: label });
  if (grantYear === undefined) throw new NorsktilskuddError('usage', 'YEAR_NOT_GIVEN', { side: label });
  return {
    label,
    place,
    grantYear,
    asOf: shelf.asOf(place, grantYear, defaults.asOf),
    rates: rules.rates,
    prices: priceListOf(rules.rates, grantYear),
    basis: basisOf(rules, grantYear),
    rules,
    excluded,
    filter: NO_FILTER,
    ratesFiles,
    warnings: [],
  };
}

/**
 * The case of a scenario file. Its rates have status `scenario` whatever their file says: nothing of it can be paid
 * (rulebook 1).
 */
export function scenarioCase(scenario: ScenarioFile, defaults: CaseDefaults, shelf: FactShelf): SizeCase {
  const { rules } = defaults;
  const place = placeOf(scenario) ?? defaults.place;
  const grantYear = scenario.grantYear ?? defaults.grantYear;
  const asOf = scenario.asOf ?? defaults.asOf;
  const excluded = [...new Set([...defaults.excluded, ...scenario.excluded])];
  const law = lawOf(scenario, rules, grantYear);
  const base = plainCase(scenario.name, { ...defaults, place, grantYear, asOf, excluded }, shelf);
  const overlays = overlaysOf(scenario);
  const rows = overlays.flatMap((file) => file.rates);
  const rates = rows.length === 0 ? base.rates : buildRateTable([base.rates.rates, rows]);
  return {
    ...base,
    rates,
    prices: priceListOf(rates, base.grantYear),
    basis: basisOf(law, base.grantYear),
    rules: law,
    filter: { recipients: scenario.recipients, rateClasses: scenario.rateClasses },
    ratesFiles: [...base.ratesFiles, ...overlays],
    warnings: filterWarnings(scenario, base.grantYear, rules.places),
  };
}

function placeOf(scenario: ScenarioFile): RegisterPlace | undefined {
  if (scenario.extract !== undefined) return { extract: scenario.extract };
  return scenario.snapshot === undefined ? undefined : { snapshotId: scenario.snapshot };
}

function overlaysOf(scenario: ScenarioFile): RatesFile[] {
  return scenario.rates.map((path) => {
    const rows = rowsOrStop(path, readSmallTable(readGivenFile(path, `rates in ${scenario.file}`), path, RATES_TABLE));
    const name = basename(path);
    return { name, rates: rows.map((rate): Rate => ({ ...rate, file: name, status: 'scenario' })) };
  });
}

/**
 * The law that a scenario tries: other values of assumptions and limits, another table of regions.
 *
 * @throws NorsktilskuddError input SCENARIO_ASSUMPTION, SCENARIO_LIMIT, SCENARIO_REGIONS
 */
export function lawOf(scenario: ScenarioFile, rules: RuleSet, grantYear: number | undefined): RuleSet {
  let law = rules;
  for (const [id, value] of Object.entries(scenario.assumptions)) {
    const alternatives = rules.assumptions.assumptions.find((assumption) => assumption.id === id)?.alternatives ?? [];
    if (!alternatives.includes(value)) {
      const params = { file: scenario.file, assumption: id, value, alternatives: alternatives.join(', ') };
      throw new NorsktilskuddError('input', 'SCENARIO_ASSUMPTION', params);
    }
    law = withChoice(law, id, value);
  }
  if (scenario.regions !== undefined) law = withRegions(law, regionsOf(scenario.regions));
  return grantYear === undefined ? law : limitedLaw(scenario, law, grantYear);
}

/** All that is wrong with the limits of a scenario is said at once. */
function limitedLaw({ file, limits }: ScenarioFile, rules: RuleSet, grantYear: number): RuleSet {
  const problems: ErrorDetail[] = [];
  let law = rules;
  for (const [key, value] of Object.entries(limits)) {
    try {
      law = withLimits(law, grantYear, { [key]: value });
    } catch (cause) {
      if (!(cause instanceof NorsktilskuddError)) throw cause;
      const known = parseLimitKey(key);
      const form = (known && formOfLimit(known)) ?? '-';
      problems.push(
        errorDetail('CONFIG_BAD_VALUE', { file, line: 1, column: `limits.${key}`, found: value, expected: form }),
      );
    }
  }
  if (problems.length > 0) throw new NorsktilskuddError('input', 'SCENARIO_REFUSED', { file }, problems);
  return law;
}

/** Rows of a file of regions (country, region, rate_class). */
function regionsOf(path: string): RegionRow[] {
  const text = new TextDecoder().decode(readGivenFile(path, 'regions'));
  try {
    return readRegions(text);
  } catch (cause) {
    if (!(cause instanceof InvariantError)) throw cause;
    throw new NorsktilskuddError('input', 'SCENARIO_REGIONS', { file: path });
  }
}

/** The split of the law as the facts know it; its two values are all that code can read (rulebook 4). */
export function basisOf(rules: RuleSet, grantYear: number): SplitBasis {
  return new YearLimits(rules.limits, grantYear).oneOf('split.unit', ['by_days', 'by_months']);
}
