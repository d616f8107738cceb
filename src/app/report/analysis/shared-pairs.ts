import { componentOfCell } from '../../../analysis';
import type { PairShown, Shown } from '../../../report';
import { isFew } from '../held-persons';
import type { CaseCounts } from './case-counts';

/** A pair of which no persons are told. */
export const NO_PERSONS = { aPersons: undefined, bPersons: undefined };

/** Who stands behind a side, the other, and the difference of how many they are. */
export function pairCrowds(aPersons = 0, bPersons = 0): number[] {
  return [aPersons, bPersons, Math.abs(aPersons - bPersons)];
}

/** One side alone, where the other would tell of few persons more or less. */
export function oneSided<T extends PairShown>(row: T): T {
  const { aPersons, bPersons } = row;
  if (aPersons === undefined || bPersons === undefined || !isFew(Math.abs(aPersons - bPersons))) return row;
  return { ...row, bPersons: undefined, bNok: undefined };
}

/** So many public rates, with all persons and kroner of a grant, tell how many have each. */
const MOST_RATES_TOLD = 3;

/** Whether persons and kroner of a grant tell of a year or class that is of few. */
export function areCellsTold(component: string, { a, b }: CaseCounts): boolean {
  return [a, b].some(({ personsIn }) => {
    const own = [...personsIn].filter(([cell, count]) => count > 0 && componentOfCell(cell) === component);
    return own.length > 1 && own.length <= MOST_RATES_TOLD && own.some(([, count]) => isFew(count));
  });
}

/** Sums of pairs; persons only where all of them tell theirs. */
export function joinedPairs(rows: readonly PairShown[]): PairShown {
  const add = (of: (row: PairShown) => Shown): number => rows.reduce((sum, row) => sum + (of(row) ?? 0), 0);
  return {
    ...(rows.some(({ aPersons }) => aPersons === undefined)
      ? NO_PERSONS
      : { aPersons: add(({ aPersons }) => aPersons), bPersons: add(({ bPersons }) => bPersons) }),
    aNok: add(({ aNok }) => aNok),
    bNok: add(({ bNok }) => bNok),
  };
}
