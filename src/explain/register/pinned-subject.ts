import { type CaseAct, f64 } from '../../domain';
import { actsOfRun, PinnedPersons } from '../../engine';
import type { RunContext } from '../run/run-context';
import type { Subject } from './subject';

/** What cases say of persons in a run. */
function pinnedOf({ cases, snapshot }: RunContext): PinnedPersons {
  return new PinnedPersons(actsOfRun({ cases, identities: snapshot.identities }));
}

/** The person as the rules of a grant year see it: with the rows that cases decide. */
export function seenIn(subject: Subject, grantYear: number): Subject {
  return { ...subject, ...pinnedOf(subject.context).viewOf(subject, grantYear) };
}

/** Acts on a person in a grant year that a run read, in the order in which they were confirmed. */
export function actsOn({ context, block, index }: Subject, grantYear: number): CaseAct[] {
  return pinnedOf(context).actsOf(f64(block.personIds, index), grantYear);
}
