import { formatPersonId, NorsktilskuddError } from '../../domain';
import type { CountedPosting } from '../../ledger';
import { adjustmentsOf } from '../amount/adjustments';
import { checkReplay } from '../run/check-replay';
import { idsOfPerson, type Replay, replayPerson } from '../run/replay-person';
import { orChanged, type RunContext } from '../run/run-context';

/** A person of a run, worked out again and found equal to the trace. */
export interface PersonMaterial {
  readonly context: RunContext;
  readonly replay: Replay;
  readonly pseudonym: string;
  /** Number of the leaf in the trace. */
  readonly leaf: number;
  /** 12 digits, as in the restricted files. Never printed. */
  readonly personRef: string;
  /** The id that was asked for is a former one. */
  readonly merged: boolean;
  readonly posted: readonly CountedPosting[];
}

/**
 * A person by id, replayed and checked.
 *
 * @param pseudonymOf under the key of the installation
 * @throws NorsktilskuddError usage EXPLAIN_PERSON_UNKNOWN; verification EXPLAIN_REPLAY_DIFFERS
 */
export function personMaterial(
  context: RunContext,
  personId: number,
  find: (personId: number) => { readonly leaf: number; readonly pseudonym: string },
): PersonMaterial {
  const ids = idsOfPerson(context, personId);
  const [now = personId] = ids;
  const { leaf, pseudonym } = find(now);
  const { runId, postingHead } = context.batch;
  const replay = replayPerson(context, now, Math.max(leaf, 0));
  const isNamed =
    replay.place !== undefined ||
    context.snapshot.rejectedWithoutRow.has(now) ||
    adjustmentsOf(context).some(({ act }) => act.personId === now);
  if (leaf < 0 && replay.words.length === 0 && !isNamed) {
    throw new NorsktilskuddError('usage', 'EXPLAIN_PERSON_UNKNOWN', { runId });
  }
  const stored = leaf < 0 ? new Int32Array(0) : orChanged(context.folder, () => context.trace.words(leaf).words);
  checkReplay({ runId, subject: pseudonym, stored, replayed: replay.words });
  const posted = context.ledger.countedPostings(postingHead, ids);
  return { context, replay, pseudonym, leaf, personRef: formatPersonId(now), merged: now !== personId, posted };
}
