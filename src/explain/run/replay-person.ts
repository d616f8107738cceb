import type { Line, LineTable, PostedState, RegisterBlock, RunRequest } from '../../domain';
import { calculatePerson, type PersonCalculation } from '../../engine';
import { decodeLeaf, LeafRecorder, type TraceLeaf } from '../../trace';
import type { RunContext } from './run-context';

/** Changes of what a person is worked out from, for questions of the kind "what if". */
export interface ReplayChanges {
  /** Rows in the place of those of the snapshot. */
  readonly place?: { readonly block: RegisterBlock; readonly index: number };
  /** Another grant year and term of the run. */
  readonly time?: Pick<RunRequest, 'grantYear' | 'term'>;
}

/** A person worked out again, alone. */
export interface Replay extends PersonCalculation {
  readonly personId: number;
  /** Words of the leaf as trace.bin would hold them; empty for somebody of whom a run tells nothing. */
  readonly words: Int32Array;
  /** The same as values, undefined where there are none. */
  readonly trace: TraceLeaf | undefined;
  /** Where the person's rows stand, undefined where the register has none. */
  readonly place: { readonly block: RegisterBlock; readonly index: number } | undefined;
}

/** All ids that are a person in the run's extract, the one that counts first. */
export function idsOfPerson(context: RunContext, personId: number): number[] {
  const { identities } = context.snapshot;
  const now = identities.get(personId) ?? personId;
  const ids = [now];
  for (const [old, target] of identities) if (target === now) ids.push(old);
  return ids;
}

/**
 * Works one person of a run out again: same rows, same rules and parameters, same postings. Only that person's rows and
 * postings are read. With changes it answers what the same run would have come to for other rows or another term.
 *
 * @param leaf number of the person's leaf in the trace of the run; 0 where nothing is to be compared
 */
export function replayPerson(context: RunContext, personId: number, leaf = 0, changes: ReplayChanges = {}): Replay {
  const { snapshot, ledger, batch } = context;
  const request = { ...context.request, ...changes.time };
  const ids = idsOfPerson(context, personId);
  const [now = personId] = ids;
  const posted: PostedState = ledger.postedStateOfOne(batch.postingHead, ids);
  const recorder = new LeafRecorder();
  const place = changes.place ?? snapshot.blockOf(now);
  const calculation = calculatePerson({
    request,
    cases: context.cases,
    identities: snapshot.identities,
    rules: context.rules,
    posted,
    trace: recorder,
    personId: now,
    leaf,
    place,
    rejectedWithoutRow: snapshot.rejectedWithoutRow.has(now),
    entries: [...posted.entries([request.grantYear - 1, request.grantYear], snapshot.identities)],
  });
  const words = recorder.words();
  return {
    ...calculation,
    personId: now,
    words,
    trace: words.length === 0 ? undefined : decodeLeaf(words, 0),
    place,
  };
}

/** The lines of a replay as objects of their own. */
export function linesOfReplay(lines: LineTable): Line[] {
  // Copied as they come: the table gives the same object each time.
  return Array.from(lines, (line) => ({ ...line }));
}
