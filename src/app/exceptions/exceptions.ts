import { NorsktilskuddError } from '../../domain';
import { ALL_POSTED, type BatchInfo, type Ledger } from '../../ledger';
import { withLedger } from '../acts/act';
import { type CorrectionCause, correctionCauses } from './correction-causes';
import { type HeldAge, heldAges } from './held-ages';

/** A posted run and how long it took. */
export interface RunTime {
  readonly runId: string;
  readonly grantYear: number;
  readonly term: number;
  /** UTC. */
  readonly runAt: string;
  readonly approvedAt: string;
  /** Whole hours from the run to its approval. */
  readonly hours: number;
  readonly runBy: string;
  readonly approvedBy: string;
  /** Things that were accepted by name. */
  readonly accepted: number;
}

/** What somebody did with runs that were posted. */
export interface ActsOfPerson {
  readonly actor: string;
  readonly role: 'runner' | 'attestant' | 'approver';
  readonly runs: number;
  /** Kroner that these runs pay. */
  readonly paidNok: number;
}

/** What stands out of several posted runs. No person and no place is named. */
export interface Exceptions {
  readonly runs: readonly RunTime[];
  readonly held: readonly HeldAge[];
  readonly corrections: readonly CorrectionCause[];
  readonly acts: readonly ActsOfPerson[];
  readonly postingHead: string;
  readonly journalHead: string;
}

/**
 * What stands out of all posted runs, or of those of a grant year: what is held and since when, corrections by their cause as
 * `explain` finds it, who ran, attested and approved how much, and the time from each run to its approval.
 *
 * @throws NorsktilskuddError usage EXCEPTIONS_NO_RUNS; verification as withRun()
 */
export function exceptions(db: string, grantYear?: number): Exceptions {
  return withLedger(db, true, (ledger) => {
    ledger.prove(ALL_POSTED);
    const all = postedRuns(ledger);
    const asked = all.filter((batch) => grantYear === undefined || batch.grantYear === grantYear);
    const last = asked.at(-1);
    if (last === undefined) throw new NorsktilskuddError('usage', 'EXCEPTIONS_NO_RUNS', {});
    return {
      runs: asked.map(timeOf),
      held: heldAges(all.slice(0, all.indexOf(last) + 1)),
      corrections: correctionCauses(db, asked),
      acts: actsOf(asked),
      postingHead: ledger.postingHead(),
      journalHead: ledger.journalHead(),
    };
  });
}

/** In the order in which they were posted. */
function postedRuns(ledger: Ledger): BatchInfo[] {
  return ledger
    .batches()
    .filter(({ kind, state }) => kind === 'run' && state === 'posted')
    .sort((a, b) => a.posting - b.posting);
}

const MS_IN_HOUR = 3_600_000;

function timeOf({ runId, grantYear, term, at, actor, approvals, accepted }: BatchInfo): RunTime {
  const approval = approvals.find(({ role }) => role === 'approver');
  const approvedAt = approval?.at ?? '';
  return {
    ...{ runId, grantYear, term, runAt: at, approvedAt, runBy: actor },
    hours: Math.floor((Date.parse(approvedAt) - Date.parse(at)) / MS_IN_HOUR),
    approvedBy: approval?.actor ?? '',
    accepted: accepted.length,
  };
}

function actsOf(batches: readonly BatchInfo[]): ActsOfPerson[] {
  const sums = new Map<string, ActsOfPerson>();
  for (const { actor: runner, approvals, paidNok } of batches) {
    const acts = [{ role: 'runner', actor: runner }, ...approvals];
    for (const { role: name, actor } of acts) {
      const role = (['runner', 'attestant', 'approver'] as const).find((known) => known === name) ?? 'approver';
      const known = sums.get(`${actor}\t${role}`) ?? { actor, role, runs: 0, paidNok: 0 };
      sums.set(`${actor}\t${role}`, { ...known, runs: known.runs + 1, paidNok: known.paidNok + paidNok });
    }
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, acts]) => acts);
}
