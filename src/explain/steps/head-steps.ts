import type { Step } from '../../report';
import type { RunContext } from '../run/run-context';
import { step } from './step';

/** What the run is: year, term, state, as-of date; and where nobody can tell whose address is protected, that. */
export function runSteps(context: RunContext): Step[] {
  const { batch, manifest } = context;
  const { term, grantYear: year, asOf, runId, state } = batch;
  const params = { runId, term, year, stateWord: state, asOfDay: asOf };
  const run = [step('run', 'HEAD_RUN', params, [{ kind: 'run_file', file: 'manifest.json', line: 0 }])].map((each) =>
    manifest.identity.snapshot_id === '' ? { ...each, sources: [] } : each,
  );
  return [...run, ...protectionSteps(context)];
}

/** Where nobody can tell whose address is protected, that. */
export function protectionSteps({ protection }: RunContext): Step[] {
  return protection.fault ? [step('protection', 'HEAD_PROTECTION_UNKNOWN')] : [];
}
