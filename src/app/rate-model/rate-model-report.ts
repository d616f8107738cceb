import { Decimal } from 'decimal.js';
import {
  type CostSample,
  type CostUncertainty,
  collectFacts,
  costSample,
  costUncertainty,
  coverageOfSum,
  derivedRates,
  hoursOfRegister,
  nationalSum,
  type PersonCount,
  personCounts,
  planFacts,
  type RateCandidate,
  type RateModelData,
  type RateModelInput,
  rateCandidates,
  rateModelData,
  rateSensitivity,
  type SensitivityRow,
  yearsOfCosts,
} from '../../analysis';
import {
  type Day,
  type ErrorDetail,
  lastDayOfYear,
  PARTICIPANT_COMPONENT,
  type Rate,
  type RateTable,
  rateCell,
  traitsOf,
} from '../../domain';
import type { Analysis } from '../analysis/open-analysis';
import { type LeftOut, leftOutOf, registerWarnings } from '../facts/left-out';
import { type RatesInUse, ratesWarnings, usedAmong } from '../rates/rates-warnings';
import { type NameOf, namesOfYear } from '../recipient-text';
import { type RateInDoubt, ratesInDoubt } from './rates-in-doubt';

/** What `rate-model` is asked for beside the register. */
export interface RateModelOptions {
  readonly baseYear: number;
  /** 0.7 is 70 percent; or the sum that the rates are to come to. */
  readonly coverage: Decimal | { readonly sumNok: number };
  /** 0.031 is 3.1 percent. */
  readonly index: Decimal;
  /** Year whose costs and hours the cost per hour is of; undefined: the grant year. */
  readonly costYear?: number | undefined;
  /** Of the kommuner that are drawn again. */
  readonly seed: number;
}

/** Cost per hour of a year that the register has costs of; undefined where nobody has hours. */
export interface CostYear {
  readonly year: number;
  readonly kommuner: number;
  readonly costNok: number;
  readonly hoursHundredths: number;
  readonly costPerHourNok: Decimal | undefined;
}

/** Rates and their national sum at another cost per hour. */
export interface RatesAt {
  readonly candidates: readonly RateCandidate[];
  readonly nationalNok: number;
  /** Against the rates of the model. */
  readonly differenceNok: number;
}

/** Everything that `rate-model` shows. */
export interface RateModelReport extends Omit<RateModelOptions, 'coverage' | 'costYear'> {
  /** Y: hours and costs are this year's. The rates are for Y + 1. */
  readonly grantYear: number;
  readonly asOf: Day;
  readonly snapshot: string;
  readonly leftOut: LeftOut;
  /** Sum that the coverage was found for; undefined where it was given. */
  readonly targetNok: number | undefined;
  readonly costYear: number;
  readonly costYears: readonly CostYear[];
  readonly data: RateModelData;
  readonly input: RateModelInput;
  readonly candidates: readonly RateCandidate[];
  readonly rates: readonly Rate[];
  readonly persons: readonly PersonCount[];
  readonly nationalNok: number;
  readonly sensitivity: readonly SensitivityRow[];
  readonly uncertainty: CostUncertainty;
  /** Each candidate with its standard error and what it differs from the rate of Y. */
  readonly inDoubt: readonly RateInDoubt[];
  /** Rates at other means of the cost per hour, in the order of uncertainty.means. */
  readonly means: readonly RatesAt[];
  /** Rates without one kommune, in the order of uncertainty.without; undefined where nobody has hours then. */
  readonly without: readonly (RatesAt | undefined)[];
  /** Names on the last day of the grant year. */
  readonly nameOf: NameOf;
  /** Rates files that change nothing. */
  readonly warnings: readonly ErrorDetail[];
}

/** Changes tried of each factor: percent of cost, coverage and hours, percentage points of the index. */
const CHANGES = ['-0.1', '-0.05', '-0.01', '0.01', '0.05', '0.1'];

