import type { ShownAct, ShownCase } from '../../app';
import type { DoneBy } from '../../ledger';

const doneJson = (done: DoneBy | undefined) =>
  done === undefined ? null : { by: done.actor, at: done.at, reason: done.reason };

/** An act of a case as it is answered under --json. */
export function caseActJson({ act, caseNumber, kind, state, says, proposed, confirmed, postedBy }: ShownAct) {
  const who = { proposed: doneJson(proposed), confirmed: doneJson(confirmed), posted_by: postedBy || null };
  return { act, case_number: caseNumber, kind, state, says: Object.fromEntries(says), ...who };
}

/** A case as it is answered under --json. */
export function caseJson(one: ShownCase) {
  const { caseNumber, kind, state, recipientId, person, reference, opened, decided, closed, acts } = one;
  return {
    case_number: caseNumber,
    kind,
    state,
    recipient_id: recipientId || null,
    person: person || null,
    reference,
    opened: doneJson(opened),
    decision: decided?.decision ?? null,
    decided: doneJson(decided),
    closed: doneJson(closed),
    acts: acts.map(caseActJson),
  };
}
