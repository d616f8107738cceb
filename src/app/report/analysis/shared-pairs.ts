import type { PairShown, Shown } from '../../../report';

/** A pair of which no persons are told. */
export const NO_PERSONS = { aPersons: undefined, bPersons: undefined };

/** Who stands behind a side, the other, and the difference of how many they are. */
export function pairCrowds(aPersons = 0, bPersons = 0): number[] {
  return [aPersons, bPersons, Math.abs(aPersons - bPersons)];
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
