import { resolve } from 'node:path';
import { findCalendar, type RuleSet } from '../../../rules';
import {
  type AmountBand,
  collectFacts,
  planFacts,
  priceListOf,
  Repricer,
  rateOfCell,
  type SimulatedForecast,
  type SimulationRequest,
  simulateForecast,
} from '../../analysis';
import { type Day, type ErrorDetail, NorsktilskuddError, type Rate, yearOf } from '../../domain';
import type { Analysis } from '../analysis/open-analysis';
import { casesLeftAside } from '../facts/case-warnings';
import { type LeftOut, leftOutOf, registerWarnings } from '../facts/left-out';
import type { LawChange } from '../facts/size-case';
import { type NameOf, namesOfYear } from '../recipient-text';
import { readScenarioFile, type ScenarioFile } from '../scenario/scenario-file';
import { scenariosOfLine } from '../scenario/scenario-line';
import { arrivalWarnings } from './arrival-warnings';
import { readArrivals } from './arrivals-file';
import { appropriationsOf, type ForecastAppropriation } from './forecast-appropriations';
import { forecastLaw } from './forecast-law';

/** Later than any year of a forecast: D is the day on which the extract was taken, whatever years are named. */
export const NO_GRANT_YEAR = 9999;

/** What a forecast is asked for beside the register. Paths are absolute. */
export interface ForecastOptions {
  readonly from: number;
  readonly to: number;
  readonly seed: number;
  /** arrivals.csv; left out: at the pace seen. */
  readonly arrivals?: string | undefined;
  readonly scenario?: string | undefined;
  readonly set: readonly string[];
  readonly uprate?: string | undefined;
  /** A year, or a scenario file, that the answer is held against. */
  readonly baseline?: string | number | undefined;
  /** By grant year, of those whose appropriation is known. */
  readonly appropriationsNok: ReadonlyMap<number, number>;
  readonly cwd: string;
  /** A ledger whose cases are told to have no part: a forecast is of the register alone. */
  readonly ledgerFile?: string | undefined;
  /** Whether D was named; else the extract must say when it was taken. */
  readonly isDayGiven: boolean;
}

/** A grant year that is over: what it comes to as the register is known. */
export interface KnownYear {
  readonly grantYear: number;
  readonly amountNok: number;
}

/** What a forecast is held against. */
export interface ForecastBaseline {
  readonly label: string;
  readonly forecast: SimulatedForecast;
}

/** Everything that `forecast` says. */
export interface ForecastAnswer {
  readonly asOf: Day;
  readonly snapshot: string;
  readonly forecast: SimulatedForecast;
  /** Up to two years before the first, where they have rates. */
  readonly known: readonly KnownYear[];
  /** In the order of the years; none of a year whose appropriation nobody said. */
  readonly appropriations: readonly ForecastAppropriation[];
  readonly baseline: ForecastBaseline | undefined;
  readonly law: readonly (LawChange & { readonly grantYear: number })[];
  /** Whether arrivals were given, and whether an earlier extract was at hand. */
  readonly hasArrivals: boolean;
  readonly hasEarlier: boolean;
  readonly leftOut: LeftOut;
  readonly warnings: readonly ErrorDetail[];
  /** Rates of the years, for the front sheet of a workbook. */
  readonly rates: readonly Rate[];
  readonly nameOf: NameOf;
  /** Where its pages are, where they were asked for. */
  readonly report?: { readonly shared: string; readonly restricted: string; readonly files: number };
}

/**
 * Foresees grant years by simulation, under the law or a scenario's, and holds them against another year or law. Nothing of it
 * can be paid or comes near a ledger.
 *
 * @throws NorsktilskuddError as simulateForecast(), readArrivals() and forecastLaw()
 */
