import { countDateOf } from '../../../../rules';
import { asDay, COMPONENTS, i32, STATUS } from '../../../domain';
import { protectedLeaves } from '../register/people-of-place';
import type { RunContext } from '../run/run-context';

/**
 * Pseudonyms of those who were counted for grunntilskudd in a kommune, in the order of the trace; persons with a
 * protected address are left out.
 *
 * @param kommune code in force on the count date
 */
export function countedPersons(context: RunContext, grantYear: number, kommune: number): readonly string[] {
  const hidden = protectedLeaves(context);
  const translation = context.rules.places.translationTo(asDay(countDateOf(grantYear)));
  const counted: string[] = [];
  for (const leaf of context.trace.leaves()) {
    if (leaf.kind === 'kommune') break;
    if (leaf.kind !== 'person' || hidden.has(leaf.leaf)) continue;
    const record = leaf.records.find(
      (each) => each.grantYear === grantYear && COMPONENTS[each.component] === 'grunntilskudd',
    );
    const [segment] = record?.status === STATUS.triggered ? record.segments : [];
    if (segment && i32(translation.target, segment.code) === kommune) counted.push(context.trace.pseudonym(leaf.leaf));
  }
  return counted;
}
