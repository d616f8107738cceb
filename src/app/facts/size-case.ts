import { basename } from 'node:path';
import { buildRateTable, type RuleSet, withAssumption } from '../../../rules';
import { NO_FILTER, type PriceList, priceListOf, type SizeFilter, type SplitBasis } from '../../analysis';
import type { Component, Day, Rate, RateTable } from '../../domain';
import { type ErrorDetail, NorsktilskuddError } from '../../domain';
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
    basis: basisOf(rules.assumptions.value('A10')),
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
  const base = plainCase(scenario.name, { ...defaults, place, grantYear, asOf, excluded }, shelf);
  const overlays = overlaysOf(scenario);
  const rows = overlays.flatMap((file) => file.rates);
  const rates = rows.length === 0 ? base.rates : buildRateTable([base.rates.rates, rows]);
  return {
    ...base,
    rates,
    prices: priceListOf(rates, base.grantYear),
    basis: assumedBasis(scenario, rules),
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

function assumedBasis(scenario: ScenarioFile, rules: RuleSet): SplitBasis {
  let { assumptions } = rules;
  for (const [id, value] of Object.entries(scenario.assumptions)) {
    const alternatives = rules.assumptions.assumptions.find((assumption) => assumption.id === id)?.alternatives ?? [];
    if (!alternatives.includes(value)) {
      const params = { file: scenario.file, assumption: id, value, alternatives: alternatives.join(', ') };
      throw new NorsktilskuddError('input', 'SCENARIO_ASSUMPTION', params);
    }
    assumptions = withAssumption(assumptions, id, value);
  }
  return basisOf(assumptions.value('A10'));
}

/** A10 as the facts know it; its two values are all that code can read (rulebook 4). */
export function basisOf(value: string): SplitBasis {
  return value === 'by_months' ? 'by_months' : 'by_days';
}
