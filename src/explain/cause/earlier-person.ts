import { readManifest, requestOf } from '../../audit';
import { type Day, f64, parseDay, type RunRequest, TERMS } from '../../domain';
import type { BatchInfo } from '../../ledger';
import { type Subject, subjectOf } from '../register/subject';
import { idsOfPerson } from '../run/replay-person';
import type { RunContext } from '../run/run-context';

/** A person as an earlier batch saw them: under one id, or under several that each stood for themselves. */
export interface EarlierPerson {
  /** The earlier run, with the rules and parameters of the one that is explained. */
  readonly context: RunContext;
  /** Those that were visible, the one whose id counts now first; none where nobody was. */
  readonly subjects: readonly Subject[];
  /** All that stood in the extract, visible or not. */
  readonly all: readonly Subject[];
  /** Ids that the earlier extract took for persons and that have become one since. */
  readonly isJoined: boolean;
  /** Ids that were the person then and are so no longer. */
  readonly partedIds: readonly number[];
  /** The ids that counted then, of what is now one person. */
  readonly ids: readonly number[];
}

/** The person as the earlier batch saw them; undefined where its extract is no longer stored. */
export function earlierPerson({ context, block, index }: Subject, batch: BatchInfo): EarlierPerson | undefined {
  const snapshot = context.snapshotOf(batch.snapshot);
  if (!snapshot) return undefined;
  const now = idsOfPerson(context, f64(block.personIds, index));
  const cases = context.ledger.caseActs({ postingHead: batch.postingHead, before: batch.journal });
  const earlier: RunContext = { ...context, batch, snapshot, cases, request: earlierRequest(context, batch) };
  const ids = [...new Set(now.map((id) => snapshot.identities.get(id) ?? id))];
  const all = ids.flatMap((id) => {
    const place = snapshot.blockOf(id);
    return place ? [subjectOf(earlier, place)] : [];
  });
  const subjects = all.filter(({ personRow }) => personRow >= 0);
  const then = ids.flatMap((id) => idsOfPerson(earlier, id));
  return {
    context: earlier,
    subjects,
    all,
    isJoined: subjects.length > 1,
    partedIds: then.filter((id) => !now.includes(id)),
    ids,
  };
}

/** What the earlier run was asked for; what it left out is unknown where its folder has gone. */
function earlierRequest({ request }: RunContext, batch: BatchInfo): RunRequest {
  const asOf: Day | number = parseDay(batch.asOf) ?? 0;
  const term = TERMS.find((each) => each === batch.term) ?? request.term;
  const manifest = earlierManifest(batch);
  return manifest ? requestOf(manifest) : { ...request, grantYear: batch.grantYear, term, asOf };
}

/** The earlier run's manifest, where its folder still stands. */
export function earlierManifest(batch: BatchInfo): ReturnType<typeof readManifest> | undefined {
  try {
    return readManifest(batch.runFolder, batch);
  } catch {
    return undefined; // Moved or changed since: `verify` says so; here it only means that there is less to tell.
  }
}
