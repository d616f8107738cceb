import type { RuleSet } from '../../rules';
import type { CaseAct, CodeTranslation, Finding, FrozenGrant, HeldRow, RunRequest, TraceSink } from '../domain';
import type { Blocks } from './blocks';
import type { GrunntilskuddCount } from './grunntilskudd-count';
import type { HourGrant } from './hour-grant';
import type { HoursBasis } from './hours-basis';
import type { PinnedPersons } from './pinned-persons';
import type { PinnedSuccessors } from './pinned-successors';
import type { RunPlan } from './plan';
import type { Sizing } from './sizing';
import type { Tally } from './tally';
import type { WithheldActs } from './withheld-acts';

/** Everything that a run gathers on its way through the persons. */
export interface RunState {
  readonly request: RunRequest;
  readonly rules: RuleSet;
  /** Acts of cases in force. */
  readonly cases: readonly CaseAct[];
  /** What they say of persons. */
  readonly pinned: PinnedPersons;
  /** Whom they name where a code was split. */
  readonly successors: PinnedSuccessors;
  readonly plan: RunPlan;
  /** To the codes in force on the run's cut-off date (A14). */
  readonly cutOff: CodeTranslation;
  readonly blocks: Blocks;
  /** What cases decide of persons who are withheld. */
  readonly withheldActs: WithheldActs;
  readonly trace: TraceSink;
  readonly tally: Tally;
  readonly sizing: Sizing;
  readonly hoursBasis: HoursBasis;
  readonly count: GrunntilskuddCount | undefined;
  readonly hourGrant: HourGrant | undefined;
  readonly held: HeldRow[];
  /** Grants that the run freezes and does not post. */
  readonly frozen: FrozenGrant[];
  readonly findings: Finding[];
  unknownCountryPersons: number;
}
