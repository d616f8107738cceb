import type { Step } from '../../../report/explanation/explanation';
import type { RunContext } from '../run/run-context';
import { step } from './step';

/** What the run is: year, term, state, as-of date. */
export function runSteps({ batch, manifest }: RunContext): Step[] {
  const { term, grantYear: year, asOf, runId, state } = batch;
  const params = { runId, term, year, stateWord: state, asOfDay: asOf };
  return [step('run', 'HEAD_RUN', params, [{ kind: 'run_file', file: 'manifest.json', line: 0 }])].map((each) =>
    manifest.identity.snapshot_id === '' ? { ...each, sources: [] } : each,
  );
}