/** Works out candidate rates for the year after the grant year (rulebook 8.3), and how sure they are. */
export function rateModelReport(analysis: Analysis, options: RateModelOptions): RateModelReport {
  const { snapshot, rules, grantYear, asOf } = analysis;
  const { baseYear, index, seed, costYear = grantYear } = options;
  const samples = costSamples(analysis);
  const data = dataOf(
    analysis,
    baseYear,
    samples.find(({ year }) => year === costYear) ?? { year: costYear, sample: [] },
  );
  const { costNok, hoursHundredths } = sumOf(data.sample);
  const facts = collectFacts(snapshot, planFacts(rules, grantYear, asOf));
  const persons = personCounts(facts);
  const known = { hours: data.hours, sample: { costNok, hoursHundredths }, index, ratios: data.ratios };
  const targetNok = 'sumNok' in options.coverage ? options.coverage.sumNok : undefined;
  const coverage =
    'sumNok' in options.coverage ? coverageOfSum(known, persons, options.coverage.sumNok) : options.coverage;
  const input: RateModelInput = { ...known, coverage };
  const candidates = rateCandidates(input);
  const nationalNok = nationalSum(candidates, persons);
  const uncertainty = costUncertainty(data.sample, seed);
  const at = (costPerHourNok: Decimal): RatesAt => {
    const others = rateCandidates({ ...input, costPerHourNok });
    const sumNok = nationalSum(others, persons);
    return { candidates: others, nationalNok: sumNok, differenceNok: sumNok - nationalNok };
  };
  return {
    ...{ baseYear, index, seed, grantYear, asOf, costYear, targetNok, data, input, candidates, persons, nationalNok },
    snapshot: snapshot.snapshotId,
    // Whose country is unknown has no rate, and so no part in the national sum.
    leftOut: leftOutOf(snapshot, asOf, facts, analysis.excluded),
    costYears: samples.map(costYearOf),
    rates: derivedRates(candidates, input, grantYear + 1),
    sensitivity: rateSensitivity(
      input,
      persons,
      CHANGES.map((change) => new Decimal(change)),
    ),
    uncertainty,
    inDoubt: ratesInDoubt(input, uncertainty, rules.rates, grantYear),
    means: uncertainty.means.map(({ mean, costPerHourNok }) =>
      mean === 'weighted' ? { candidates, nationalNok, differenceNok: 0 } : at(costPerHourNok),
    ),
    without: uncertainty.without.map(({ costPerHourNok }) => costPerHourNok && at(costPerHourNok)),
    nameOf: namesOfYear(rules.places, grantYear),
    warnings: [
      ...registerWarnings(snapshot),
      ...ratesWarnings(analysis.ruleInputs.ratesFiles, inUse(rules.rates, baseYear)),
    ],
  };
}

function dataOf({ snapshot, rules, grantYear, asOf }: Analysis, baseYear: number, costs: CostSample): RateModelData {
  const basis = hoursOfRegister(snapshot, rules, grantYear, asOf);
  const translation = rules.places.translationTo(lastDayOfYear(grantYear));
  return rateModelData(grantYear, basis, snapshot.costBase, translation, rules.rates, baseYear, costs);
}

/** Costs of every year up to the grant year that the register has some of and that can be reckoned, each with its hours. */
function costSamples({ snapshot, rules, grantYear, asOf }: Analysis): CostSample[] {
  const years = yearsOfCosts(snapshot.costBase).filter((year) => year <= grantYear && year >= FIRST_HOURS_YEAR);
  return years.map((year) => {
    const basis = hoursOfRegister(snapshot, rules, year, asOf);
    return costSample(year, basis, snapshot.costBase, rules.places.translationTo(lastDayOfYear(year)));
  });
}

/** Hours are kept per person from the first grant year of persontilskudd on. */
const FIRST_HOURS_YEAR = 2016;

function costYearOf({ year, sample }: CostSample): CostYear {
  const { costNok, hoursHundredths } = sumOf(sample);
  const costPerHourNok = hoursHundredths === 0 ? undefined : new Decimal(costNok).times(100).div(hoursHundredths);
  return { year, kommuner: sample.length, costNok, hoursHundredths, costPerHourNok };
}

function sumOf(sample: CostSample['sample']): { readonly costNok: number; readonly hoursHundredths: number } {
  return {
    costNok: sample.reduce((sum, one) => sum + one.costNok, 0),
    hoursHundredths: sample.reduce((sum, one) => sum + one.hoursHundredths, 0),
  };
}

/** The rate model reads the rates of persontilskudd of the base year. */
function inUse(rates: RateTable, baseYear: number): RatesInUse {
  const { rates: own } = traitsOf(PARTICIPANT_COMPONENT);
  const cells = own.flatMap(({ key }) => (['low', 'high'] as const).map((name) => rateCell(key, baseYear, name)));
  return { grantYear: baseYear, otherYears: [], isUsed: usedAmong(rates, new Set(cells)) };
}
