import type { CandidateRows } from '../../src/domain';

/** What the register lacks where a person has no row in the target group. */
export const NO_TARGET_GROUP_ROWS: CandidateRows['none'] = {
  word: 'no_target_group_rows',
  text: { nb: 'ingen rad om personen i personkretsen', en: 'no row of the person in the target group' },
};

/** The first category of a list in bits. */
export function firstCategory(categories: number): number[] {
  return categories === 0 ? [] : [31 - Math.clz32(categories & -categories)];
}
