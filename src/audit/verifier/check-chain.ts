import { errorDetail } from '../../domain/message';
import type { RunContents } from './contents';
import { type Finding, Findings } from './findings';
import { compareStates, stateAfter, stateBefore } from './ledger-state';

/**
 * Holds a run to the one before it: its manifest names that one's, and it started from the state which that one left,
 * unless that one was annulled.
 *
 * @param before undefined for the first run that is given
 */
export function checkChain(
  before: RunContents | undefined,
  run: RunContents,
): { readonly problems: Finding[]; readonly notes: Finding[] } {
  const { run_id: runId, previous_batch: link } = run.manifest;
  const started = link && errorDetail('VERIFY_CHAIN_START', { runId, previous: link.run_id });
  if (!before) return { problems: [], notes: started ? [started] : [] };
  const previous = before.manifest.run_id;
  const names = { runId, previous, file: `${runId}/manifest.json` };
  if (!link) return { problems: [errorDetail('VERIFY_CHAIN_FIRST', names)], notes: [] };
  if (link.manifest_sha256 !== before.sha256) {
    const params = { ...names, expected: before.sha256, found: link.manifest_sha256 };
    return { problems: [errorDetail('VERIFY_CHAIN_BROKEN', params)], notes: [] };
  }
  const findings = new Findings();
  compareStates(stateAfter(before), run, previous, findings);
  if (findings.count === 0) return { problems: [], notes: [] };
  const annulled = new Findings();
  compareStates(stateBefore(before), run, previous, annulled);
  if (annulled.count === 0) return { problems: [], notes: [errorDetail('VERIFY_ANNULLED', names)] };
  const inRun = ({ code, params }: Finding): Finding =>
    errorDetail(code, { ...params, file: `${runId}/${params.file}` });
  return { problems: findings.list().map(inRun), notes: [] };
}
