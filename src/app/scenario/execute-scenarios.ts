import { changedLimits } from '../../../rules';
import {
  amountsOf,
  countedSlots,
  NO_FILTER,
  type RecipientTotal,
  Repricer,
  recipientTotals,
  type Scenario,
  stopIfMissing,
  sumOfTotals,
} from '../../analysis';
import { componentOrdinal, type Day, type ErrorDetail, errorDetail, NorsktilskuddError } from '../../domain';
import { warningsOf } from '../facts/case-warnings';
import type { FactShelf } from '../facts/fact-shelf';
import { leftOutWarnings } from '../facts/left-out';
import { type CaseDefaults, plainCase, type SizeCase, scenarioCase } from '../facts/size-case';
import { snapshotWarnings } from '../register/snapshot-warnings';
import { priceOnThreads } from './price-on-threads';
import type { ScenarioFile } from './scenario-file';

/** One scenario worked out, beside the sizing at the rates of the rules. */
export interface ScenarioResult {
  readonly name: string;
  readonly grantYear: number;
  readonly asOf: Day;
  readonly sizeNok: number;
  readonly heldNok: number;
  readonly recipients: readonly RecipientTotal[];
  /** Rates files that change nothing, and a filter that shows nothing or something else than it seems to. */
  readonly warnings: readonly ErrorDetail[];
  /** The same register, year, day and view at the rates and choices of the rules; undefined where those lack a rate. */
  readonly base: { readonly sizeNok: number; readonly recipients: readonly RecipientTotal[] } | undefined;
}

/**
 * Works scenarios out, those with the same register, year and day over one set of facts and on both cores. Nothing of it
 * comes near a ledger.
 *
 * @throws NorsktilskuddError rule SCENARIO_RATES_MISSING naming the cells
 */
export function executeScenarios(
  files: readonly ScenarioFile[],
  defaults: CaseDefaults,
  shelf: FactShelf,
): ScenarioResult[] {
  refuseEqualNames(files);
  const cases = files.map((file) => scenarioCase(file, defaults, shelf));
  const groups = new Map<string, number[]>();
  for (const [index, { place, grantYear, asOf, rules }] of cases.entries()) {
    const key = JSON.stringify([
      place,
      grantYear,
      asOf,
      changedLimits(rules, grantYear),
      rules.regions.rateClass.join(''),
    ]);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  const results: ScenarioResult[] = [];
  for (const indexes of groups.values()) {
    const group = indexes.flatMap((index) => cases[index] ?? []);
    for (const [place, result] of pricedGroup(group, defaults, shelf).entries()) results[indexes[place] ?? 0] = result;
  }
  return results;
}

function pricedGroup(cases: readonly SizeCase[], defaults: CaseDefaults, shelf: FactShelf): ScenarioResult[] {
  const [first] = cases;
  if (first === undefined) return [];
  const facts = shelf.facts(first.place, first.grantYear, first.asOf, first.rules);
  const base = plainCase('base', { ...defaults, ...first, excluded: defaults.excluded, rules: defaults.rules }, shelf);
  const { work, repricer } = priceOnThreads(facts, cases.map(asScenario));
  const { slots } = repricer;
  const unchanged = new Repricer(shelf.facts(first.place, first.grantYear, first.asOf, defaults.rules));
  const baseAmounts = unchanged.amounts(base.prices, base.basis, new Float64Array(unchanged.slots.length));
  const baseMissing = unchanged.missing(base.prices, base).length > 0;
  return cases.map((one, index) => {
    stopWithName(one, repricer.missing(one.prices, one));
    const totals = (all: typeof slots, amountNok: Float64Array, excluded: SizeCase['excluded']): RecipientTotal[] =>
      recipientTotals(all, amountNok, countedSlots(all, new Set(excluded.map(componentOrdinal)), one.filter));
    const recipients = totals(slots, amountsOf(work, index, slots.length), one.excluded);
    const baseTotals = totals(unchanged.slots, baseAmounts, base.excluded);
    const { label: name, grantYear, asOf } = one;
    return {
      name,
      grantYear,
      asOf,
      ...sumOfTotals(recipients),
      recipients,
      warnings: [
        ...snapshotWarnings(shelf.snapshot(one.place)),
        ...leftOutWarnings(shelf.snapshot(one.place)),
        ...withoutCountry(one, repricer.price(one.prices, one).unknownCountryPersons),
        ...warningsOf(one, slots),
        ...nothingLeft(one, recipients),
      ],
      base: baseMissing ? undefined : { sizeNok: sumOfTotals(baseTotals).sizeNok, recipients: baseTotals },
    };
  });
}

/** Persons who trigger and whose country has no rate class: no rate of a scenario reaches them. */
function withoutCountry({ label }: SizeCase, persons: number): ErrorDetail[] {
  return persons === 0 ? [] : [errorDetail('COUNTRY_LEFT_OUT', { scenario: label, persons })];
}

/** A filter that matches nothing gives 0, which says nothing of rates. */
function nothingLeft({ filter, label, grantYear }: SizeCase, recipients: readonly RecipientTotal[]): ErrorDetail[] {
  const isFiltered = filter.recipients.length > 0 || filter.rateClasses.length > 0;
  return isFiltered && recipients.length === 0
    ? [errorDetail('FILTER_LEAVES_NOTHING', { scenario: label, grantYear })]
    : [];
}

function asScenario({ label, prices, basis, excluded }: SizeCase): Scenario {
  return { name: label, prices, basis, excluded, filter: NO_FILTER };
}

function stopWithName(one: SizeCase, missing: Parameters<typeof stopIfMissing>[0]): void {
  try {
    stopIfMissing(missing, one.rates);
  } catch (cause) {
    if (!(cause instanceof NorsktilskuddError)) throw cause;
    const params = { scenario: one.label, cells: missing.length, year: one.grantYear };
    throw new NorsktilskuddError('rule', 'SCENARIO_RATES_MISSING', params, cause.details);
  }
}

function refuseEqualNames(files: readonly ScenarioFile[]): void {
  const names = new Set<string>();
  for (const { name, file } of files) {
    if (names.has(name)) throw new NorsktilskuddError('input', 'SCENARIO_NAME_TWICE', { name, file });
    names.add(name);
  }
}
