import { type ErrorsFound, errorLimitNok } from './error-limit';

/**
 * Risk strata of a control sample, in the order in which an item is looked at: it belongs to the first that fits.
 * `protected`: lines of persons with a protected address, of which the least is seen elsewhere. `new_rule`: lines of a
 * rule module whose first grant year this is.
 */
export const STRATA = ['held', 'protected', 'correction', 'arrears', 'new_rule', 'first_time', 'regular'] as const;
export type Stratum = (typeof STRATA)[number];

/** What a controller found of an item; of several outcomes of one the last. */
export interface ControlledItem {
  readonly result: 'ok' | 'error' | 'unclear';
  /** What an amount found wrong should have been, kroner with sign; absent where it is not known. */
  readonly correctNok?: number;
}

/** A row of sample.csv that was controlled, or is to be. */
export interface SampledRow {
  readonly item: string;
  readonly stratum: Stratum;
  /** Kroner with sign. */
  readonly amountNok: number;
  readonly inclusionMillionths: number;
}

/** What the whole run holds in a stratum. */
export interface StratumPopulation {
  readonly stratum: Stratum;
  readonly items: number;
  /** Sum of the amounts, sign apart. */
  readonly absoluteNok: number;
  /**
   * Kroner that a drawn krone stands for, rounded up; 0 where all of them were in for certain. Absent where the sample was
   * not drawn by amount, and in samples of earlier versions: then no limit of the error can be told.
   */
  readonly intervalNok?: number;
}

/** What a stratum shows so far; `total` for all of them. Errors are kroner, sign apart. */
export interface StratumResult {
  readonly stratum: Stratum | 'total';
  /** Items and kroner of the run. */
  readonly items: number;
  readonly absoluteNok: number;
  readonly drawn: number;
  readonly controlled: number;
  readonly errors: number;
  readonly unclear: number;
  /** Kroner by which the items found wrong are wrong: too much, and too little. */
  readonly foundOverNok: number;
  readonly foundUnderNok: number;
  /** Estimate of the same for all items of the run. */
  readonly projectedOverNok: number;
  readonly projectedUnderNok: number;
}

/** Upper limits of the error in the whole run; undefined with too many errors to tell one. */
export interface ErrorLimits {
  readonly confidencePercent: number;
  readonly overNok: number | undefined;
  readonly underNok: number | undefined;
}

type Outcomes = ReadonlyMap<string, ControlledItem>;

const MILLION = 1_000_000n;
const SUMMED = [
  'items',
  'absoluteNok',
  'drawn',
  'controlled',
  'errors',
  'unclear',
  'foundOverNok',
  'foundUnderNok',
  'projectedOverNok',
  'projectedUnderNok',
] as const;

/**
 * What a control sample says of the run. The projection is that of Horvitz and Thompson: each error divided by the
 * likelihood with which its item was drawn, so that an amount in for certain stands for itself alone. Items that have
 * not been controlled count as right, so that the projection is too low until all have been.
 *
 * @param outcomes the last outcome of each item
 */
export function evaluateSample(
  rows: readonly SampledRow[],
  outcomes: Outcomes,
  population: readonly StratumPopulation[],
): StratumResult[] {
  const strata = STRATA.flatMap((stratum) => {
    const all = population.find((each) => each.stratum === stratum);
    const own = rows.filter((row) => row.stratum === stratum);
    return all === undefined ? [] : [resultOf(all, own, outcomes)];
  });
  const sums = SUMMED.map((name) => [name, strata.reduce((sum, result) => sum + result[name], 0)] as const);
  const empty = { ...NOTHING, stratum: 'total' as const };
  return [...strata, { ...empty, ...Object.fromEntries(sums) }];
}

const NOTHING: Omit<StratumResult, 'stratum'> = {
  items: 0,
  absoluteNok: 0,
  drawn: 0,
  controlled: 0,
  errors: 0,
  unclear: 0,
  foundOverNok: 0,
  foundUnderNok: 0,
  projectedOverNok: 0,
  projectedUnderNok: 0,
};

/** Upper limits of both directions; undefined of a sample that was not drawn by amount. */
export function limitsOf(
  rows: readonly SampledRow[],
  outcomes: Outcomes,
  population: readonly StratumPopulation[],
  confidencePercent: number,
): ErrorLimits | undefined {
  const intervals = new Map(population.map(({ stratum, intervalNok }) => [stratum, intervalNok]));
  if ([...intervals.values()].includes(undefined)) return undefined;
  const intervalNok = Math.max(0, ...[...intervals.values()].map((interval) => interval ?? 0));
  const standsFor = (errorNok: number, row: SampledRow): number => {
    const weight = BigInt(Math.max(Math.abs(row.amountNok), 1));
    return Number((BigInt(errorNok) * BigInt(intervals.get(row.stratum) ?? 0) + weight - 1n) / weight);
  };
  const limit = (sign: 1 | -1): number | undefined => {
    const errors = rows
      .map((row) => ({ row, errorNok: sign * errorOf(row, outcomes.get(row.item)) }))
      .filter(({ errorNok }) => errorNok > 0);
    const certain = errors.filter(({ row }) => !isUncertain(row));
    const found: ErrorsFound = {
      certainNok: certain.reduce((sum, { errorNok }) => sum + errorNok, 0),
      projectedNok: errors.filter(({ row }) => isUncertain(row)).map(({ row, errorNok }) => standsFor(errorNok, row)),
      intervalNok,
    };
    return errorLimitNok(found, confidencePercent);
  };
  return { confidencePercent, overNok: limit(1), underNok: limit(-1) };
}

const isUncertain = ({ inclusionMillionths }: SampledRow): boolean => inclusionMillionths < 1_000_000;

function resultOf(
  { stratum, items, absoluteNok }: StratumPopulation,
  rows: readonly SampledRow[],
  outcomes: Outcomes,
): StratumResult {
  const having = (result: string): number => rows.filter((row) => outcomes.get(row.item)?.result === result).length;
  const errors = rows.map((row) => ({ row, errorNok: errorOf(row, outcomes.get(row.item)) }));
  const sum = (sign: 1 | -1, of: (errorNok: number, row: SampledRow) => number): number =>
    errors.reduce((total, { row, errorNok }) => total + of(Math.max(sign * errorNok, 0), row), 0);
  return {
    stratum,
    items,
    absoluteNok,
    drawn: rows.length,
    controlled: rows.filter((row) => outcomes.has(row.item)).length,
    errors: having('error'),
    unclear: having('unclear'),
    foundOverNok: sum(1, (errorNok) => errorNok),
    foundUnderNok: sum(-1, (errorNok) => errorNok),
    projectedOverNok: sum(1, projected),
    projectedUnderNok: sum(-1, projected),
  };
}

/** Kroner by which an item is too high, or too low where negative: from the right amount where it is known, else all of it. */
function errorOf({ amountNok }: SampledRow, outcome: ControlledItem | undefined): number {
  return outcome?.result === 'error' ? amountNok - (outcome.correctNok ?? 0) : 0;
}

function projected(errorNok: number, { inclusionMillionths }: SampledRow): number {
  const inclusion = BigInt(Math.max(inclusionMillionths, 1));
  return Number((BigInt(errorNok) * MILLION + inclusion / 2n) / inclusion);
}
