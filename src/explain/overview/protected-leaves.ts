import { visiblePersonRow } from '../../../rules';
import { asDay, isProtectedPerson, u32 } from '../../domain';
import { adjustmentsOf, mayNotShow } from '../amount/adjustments';
import { LeafWalk } from '../run/leaf-walk';
import type { RunContext } from '../run/run-context';

/**
 * Leaves of persons of whom no place is reported: with a protected address, or not in the extract, so that their rows say
 * nothing.
 */
export function protectedLeaves(context: RunContext): ReadonlySet<number> {
  const leaves = new LeafWalk(context.trace.leaves());
  const found = new Set<number>();
  for (const { kind, leaf } of context.trace.leaves()) if (kind === 'absentPerson') found.add(leaf);
  for (const { act, leaf } of adjustmentsOf(context)) if (mayNotShow(context, act.personId)) found.add(leaf);
  for (const block of context.snapshot.blocks()) {
    for (let index = 0; index < block.personCount; index += 1) {
      const personRow = visiblePersonRow(block.persons, index, asDay(context.request.asOf));
      const leaf = leaves.of(personRow < 0 ? 0 : u32(block.persons.line, personRow));
      if (leaf && isProtectedPerson(block, index)) found.add(leaf.leaf);
    }
  }
  return found;
}
