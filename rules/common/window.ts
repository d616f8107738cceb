import {
  ASSUMPTION,
  at,
  type GrantYearContext,
  i32,
  type Outcome,
  type PersonView,
  type PlaceColumns,
  TABLE,
} from '../../src/domain';
import { addRecipientDays } from './recipients';
import { isVisible, rowEnd, rowStart } from './visible-rows';

/**
 * Window W of the triggering row (rulebook 4) and the recipient of each of its days: segments, days per translated
 * recipient and days without one are written into the outcome. W does not depend on T or D.
 *
 * @param withUpperSecondary rule 4.1 applies: full-time upper secondary goes before everything else
 */
export function shareWindow(
  person: PersonView,
  context: GrantYearContext,
  row: number,
  withUpperSecondary: boolean,
  outcome: Outcome,
): void {
  const { targetGroup, persons } = person.block;
  const from = Math.max(i32(targetGroup.enteredOn, row), context.firstDay);
  const to = Math.min(
    context.lastDay,
    i32(targetGroup.leftOn, row) - 1,
    i32(persons.deathDate, person.personRow),
    i32(persons.emigratedOn, person.personRow),
  );
  outcome.windowFrom = from;
  outcome.windowTo = to;
  const registered = withUpperSecondary ? UPPER_SECONDARY_FIRST : TRAINING_FIRST;
  // What a case decides goes before what the register says (rulebook 9a).
  const tables: readonly PlaceTable[] = person.block.pinnedKommune ? ['pinnedKommune', ...registered] : registered;
  cutIntoSegments(person, context, from, to, tables, outcome);
  for (let index = 0; index < outcome.segmentFrom.length; index += 1) {
    const days = at(outcome.segmentTo, index) - at(outcome.segmentFrom, index) + 1;
    addRecipientDays(outcome, context, at(outcome.segmentCode, index), days);
  }
}

type PlaceTable = 'pinnedKommune' | 'upperSecondary' | 'trainingKommune' | 'residence';
const TRAINING_FIRST: readonly PlaceTable[] = ['trainingKommune', 'residence'];
const UPPER_SECONDARY_FIRST: readonly PlaceTable[] = ['upperSecondary', ...TRAINING_FIRST];

function cutIntoSegments(
  person: PersonView,
  context: GrantYearContext,
  from: number,
  to: number,
  tables: readonly PlaceTable[],
  outcome: Outcome,
): void {
  const cuts = cutDays(person, context, from, to, tables);
  for (let index = 0; index < cuts.length; index += 1) {
    const first = at(cuts, index);
    const last = index + 1 < cuts.length ? at(cuts, index + 1) - 1 : to;
    addSegment(person, context, first, last, tables, outcome);
  }
}

/** First days of the pieces of the window within which the covering rows stay the same. */
function cutDays(
  person: PersonView,
  context: GrantYearContext,
  from: number,
  to: number,
  tables: readonly PlaceTable[],
): number[] {
  const cuts = [from];
  for (const name of tables) {
    const table = person.block[name];
    if (!table) continue;
    const end = rowEnd(table, person.index);
    for (let row = rowStart(table, person.index); row < end; row += 1) {
      if (!isVisible(table, row, context.asOf)) continue;
      const start = i32(table.fromDate, row);
      const after = i32(table.toDate, row) + 1;
      if (start > from && start <= to) cuts.push(start);
      if (after > from && after <= to) cuts.push(after);
    }
  }
  if (cuts.length === 1) return cuts;
  cuts.sort((a, b) => a - b);
  return cuts.filter((cut, index) => index === 0 || cut !== cuts[index - 1]);
}

function addSegment(
  person: PersonView,
  context: GrantYearContext,
  first: number,
  last: number,
  tables: readonly PlaceTable[],
  outcome: Outcome,
): void {
  for (const name of tables) {
    const table = person.block[name];
    const row = table ? coveringRow(table, person.index, first, context, outcome) : -1;
    if (!table || row < 0) continue;
    const previous = outcome.segmentRow.length - 1;
    const continues =
      previous >= 0 &&
      outcome.segmentRow[previous] === row &&
      outcome.segmentTable[previous] === TABLE[name] &&
      outcome.segmentTo[previous] === first - 1;
    if (continues) {
      outcome.segmentTo[previous] = last;
      return;
    }
    outcome.segmentFrom.push(first);
    outcome.segmentTo.push(last);
    outcome.segmentTable.push(TABLE[name]);
    outcome.segmentRow.push(row);
    outcome.segmentCode.push(i32(table.recipient, row));
    return;
  }
  outcome.daysWithoutRecipient += last - first + 1;
}

/** The row of a table that counts on a day: of those that cover it the last in order (A9); -1 for none. */
function coveringRow(
  table: PlaceColumns,
  personIndex: number,
  day: number,
  context: GrantYearContext,
  outcome: Outcome,
): number {
  const start = rowStart(table, personIndex);
  let covering = -1;
  for (let row = rowEnd(table, personIndex) - 1; row >= start; row -= 1) {
    if (i32(table.fromDate, row) > day || i32(table.toDate, row) < day || !isVisible(table, row, context.asOf))
      continue;
    if (covering >= 0) {
      outcome.assumptions |= ASSUMPTION.A9;
      break;
    }
    covering = row;
  }
  return covering;
}

/** The row of a kommune that a case names for a day (rulebook 9a); -1 for none. */
export function pinnedRowOn({ block, index }: PersonView, day: number): number {
  const table = block.pinnedKommune;
  if (!table) return -1;
  const covers = (row: number): boolean => i32(table.fromDate, row) <= day && i32(table.toDate, row) >= day;
  for (let row = rowStart(table, index); row < rowEnd(table, index); row += 1) if (covers(row)) return row;
  return -1;
}

/** The residence row that counts on a day (rulebook 4, overlap rule); -1 for none. `kind` limits it to one kind. */
export function residenceRowOn(
  person: PersonView,
  context: Pick<GrantYearContext, 'asOf'>,
  day: number,
  accept: (row: number) => boolean,
): number {
  const table = person.block.residence;
  const start = rowStart(table, person.index);
  for (let row = rowEnd(table, person.index) - 1; row >= start; row -= 1) {
    const covers = i32(table.fromDate, row) <= day && i32(table.toDate, row) >= day;
    if (covers && isVisible(table, row, context.asOf) && accept(row)) return row;
  }
  return -1;
}
