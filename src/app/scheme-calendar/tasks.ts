import { join } from 'node:path';
import { dueDayOf, SCHEME_STEPS, type SchemeStep, yearEndDayOf } from '../../../rules';
import { type Day, knownDay, parseDay } from '../../domain';
import { pathExists } from '../../effects';
import type { BatchInfo, Ledger } from '../../ledger';
import { claimsIn } from '../claims/claims';
import { lettersFolder } from '../letters/make-letters';
import { STORED_LETTERS } from '../letters/stored-letters';
import type { StageSum } from '../receipts/payment-progress';
import { nextTerm } from './next-term';

/** Something that is to be done in the scheme. */
export interface SchemeTask {
  readonly what: SchemeStep | 'year_end' | 'claim';
  readonly grantYear: number;
  /** 0 of a whole year, and of a claim. */
  readonly term: number;
  /** Run that it is about; empty for none yet. */
  readonly runId: string;
  /** Number of a claim, 0 for none. */
  readonly claim: number;
  /** Day by which it is to be done; undefined where the calendar says none. */
  readonly by: Day | undefined;
  readonly isLate: boolean;
}

/** What the ledger says of a term. */
interface TermState {
  readonly grantYear: number;
  readonly term: number;
  readonly runId: string;
  readonly done: ReadonlySet<SchemeStep>;
}

/** What a calendar is asked on. */
export interface TaskFacts {
  readonly today: Day;
  readonly progress: readonly (StageSum & { readonly runId: string })[];
  /** Days on which stored extracts were taken, `YYYY-MM-DD`. */
  readonly extracts: readonly string[];
  /** Grant year that is worked on, where the settings say it. */
  readonly grantYear?: number | undefined;
}

/**
 * What is to be done now: what is left of every posted term, the next term, the end of a year that is over, and claims that
 * are about to lapse; by the day. The clock decides nothing but what is late.
 */
export function schemeTasks(ledger: Ledger, facts: TaskFacts): SchemeTask[] {
  const { today, progress, extracts } = facts;
  const runs = ledger
    .batches()
    .filter(({ kind, state }) => kind === 'run' && (state === 'posted' || state === 'draft'));
  const posted = runs.filter(({ state }) => state === 'posted').sort((a, b) => a.posting - b.posting);
  const last = posted.at(-1);
  const next = last === undefined ? firstTerm(runs, facts.grantYear, today) : nextTerm(last, today);
  const terms = [
    ...posted.map((batch) => postedTerm(batch, progress, batch === last)),
    nextState(ledger, runs, next, last, extracts),
  ];
  const tasks = [
    ...terms.flatMap((term) => tasksOfTerm(term, today)).filter(({ what }) => !ledger.rehearsal || !PAID.has(what)),
    ...yearEnds(posted, today),
    ...claimTasks(ledger, today),
  ];
  return tasks.sort((a, b) => (a.by ?? 0) - (b.by ?? 0) || a.grantYear - b.grantYear || a.term - b.term);
}

/** What only a ledger that pays knows. */
const PAID: ReadonlySet<SchemeTask['what']> = new Set(['file', 'hand_over', 'receipts', 'letters']);

const SETTLED: ReadonlySet<string> = new Set(['paid', 'refused', 'returned', 'blocked']);

/**
 * Of a posted term only what becomes of its payments is left. Letters leave no trace in the ledger: they are told until they
 * lie beside the run, or the next term is posted.
 */
function postedTerm(batch: BatchInfo, progress: TaskFacts['progress'], isLast: boolean): TermState {
  const stages = progress.filter(({ runId }) => runId === batch.runId).map(({ stage }) => stage);
  const done = new Set<SchemeStep>(['extract', 'run', 'attest', 'approve']);
  if (!isLast || haveLetters(batch)) done.add('letters');
  if (!stages.includes('approved')) done.add('file');
  if (!stages.includes('approved') && !stages.includes('in_file')) done.add('hand_over');
  if (stages.every((stage) => SETTLED.has(stage)))
    for (const step of ['file', 'hand_over', 'receipts'] as const) done.add(step);
  return { grantYear: batch.grantYear, term: batch.term, runId: batch.runId, done };
}

/** Letters to everybody lie where they are written unless somewhere else is named. */
function haveLetters({ runFolder }: BatchInfo): boolean {
  return runFolder !== '' && pathExists(join(lettersFolder(runFolder), STORED_LETTERS));
}

/** Nothing has been posted: the term of an open draft, else the first of the year that is worked on, else the calendar's. */
function firstTerm(runs: readonly BatchInfo[], grantYear: number | undefined, today: Day) {
  const draft = runs.findLast(({ state }) => state === 'draft');
  return draft ?? (grantYear === undefined ? nextTerm(undefined, today) : { grantYear, term: 1 });
}

function nextState(
  ledger: Ledger,
  runs: readonly BatchInfo[],
  { grantYear, term }: { grantYear: number; term: number },
  last: BatchInfo | undefined,
  extracts: readonly string[],
): TermState {
  const draft = runs.findLast((run) => run.state === 'draft' && run.grantYear === grantYear && run.term === term);
  const done = new Set<SchemeStep>();
  if (draft !== undefined || extracts.some((taken) => taken !== '' && taken > (last?.asOf ?? ''))) done.add('extract');
  if (draft !== undefined) done.add('run');
  const isAttested = draft?.approvals.some(({ role }) => role === 'attestant') ?? false;
  if (isAttested || !ledger.requiresSignatures()) done.add('attest');
  return { grantYear, term, runId: draft?.runId ?? '', done };
}

function tasksOfTerm({ grantYear, term, runId, done }: TermState, today: Day): SchemeTask[] {
  return SCHEME_STEPS.filter((step) => !done.has(step)).map((what) => {
    const by = dueDayOf(grantYear, term, what);
    return { what, grantYear, term, runId, claim: 0, by, isLate: by !== undefined && by < today };
  });
}

/** A year whose fourth term has been posted is closed before a run of the next one is. */
function yearEnds(posted: readonly BatchInfo[], today: Day): SchemeTask[] {
  const last = posted.at(-1);
  if (last?.term !== 4) return [];
  const { grantYear } = last;
  const by = yearEndDayOf(grantYear);
  return [{ what: 'year_end', grantYear, term: 0, runId: last.runId, claim: 0, by, isLate: by < today }];
}

/** Open claims of which somebody has said when they lapse. */
function claimTasks(ledger: Ledger, today: Day): SchemeTask[] {
  return claimsIn(ledger)
    .filter(({ state, limitationDay }) => state === 'open' && parseDay(limitationDay) !== undefined)
    .map(({ claim, limitationDay }) => {
      const by = knownDay(limitationDay);
      return { what: 'claim', grantYear: 0, term: 0, runId: '', claim, by, isLate: by < today };
    });
}