export function forecastAnswer(analysis: Analysis, options: ForecastOptions): ForecastAnswer {
  const { snapshot, rules, asOf, excluded } = analysis;
  const { from, to, seed } = options;
  if (!options.isDayGiven && snapshot.takenAt === null) throw new NorsktilskuddError('usage', 'FORECAST_NO_DAY', {});
  const arrivals = options.arrivals === undefined ? [] : readArrivals(options.arrivals);
  const scenario = scenarioOf(options);
  const left = [...new Set([...excluded, ...(scenario?.excluded ?? [])])];
  const law = forecastLaw(scenario, rules, { from, to, yearOfAsOf: yearOf(asOf) });
  const run: Run = (years) => simulateForecast(snapshot, { asOf, arrivals, seed, ...years }, analysis.earlier);
  const forecast = run({ from, to, rulesOf: law.rulesOf, excluded: left });
  const facts = collectFacts(snapshot, planFacts(rules, Math.min(to, yearOf(asOf)), asOf));
  return {
    asOf,
    snapshot: snapshot.snapshotId,
    forecast,
    known: knownYears(analysis, Math.min(from, yearOf(asOf))),
    appropriations: appropriationsOf(forecast, options.appropriationsNok),
    baseline: baselineOf(analysis, options, law.changes.length > 0, run),
    law: law.changes,
    hasArrivals: arrivals.length > 0,
    hasEarlier: analysis.earlier !== undefined,
    leftOut: leftOutOf(snapshot, asOf, facts, left),
    warnings: [
      ...registerWarnings(snapshot),
      ...casesLeftAside('FORECAST_WITHOUT_CASES', options.ledgerFile, forecast.years),
      ...arrivalWarnings(arrivals, forecast, to, asOf),
    ],
    rates: ratesOf(forecast, law.rulesOf),
    nameOf: namesOfYear(rules.places, to),
  };
}

/** The rates that cells rest on. */
function ratesOf(forecast: SimulatedForecast, rulesOf: (year: number) => RuleSet): Rate[] {
  const rates = forecast.cells.flatMap(({ cell, grantYear, rateYear }) => {
    const name = rateOfCell(cell);
    const table = rulesOf(grantYear).rates;
    return name === undefined ? [] : (table.rates[table.find(name.key, rateYear, name.rateClass)] ?? []);
  });
  return [...new Set(rates)];
}

/** The scenario of the words and the file; undefined where there is none. */
function scenarioOf({ scenario, set, uprate, cwd }: ForecastOptions): ScenarioFile | undefined {
  if (scenario === undefined && set.length === 0 && uprate === undefined) return undefined;
  const files = scenario === undefined ? [] : [scenario];
  return scenariosOfLine(files, { set, only: [], uprate, stack: [] }, cwd)[0];
}

type Run = (years: Pick<SimulationRequest, 'from' | 'to' | 'rulesOf' | 'excluded'>) => SimulatedForecast;

/**
 * Another year under its own law, another scenario, or where a scenario is tried the law of the same years. What the scenario
 * leaves out is left out of none of them.
 */
function baselineOf(
  { rules, asOf, excluded }: Analysis,
  { from, to, baseline, cwd }: ForecastOptions,
  isChanged: boolean,
  run: Run,
): ForecastBaseline | undefined {
  const byLaw = { rulesOf: () => rules, excluded };
  if (typeof baseline === 'number')
    return { label: String(baseline), forecast: run({ ...byLaw, from: baseline, to: baseline }) };
  if (typeof baseline === 'string') {
    const other = readScenarioFile(resolve(cwd, baseline));
    const law = forecastLaw(other, rules, { from, to, yearOfAsOf: yearOf(asOf) });
    const left = [...new Set([...excluded, ...other.excluded])];
    return { label: other.name, forecast: run({ from, to, rulesOf: law.rulesOf, excluded: left }) };
  }
  return isChanged ? { label: '', forecast: run({ ...byLaw, from, to }) } : undefined;
}

const YEARS_SHOWN = 2;

function knownYears({ snapshot, rules, asOf, excluded }: Analysis, before: number): KnownYear[] {
  return Array.from({ length: YEARS_SHOWN }, (_, index) => before - YEARS_SHOWN + index).flatMap((grantYear) => {
    if (findCalendar(grantYear, rules.limits) === undefined) return [];
    const facts = collectFacts(snapshot, planFacts(rules, grantYear, asOf));
    const { rows, missing } = new Repricer(facts).price(priceListOf(rules.rates, grantYear), { excluded });
    if (missing.length > 0) return [];
    return [{ grantYear, amountNok: rows.reduce((sum, row) => sum + row.annualAmountNok, 0) }];
  });
}

/** Middle of a band less that of another. */
export function midDifference(band: AmountBand, base: AmountBand | undefined): number {
  return band.p50 - (base?.p50 ?? 0);
}
