import { asDay, CATEGORY, type GrantYearContext, i32, type PersonView, u8, yearOf } from '../../src/domain';
import { isVisible, rowEnd, rowStart } from './visible-rows';

/**
 * Row that gives the entry year: the earliest visible row of category right_and_duty or right, of either law
 * (rulebook 2, A5). -1 where there is none.
 */
export function anchorRow(person: PersonView, context: GrantYearContext): number {
  const table = person.block.targetGroup;
  const end = rowEnd(table, person.index);
  for (let row = rowStart(table, person.index); row < end; row += 1) {
    const category = u8(table.category, row);
    if ((category === CATEGORY.rightAndDuty || category === CATEGORY.right) && isVisible(table, row, context.asOf)) {
      return row;
    }
  }
  return -1;
}

/** k = Y - entry year + 1; 0 where the person has no entry year. Values outside 1-3 trigger nothing. */
export function yearNumberOf(person: PersonView, anchor: number, context: GrantYearContext): number {
  if (anchor < 0) return 0;
  return context.grantYear - yearOf(asDay(i32(person.block.targetGroup.enteredOn, anchor))) + 1;
}
