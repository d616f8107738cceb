import { CATEGORY, type GrantYearContext, i32, type PersonView, u8, u32 } from '../../domain';

/** What a person's visible target-group rows say about one grant year, before any rule is asked. */
export interface StayInYear {
  /** A row of right and duty, or right, with k 1 to 3 in the year. */
  isOrdinary: boolean;
  /** A row of chapter 6A entered in the year. */
  isCollective: boolean;
  /** One of these rows entered when a decision was needed for the grant (rulebook 2, E4). */
  needsDecision: boolean;
  /** First and last day of these rows within the year, deaths and emigrations counted; empty where last < first. */
  first: number;
  last: number;
}

/** Days that a survey compares entries with. */
export interface StayLimits {
  /** First day of the first year that is still paid. */
  readonly firstEntryDay: number;
  /** Entries from this day need a decision (E4). */
  readonly decisionNeededFrom: number;
}

/** Surveys a person; the result object is filled anew for each. Entries are judged row by row, without the anchor rule. */
export function surveyStay(
  person: PersonView,
  context: GrantYearContext,
  { firstEntryDay, decisionNeededFrom }: StayLimits,
  stay: StayInYear,
): void {
  const { targetGroup, persons } = person.block;
  const gone = Math.min(i32(persons.deathDate, person.personRow), i32(persons.emigratedOn, person.personRow));
  const yearEnd = Math.min(context.lastDay, gone);
  stay.isOrdinary = false;
  stay.isCollective = false;
  stay.needsDecision = false;
  stay.first = context.lastDay + 1;
  stay.last = context.firstDay - 1;
  const end = u32(targetGroup.offsets, person.index + 1);
  for (let row = u32(targetGroup.offsets, person.index); row < end; row += 1) {
    const enteredOn = i32(targetGroup.enteredOn, row);
    if (i32(targetGroup.registeredOn, row) > context.asOf || enteredOn > context.lastDay) continue;
    const category = u8(targetGroup.category, row);
    const ordinary = category <= CATEGORY.right && enteredOn >= firstEntryDay;
    const collective = category === CATEGORY.rightNorwegian6a && enteredOn >= context.firstDay;
    if (!ordinary && !collective) continue;
    stay.isOrdinary ||= ordinary;
    stay.isCollective ||= collective;
    stay.needsDecision ||= collective || enteredOn >= decisionNeededFrom;
    stay.first = Math.min(stay.first, Math.max(enteredOn, context.firstDay));
    stay.last = Math.max(stay.last, Math.min(yearEnd, i32(targetGroup.leftOn, row) - 1));
  }
}

/** A survey to fill. */
export function emptyStay(): StayInYear {
  return { isOrdinary: false, isCollective: false, needsDecision: false, first: 0, last: -1 };
}
