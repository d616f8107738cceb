import { Decimal } from 'decimal.js';
import { hasParticipants, RATE_CLASS, STATUS, u8, u16 } from '../../domain';
import { componentOfCell, rateClassOfCell, yearNumberOfCell } from '../facts/cell-key';
import type { FactTable } from '../facts/fact-table';
import { type RateCandidate, type RateModelInput, rateCandidates } from './rate-model';

const RATE_FACTORS = ['cost', 'coverage', 'hours', 'index'] as const;
export type RateFactor = (typeof RATE_FACTORS)[number];

/** Rates when one factor is moved, the others kept, and what the year would cost nationally. */
export interface SensitivityRow {
  readonly factor: RateFactor;
  /** Relative change of cost, coverage and hours; of the index percentage points: -0.1 is 10 percent less. */
  readonly change: Decimal;
  readonly candidates: readonly RateCandidate[];
  readonly nationalNok: number;
  /** Against the rates of the model as it stands. */
  readonly differenceNok: number;
}

/** Persons who trigger, by k and class: what a rate is multiplied with nationally. */
export interface PersonCount {
  readonly yearNumber: number;
  readonly rateClass: 'low' | 'high';
  readonly persons: number;
}

/**
 * What each rate and the national sum would be if cost per hour, coverage, hours per participant or the price index
 * were other than assumed (rulebook 8.3). Hours here are hours per participant at the same cost per hour.
 */
export function rateSensitivity(
  input: RateModelInput,
  persons: readonly PersonCount[],
  changes: readonly Decimal[],
): SensitivityRow[] {
  const baseNok = nationalSum(rateCandidates(input), persons);
  return RATE_FACTORS.flatMap((factor) =>
    changes.map((change) => {
      const candidates = rateCandidates(moved(input, factor, change));
      const nationalNok = nationalSum(candidates, persons);
      return { factor, change, candidates, nationalNok, differenceNok: nationalNok - baseNok };
    }),
  );
}

/** Sum of rate times persons over k and class, whole kroner. */
export function nationalSum(candidates: readonly RateCandidate[], persons: readonly PersonCount[]): number {
  let sumNok = 0;
  for (const count of persons) {
    const candidate = candidates.find(({ yearNumber }) => yearNumber === count.yearNumber);
    if (candidate) sumNok += count.persons * (count.rateClass === 'low' ? candidate.lowNok : candidate.highNok);
  }
  return sumNok;
}

function moved(input: RateModelInput, factor: RateFactor, change: Decimal): RateModelInput {
  const times = change.plus(1);
  switch (factor) {
    case 'coverage':
      return { ...input, coverage: input.coverage.times(times) };
    case 'index':
      return { ...input, index: input.index.plus(change) };
    case 'cost':
      return { ...input, costFactor: times };
    case 'hours':
      return { ...input, hoursFactor: times };
  }
}

/** Persons who trigger persontilskudd by k and class, those without a recipient included: who the rates are paid for. */
export function personCounts(facts: FactTable): PersonCount[] {
  const counts = new Map<number, number>();
  for (let entry = 0; entry < facts.cell.length; entry += 1) {
    const cell = u16(facts.cell, entry);
    if (!hasParticipants(componentOfCell(cell)) || u8(facts.status, entry) === STATUS.unknownCountry) continue;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([cell, persons]) => ({
      yearNumber: yearNumberOfCell(cell),
      rateClass: rateClassOfCell(cell) === RATE_CLASS.low ? ('low' as const) : ('high' as const),
      persons,
    }));
}

/** Steps that a coverage is found in: millionths of a percent, as `--coverage` takes it. */
const STEPS = 100_000_000;
/** 999.999999 percent, the largest coverage that can be given. */
const STEPS_MAX = 10 * STEPS - 1;

/** The largest coverage at which all persons at the candidate rates do not come to more than a sum. @example coverageOfSum(input, persons, 0) // 0 or what still rounds to 0 kr */
export function coverageOfSum(
  input: Omit<RateModelInput, 'coverage'>,
  persons: readonly PersonCount[],
  sumNok: number,
): Decimal {
  const share = (steps: number): Decimal => new Decimal(steps).div(STEPS);
  const fits = (steps: number): boolean =>
    nationalSum(rateCandidates({ ...input, coverage: share(steps) }), persons) <= sumNok;
  let [low, high] = [0, STEPS_MAX];
  // Rates never fall as the coverage rises, nor does their sum.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return share(low);
}
