import { isVisible, rowEnd, rowStart, visiblePersonRow } from '../../../rules';
import {
  asDay,
  type GrantYearContext,
  i32,
  isProtectedPerson,
  type PlaceColumns,
  type RegisterBlock,
  u8,
  u32,
} from '../../domain';
import type { TraceLeaf } from '../../trace';
import { LeafWalk } from '../run/leaf-walk';
import type { RunContext } from '../run/run-context';

/** A person of the register with the leaf that the trace has; undefined where a run tells nothing of the person. */
export interface PersonOfPlace {
  readonly leaf: TraceLeaf | undefined;
  readonly isWithheld: boolean;
}

/**
 * Everybody with a day of residence, training or full-time upper secondary school in a place within the grant year, by
 * rows known at D. Persons with a protected address are left out: who asks shall not learn where they live.
 */
export function* peopleOfPlace(
  context: RunContext,
  year: GrantYearContext,
  recipient: number,
): Generator<PersonOfPlace> {
  const leaves = new LeafWalk(context.trace.leaves());
  for (const block of context.snapshot.blocks()) {
    for (let index = 0; index < block.personCount; index += 1) {
      const personRow = visiblePersonRow(block.persons, index, asDay(context.request.asOf));
      const line = personRow < 0 ? 0 : u32(block.persons.line, personRow);
      const leaf = leaves.of(line);
      if (personRow < 0 || isProtectedPerson(block, index) || !isThere(block, index, year, recipient)) continue;
      yield { leaf, isWithheld: u8(block.withheld, index) === 1 };
    }
  }
}

function isThere(block: RegisterBlock, index: number, year: GrantYearContext, recipient: number): boolean {
  return [block.residence, block.trainingKommune, block.upperSecondary].some((table) =>
    hasDay(table, index, year, recipient),
  );
}

function hasDay(table: PlaceColumns, index: number, year: GrantYearContext, recipient: number): boolean {
  for (let row = rowStart(table, index); row < rowEnd(table, index); row += 1) {
    if (!isVisible(table, row, year.asOf)) continue;
    if (i32(table.fromDate, row) > year.lastDay || i32(table.toDate, row) < year.firstDay) continue;
    if (i32(year.translation.target, i32(table.recipient, row)) === recipient) return true;
  }
  return false;
}
