import { type ErrorDetail, errorDetail } from '../../domain';
import { Problems } from './problems';
import type { RunContents } from './run-contents';
import { compareStates, stateAfter, stateBefore } from './run-state';

/**
 * Checks run folders against each other, in the order in which they were posted: each manifest names the one before it,
 * and each run started from the state that the one before it left.
 */
export function verifyChain(runs: readonly RunContents[]): { problems: ErrorDetail[]; notes: ErrorDetail[] } {
  const problems: ErrorDetail[] = [];
  const notes: ErrorDetail[] = [];
  runs.forEach((run, place) => {
    const { run_id: runId, previous_batch: link } = run.manifest;
    const before = runs[place - 1];
    if (before) problems.push(...linkProblems(before, run, notes));
    else if (link) notes.push(errorDetail('VERIFY_CHAIN_START', { runId, previous: link.run_id }));
  });
  return { problems, notes };
}

function linkProblems(before: RunContents, run: RunContents, notes: ErrorDetail[]): ErrorDetail[] {
  const { run_id: runId, previous_batch: link } = run.manifest;
  const previous = before.manifest.run_id;
  const file = `${runId}/manifest.json`;
  const names = { runId, previous, file };
  if (!link) return [errorDetail('VERIFY_CHAIN_FIRST', names)];
  const { manifest_sha256: found } = link;
  if (found !== before.sha256)
    return [errorDetail('VERIFY_CHAIN_BROKEN', { ...names, expected: before.sha256, found })];
  const problems = new Problems();
  compareStates(stateAfter(before), run, previous, problems);
  if (problems.count === 0) return [];
  const annulled = new Problems();
  compareStates(stateBefore(before), run, previous, annulled);
  if (annulled.count > 0) return problems.list().map((problem) => inRun(problem, runId));
  notes.push(errorDetail('VERIFY_ANNULLED', names));
  return [];
}

function inRun({ code, params }: ErrorDetail, runId: string): ErrorDetail {
  return errorDetail(code, { ...params, file: `${runId}/${params.file ?? ''}` });
}
