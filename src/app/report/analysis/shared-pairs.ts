import type { PairShown, Shown } from '../../../report';
import { isFew } from '../held-persons';

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
