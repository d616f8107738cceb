import type { CandidateRows } from '../../src/domain';
import { eitherSide } from '../conditions/turns';

/**
 * Rows of the target group, in the order of their entries (A5).
 *
 * @param categories those for which the component is meant, in a grant year
 */
export function targetGroupRows(
  categories: CandidateRows['categories'],
  none: CandidateRows['none'] = NO_TARGET_GROUP_ROWS,
): CandidateRows {
  return {
    table: 'targetGroup',
    cells: ['targetGroup.category', 'targetGroup.enteredOn'],
    limits: [],
    turns: () => [eitherSide('targetGroup.enteredOn', 'targetGroup.enteredOn')],
    categories,
    none,
  };
}

const NO_TARGET_GROUP_ROWS: CandidateRows['none'] = {
  word: 'no_target_group_rows',
  text: { nb: 'ingen registrering av personen i personkretsen', en: 'no row of the person in the target group' },
};

/** The first category of those in bits `1 << CATEGORY`. */
export function firstCategory(categories: number): number[] {
  return categories === 0 ? [] : [31 - Math.clz32(categories & -categories)];
}
