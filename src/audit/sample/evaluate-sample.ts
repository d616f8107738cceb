import { STRATA, type Stratum } from './draw-sample';
import type { SampleOutcome } from './outcomes';

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
}

/** What a stratum shows so far; `total` for all of them. */
export interface StratumResult {
  readonly stratum: Stratum | 'total';
  /** Items and kroner of the run. */
  readonly items: number;
  readonly absoluteNok: number;
  readonly drawn: number;
  readonly controlled: number;
  readonly errors: number;
  readonly unclear: number;
  /** Kroner by which the items found wrong are wrong, sign apart. */
  readonly foundNok: number;
  /** Estimate of the same for all items of the run. */
  readonly projectedNok: number;
}

const MILLION = 1_000_000n;

/**
 * What a control sample says of the run. The projection is that of Horvitz and Thompson: each error divided by the
 * likelihood with which its item was drawn, so that an amount in for certain stands for itself alone. Items that have
 * not been controlled count as right, so that the projection is too low until all have been.
 *
 * @param outcomes the last outcome of each item
 */
export function evaluateSample(
  rows: readonly SampledRow[],
  outcomes: ReadonlyMap<string, SampleOutcome>,
  population: readonly StratumPopulation[],
): StratumResult[] {
  const strata = STRATA.flatMap((stratum) => {
    const all = population.find((each) => each.stratum === stratum);
    const own = rows.filter((row) => row.stratum === stratum);
    return all === undefined ? [] : [resultOf(all, own, outcomes)];
  });
  const sum = (pick: (result: StratumResult) => number): number =>
    strata.reduce((total, result) => total + pick(result), 0);
  const total: StratumResult = {
    stratum: 'total',
    items: sum((result) => result.items),
    absoluteNok: sum((result) => result.absoluteNok),
    drawn: sum((result) => result.drawn),
    controlled: sum((result) => result.controlled),
    errors: sum((result) => result.errors),
    unclear: sum((result) => result.unclear),
    foundNok: sum((result) => result.foundNok),
    projectedNok: sum((result) => result.projectedNok),
  };
  return [...strata, total];
}

function resultOf(
  { stratum, items, absoluteNok }: StratumPopulation,
  rows: readonly SampledRow[],
  outcomes: ReadonlyMap<string, SampleOutcome>,
): StratumResult {
  const having = (result: string): number => rows.filter((row) => outcomes.get(row.item)?.result === result).length;
  const wrong = rows.map((row) => ({ row, errorNok: errorOf(row, outcomes.get(row.item)) }));
  return {
    stratum,
    items,
    absoluteNok,
    drawn: rows.length,
    controlled: rows.filter((row) => outcomes.has(row.item)).length,
    errors: having('error'),
    unclear: having('unclear'),
    foundNok: wrong.reduce((sum, { errorNok }) => sum + errorNok, 0),
    projectedNok: wrong.reduce((sum, { row, errorNok }) => sum + projected(errorNok, row.inclusionMillionths), 0),
  };
}

/** Kroner by which an item is wrong: from the right amount where it is known, else all of it. */
function errorOf({ amountNok }: SampledRow, outcome: SampleOutcome | undefined): number {
  if (outcome?.result !== 'error') return 0;
  return Math.abs(amountNok - (outcome.correctNok ?? 0));
}

function projected(errorNok: number, inclusionMillionths: number): number {
  const inclusion = BigInt(Math.max(inclusionMillionths, 1));
  return Number((BigInt(errorNok) * MILLION + inclusion / 2n) / inclusion);
}
