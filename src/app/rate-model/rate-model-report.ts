import { Decimal } from 'decimal.js';
import {
  collectFacts,
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
import { type LeftOut, leftOutOf } from '../facts/left-out';
import { type RatesInUse, ratesWarnings, usedAmong } from '../rates/rates-warnings';
import { type NameOf, namesOfYear } from '../recipient-text';
import { snapshotWarnings } from '../register/snapshot-warnings';

/** What `rate-model` is asked for beside the register. */
export interface RateModelOptions {
  readonly baseYear: number;
  /** 0.7 is 70 percent. */
  readonly coverage: Decimal;
  /** 0.031 is 3.1 percent. */
  readonly index: Decimal;
}

/** Everything that `rate-model` shows. */
export interface RateModelReport extends RateModelOptions {
  /** Y: hours and costs are this year's. The rates are for Y + 1. */
  readonly grantYear: number;
  readonly asOf: Day;
  readonly snapshot: string;
  readonly leftOut: LeftOut;
  readonly data: RateModelData;
  readonly input: RateModelInput;
  readonly candidates: readonly RateCandidate[];
  readonly rates: readonly Rate[];
  readonly persons: readonly PersonCount[];
  readonly nationalNok: number;
  readonly sensitivity: readonly SensitivityRow[];
  /** Names on the last day of the grant year. */
  readonly nameOf: NameOf;
  /** Rates files that change nothing. */
  readonly warnings: readonly ErrorDetail[];
}

/** Changes tried of each factor: percent of cost, coverage and hours, percentage points of the index. */
const CHANGES = ['-0.1', '-0.05', '-0.01', '0.01', '0.05', '0.1'];

/** Works out candidate rates for the year after the grant year (rulebook 8.3). */
export function rateModelReport(analysis: Analysis, options: RateModelOptions): RateModelReport {
  const { snapshot, rules, grantYear, asOf } = analysis;
  const basis = hoursOfRegister(snapshot, rules, grantYear, asOf);
  const translation = rules.places.translationTo(lastDayOfYear(grantYear));
  const data = rateModelData(grantYear, basis, snapshot.costBase, translation, rules.rates, options.baseYear);
  const sample = data.sample.reduce(
    (sum, one) => ({
      costNok: sum.costNok + one.costNok,
      hoursHundredths: sum.hoursHundredths + one.hoursHundredths,
    }),
    { costNok: 0, hoursHundredths: 0 },
  );
  const { coverage, index } = options;
  const input: RateModelInput = { hours: data.hours, sample, coverage, index, ratios: data.ratios };
  const candidates = rateCandidates(input);
  const persons = personCounts(collectFacts(snapshot, planFacts(rules, grantYear, asOf)));
  return {
    ...options,
    grantYear,
    asOf,
    snapshot: snapshot.snapshotId,
    leftOut: leftOutOf(snapshot, asOf),
    data,
    input,
    candidates,
    rates: derivedRates(candidates, input, grantYear + 1),
    persons,
    nationalNok: nationalSum(candidates, persons),
    sensitivity: rateSensitivity(
      input,
      persons,
      CHANGES.map((change) => new Decimal(change)),
    ),
    nameOf: namesOfYear(rules.places, grantYear),
    warnings: [
      ...snapshotWarnings(snapshot),
      ...ratesWarnings(analysis.ruleInputs.ratesFiles, inUse(rules.rates, options.baseYear)),
    ],
  };
}

/** The rate model reads the rates of persontilskudd of the base year. */
function inUse(rates: RateTable, baseYear: number): RatesInUse {
  const { rates: own } = traitsOf(PARTICIPANT_COMPONENT);
  const cells = own.flatMap(({ key }) => (['low', 'high'] as const).map((name) => rateCell(key, baseYear, name)));
  return { grantYear: baseYear, otherYears: [], isUsed: usedAmong(rates, new Set(cells)) };
}
