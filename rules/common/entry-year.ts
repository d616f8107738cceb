import { asDay, CATEGORY, dayOf, type GrantYearContext, i32, LAW, type PersonView, u8, yearOf } from '../../src/domain';
import { limitsOf } from '../parameters/limit-values';
import { isVisible, rowEnd, rowStart } from './visible-rows';

/** First days of the laws that registered rows are of: the one that held on a day of entry is the row's, as a rule. */
const LAW_FROM = { integreringsloven: dayOf(2021, 1, 1) } as const;

/** Laws that a row entered on a day may be of, that of the day first; the other where a category stands in both. */
export function lawsOfEntry(enteredOn: number, category: number): readonly number[] {
  const { introduksjonsloven, integreringsloven } = LAW;
  const isNew = enteredOn >= LAW_FROM.integreringsloven;
  if (category !== CATEGORY.rightAndDuty) return [isNew ? integreringsloven : introduksjonsloven];
  return isNew ? [integreringsloven, introduksjonsloven] : [introduksjonsloven, integreringsloven];
}

/** Categories that give the entry year under any law: right and duty, and right, as bits. */
export const ANCHORS = (1 << CATEGORY.rightAndDuty) | (1 << CATEGORY.right);

/**
 * Row that gives the entry year: the earliest visible row of category right_and_duty, right or any other that counts, of
 * either law (rulebook 1.2, 2, A5). -1 where there is none.
 *
 * @param counting categories that count, as bits
 */
export function anchorRow(person: PersonView, context: GrantYearContext, counting: number): number {
  const anchors = ANCHORS | counting;
  const table = person.block.targetGroup;
  const end = rowEnd(table, person.index);
  for (let row = rowStart(table, person.index); row < end; row += 1) {
    if (((anchors >> u8(table.category, row)) & 1) === 1 && isVisible(table, row, context.asOf)) return row;
  }
  return -1;
}

/** True for categories that give the entry year under any law. */
export function givesEntryYear(category: number): boolean {
  return ((ANCHORS >> category) & 1) === 1;
}

/** True for categories whose rows are paid in the year of their own entry alone (rulebook 5). */
export function isOfEntryYear(category: number): boolean {
  return category === CATEGORY.rightNorwegian6a;
}

/** First day of the earliest entry year that still gives a year that is paid. */
export function firstPaidEntryDay(context: GrantYearContext): number {
  return dayOf(context.grantYear - limitsOf(context).whole('persontilskudd.years_paid') + 1, 1, 1);
}

/** k = Y - entry year + 1; 0 where the person has no entry year. Values beyond the years that are paid trigger nothing. */
export function yearNumberOf(person: PersonView, anchor: number, context: GrantYearContext): number {
  if (anchor < 0) return 0;
  return context.grantYear - yearOf(asDay(i32(person.block.targetGroup.enteredOn, anchor))) + 1;
}
