import { givesEntryYear, isOfEntryYear } from '../../../rules';
import { type GrantYearContext, i32, type PersonView, u8, u32 } from '../../domain';

/** What a person's visible target-group rows say about one grant year, before any rule is asked. */
export interface StayInYear {
  /** A row that gives an entry year, with a year number that is paid. */
  isOrdinary: boolean;
  /** A row entered in the year of a category that is paid by its own entry. */
  isCollective: boolean;
  /** First and last day of these rows within the year, deaths and emigrations counted; empty where last < first. */
  first: number;
  last: number;
}

/**
 * Surveys a person; the result object is filled anew for each. Entries are judged row by row, without the anchor rule.
 *
 * @param firstEntryDay first day of the first year that is still paid
 */
export function surveyStay(
  person: PersonView,
  context: GrantYearContext,
  firstEntryDay: number,
  stay: StayInYear,
): void {
  const { targetGroup, persons } = person.block;
  const gone = Math.min(i32(persons.deathDate, person.personRow), i32(persons.emigratedOn, person.personRow));
  const yearEnd = Math.min(context.lastDay, gone);
  stay.isOrdinary = false;
  stay.isCollective = false;
  stay.first = context.lastDay + 1;
  stay.last = context.firstDay - 1;
  const end = u32(targetGroup.offsets, person.index + 1);
  for (let row = u32(targetGroup.offsets, person.index); row < end; row += 1) {
    const enteredOn = i32(targetGroup.enteredOn, row);
    if (i32(targetGroup.registeredOn, row) > context.asOf || enteredOn > context.lastDay) continue;
    const category = u8(targetGroup.category, row);
    const ordinary = givesEntryYear(category) && enteredOn >= firstEntryDay;
    const collective = isOfEntryYear(category) && enteredOn >= context.firstDay;
    if (!ordinary && !collective) continue;
    stay.isOrdinary ||= ordinary;
    stay.isCollective ||= collective;
    stay.first = Math.min(stay.first, Math.max(enteredOn, context.firstDay));
    stay.last = Math.max(stay.last, Math.min(yearEnd, i32(targetGroup.leftOn, row) - 1));
  }
}

/** A survey to fill. */
export function emptyStay(): StayInYear {
  return { isOrdinary: false, isCollective: false, first: 0, last: -1 };
}
