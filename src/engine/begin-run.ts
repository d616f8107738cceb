import type { RuleSet } from '../../rules';
import {
  actsUnderIds,
  type CaseAct,
  type CodeTranslation,
  type Day,
  dayOf,
  daysInMonth,
  type PostedState,
  type RunRequest,
  type TraceSink,
} from '../domain';
import { Blocks } from './blocks';
import { GrunntilskuddCount } from './grunntilskudd-count';
import { HourGrant } from './hour-grant';
import { HoursBasis } from './hours-basis';
import { PinnedPersons } from './pinned-persons';
import { PinnedSuccessors } from './pinned-successors';
import { planRun } from './plan';
import type { RunState } from './run-state';
import { Sizing } from './sizing';
import { Tally } from './tally';
import { WithheldActs } from './withheld-acts';

/** What a calculation starts from, beside register and postings. */
export interface RunStart {
  readonly request: RunRequest;
  readonly rules: RuleSet;
  readonly posted: PostedState;
  readonly trace: TraceSink;
  /** Acts of cases in force (rulebook 9a); none where they are left out. */
  readonly cases?: readonly CaseAct[];
  /** Old and new person ids of the extract: an act under an old one is the new one's. */
  readonly identities?: ReadonlyMap<number, number>;
}

/** An empty state of a run: its plan, its translations, nothing gathered yet. */
export function beginRun(input: RunStart): RunState {
  const { request, rules, posted, trace } = input;
  const cases = actsOfRun(input);
  const plan = planRun(request, rules, posted, cases);
  const cutOff = cutOffTranslation(input);
  return {
    request,
    rules,
    cases,
    pinned: new PinnedPersons(cases),
    successors: new PinnedSuccessors(cases),
    plan,
    cutOff,
    blocks: blocksOf(input),
    withheldActs: new WithheldActs(cases),
    trace,
    tally: new Tally(),
    sizing: new Sizing(),
    hoursBasis: new HoursBasis(plan.context),
    count: plan.counted ? new GrunntilskuddCount(plan.counted, rules, cases) : undefined,
    hourGrant: plan.hourly ? new HourGrant(plan.hourly) : undefined,
    held: [],
    frozen: [],
    findings: [],
    unknownCountryPersons: 0,
  };
}

/** Acts of the run's cases, each under the id that its person has today. */
export function actsOfRun({ cases = [], identities }: Pick<RunStart, 'cases' | 'identities'>): CaseAct[] {
  return identities ? actsUnderIds(cases, identities) : [...cases];
}

function cutOffTranslation({ rules, request }: Pick<RunStart, 'rules' | 'request'>): CodeTranslation {
  return rules.places.translationTo(cutOffDate(request.grantYear, request.term));
}

/** Blocks of lines that hold in a run. */
export function blocksOf(start: Pick<RunStart, 'request' | 'rules' | 'cases' | 'identities'>): Blocks {
  return new Blocks(actsOfRun(start), start.request, start.rules, cutOffTranslation(start));
}

/** Cut-off date of a term: 31 March, 30 June, 30 September, 31 December (rulebook 6, A14). */
export function cutOffDate(grantYear: number, term: number): Day {
  const month = term * 3;
  return dayOf(grantYear, month, daysInMonth(grantYear, month));
}
