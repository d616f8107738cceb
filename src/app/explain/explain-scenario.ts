import { join } from 'node:path';
import { actsUnderIds, asDay, assert, formatDay, NorsktilskuddError } from '../../domain';
import { discardTree, makeWorkFolder } from '../../effects';
import type { ExplainCode, SentenceParams } from '../../messages';
import type { Explanation, Step } from '../../report';
import type { LawChange, SizeCase } from '../facts/size-case';
import { type SizingPlace, type SizingRequest, type SizingTools, withSizingTools } from '../facts/sizing-tools';
import { type Installation, snapshotFolderOf } from '../installation';
import { shelfBeside } from '../privacy/known-protection';
import { runUnder } from '../run/execute-run';
import { NO_SETTINGS } from '../run/term-facts';
import { scenarioCase } from '../scenario/scenario-case';
import { type ScenarioLine, scenariosOfLine } from '../scenario/scenario-line';
import { logExplain } from './execute-explain';
import type { ExplainInput } from './explain-input';
import { findExplanation } from './find-explanation';
import { withRun } from './with-run';

/** What is explained under the law of a scenario. */
export interface ExplainScenarioRequest extends SizingRequest {
  /** A scenario file; undefined where words alone say it. */
  readonly scenario: string | undefined;
  readonly set: ScenarioLine['set'];
  readonly target: ExplainInput['target'];
  readonly whyNot: boolean;
  readonly cwd: string;
}

/**
 * Explains a person, a recipient or a component as a run of its term (4 where it names none) without postings would have them
 * under the law of a scenario (rulebook 8.4), with the cases of the year where the request reads them. The run is made in a folder that nobody keeps, in a rehearsal ledger of its own; the user's
 * ledger is not opened for writing. The look stands in the access log.
 *
 * @throws NorsktilskuddError usage EXPLAIN_SCENARIO_WHAT for a line or a run, which a scenario does not have; as scenarioCase()
 */
export function explainScenario(installation: SizingPlace, request: ExplainScenarioRequest): Promise<Explanation> {
  const { target, scenario, set, cwd } = request;
  if (target.kind === 'line' || target.kind === 'batch') {
    throw new NorsktilskuddError('usage', 'EXPLAIN_SCENARIO_WHAT');
  }
  return withSizingTools(installation, request, (tools) => {
    const files = scenario === undefined ? [] : [scenario];
    const [file] = scenariosOfLine(files, { set, only: [], uprate: undefined, stack: [] }, cwd);
    assert(file !== undefined, 'a line or a file is one scenario');
    const size = scenarioCase(file, tools.defaults, tools.shelf);
    const work = makeWorkFolder('scenario');
    try {
      return explainIn(work, size, request, tools);
    } finally {
      discardTree(work);
    }
  });
}

function explainIn(
  work: string,
  size: SizeCase,
  { target, whyNot, rejectLimitPercent }: ExplainScenarioRequest,
  { installation, ruleInputs, shelf }: SizingTools,
): Explanation {
  const { db, pseudonymKeyFile, as: actor = '' } = installation;
  const apart = apartFrom(installation, join(work, 'scenario.db'));
  const { place: register, grantYear, asOf, term, excluded, rules } = size;
  const cases = shelf.casesOf(grantYear);
  const { runId } = runUnder(
    { ...ruleInputs, rules },
    apart,
    {
      ...{ register, grantYear, term, asOf, excluded, rejectLimitPercent, wants: NO_SETTINGS, acceptedNames: [] },
      ...{ supplement: false, rehearsal: true, newLedger: false, hasList: false, out: undefined, tables: undefined },
      cases,
      actor: actor === '' ? 'scenario' : actor,
    },
    snapshotFolderOf(installation),
  );
  const asked = { target, whyNot, runId, db, pseudonymKeyFile, actor };
  return withRun(
    apart.db,
    runId,
    (context) => {
      logExplain(asked, size.label);
      // The run's parameters hold its rates, limits and choices; the table of regions stands in no file of it.
      const read = actsUnderIds(cases, context.snapshot.identities);
      const law = { ...context, cases: read, rules: { ...context.rules, regions: rules.regions } };
      return asScenario(findExplanation(law, asked), size, cases.length);
    },
    shelfBeside(db),
  );
}

/** The same installation with a ledger of its own, without settings that only payments need. */
function apartFrom({ rates, columns, readingLimits, pseudonymKeyFile, as }: SizingPlace, db: string): Installation {
  return {
    ...{ db, rates, columns, readingLimits, pseudonymKeyFile, as, runsFolder: undefined, recipients: undefined },
    ...{ approvers: undefined, approversList: undefined, requireSignatures: false, keyFile: undefined },
    ...{ keyPassphrase: '', limits: {} },
  };
}

/** The explanation of a scenario: its name in place of the run's, and its law before everything else. */
function asScenario(
  explanation: Explanation,
  { label: name, grantYear: year, asOf, term, law }: SizeCase,
  acts: number,
): Explanation {
  const { subject, head } = explanation;
  return {
    ...explanation,
    mark: 'SCENARIO',
    run_id: name,
    title: sentence('title', 'TITLE_SCENARIO', { subject, name, year }),
    head: [
      sentence('scenario', 'HEAD_SCENARIO', { year, term, asOfDay: formatDay(asDay(asOf)) }),
      acts === 0 ? sentence('cases', 'HEAD_SCENARIO_ALONE', {}) : sentence('cases', 'HEAD_SCENARIO_CASES', { acts }),
      ...law.map(lawStep),
      ...(law.length === 0 ? [sentence('law', 'HEAD_SCENARIO_SAME_LAW', { year })] : []),
      ...head.filter(({ id }) => id !== 'run'),
    ],
  };
}

function lawStep({ what, from, to }: LawChange): Step {
  return sentence(`law/${what}`, 'HEAD_SCENARIO_LAW', { what, was: from === '' ? '-' : from, is: to });
}

function sentence<Code extends ExplainCode>(id: string, code: Code, params: SentenceParams<Code>): Step {
  return { id, label: '', code, params, sources: [], steps: [] };
}
