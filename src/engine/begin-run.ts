import type { RuleSet } from '../../rules';
import type { PostedState, RunRequest, TraceSink } from '../domain';
import { cutOffDate } from './cut-off';
import { GrunntilskuddCount } from './grunntilskudd-count';
import { HourGrant } from './hour-grant';
import { HoursBasis } from './hours-basis';
import { planRun } from './plan';
import type { RunState } from './run-state';
import { Sizing } from './sizing';
import { Tally } from './tally';

/** What a calculation starts from, beside register and postings. */
export interface RunStart {
  readonly request: RunRequest;
  readonly rules: RuleSet;
  readonly posted: PostedState;
  readonly trace: TraceSink;
}

/** An empty state of a run: its plan, its translations, nothing gathered yet. */
export function beginRun(input: RunStart): RunState {
  const { request, rules, posted, trace } = input;
  const plan = planRun(request, rules, posted);
  return {
    request,
    rules,
    plan,
    cutOff: rules.places.translationTo(cutOffDate(request.grantYear, request.term)),
    trace,
    tally: new Tally(),
    sizing: new Sizing(),
    hoursBasis: new HoursBasis(plan.context),
    count: plan.counted ? new GrunntilskuddCount(plan.counted, rules) : undefined,
    hourGrant: plan.hourly ? new HourGrant(plan.hourly) : undefined,
    held: [],
    findings: [],
    unknownCountryPersons: 0,
  };
}
