import type { Step } from '../../report';
import type { RunContext } from '../run/run-context';
import { step } from './step';

/** What the run is: year, term, state, as-of date; and where nobody can tell whose address is protected, that. */
export function runSteps({ batch, manifest, protection }: RunContext): Step[] {
  const { term, grantYear: year, asOf, runId, state } = batch;
  const params = { runId, term, year, stateWord: state, asOfDay: asOf };
  const run = [step('run', 'HEAD_RUN', params, [{ kind: 'run_file', file: 'manifest.json', line: 0 }])].map((each) =>
    manifest.identity.snapshot_id === '' ? { ...each, sources: [] } : each,
  );
  return protection.fault ? [...run, step('protection', 'HEAD_PROTECTION_UNKNOWN')] : run;
}
