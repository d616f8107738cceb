import type { RunContents } from '../../audit';
import { type ErrorDetail, errorDetail } from '../../domain';
import { type BatchInfo, type Ledger, SIGNING_ROLES } from '../../ledger';

/** What the ledger says has become of a run. */
export interface RunState {
  readonly runId: string;
  /** undefined where the ledger does not know the run. */
  readonly state: BatchInfo['state'] | undefined;
  /** Run that took its place, empty where none did. */
  readonly supersededBy: string;
}

/** State of a run by its manifest. */
export function stateOf(run: RunContents, ledger: Ledger): RunState {
  const batch = ledger.batches().findLast((candidate) => candidate.manifestHash === run.sha256);
  return { runId: run.manifest.run_id, state: batch?.state, supersededBy: batch?.supersededBy ?? '' };
}

const NOT_POSTED = {
  draft: 'VERIFY_RUN_DRAFT',
  superseded: 'VERIFY_RUN_SUPERSEDED',
  withdrawn: 'VERIFY_RUN_WITHDRAWN',
  annulled: 'VERIFY_RUN_ANNULLED',
} as const;

/** Why a run that checks is no run to pay or report by, though nothing in it is wrong: it is not posted, or counts no more. */
export function notPosted(states: readonly RunState[]): ErrorDetail[] {
  return states.flatMap(({ runId, state, supersededBy }) =>
    state === undefined || state === 'posted' ? [] : [errorDetail(NOT_POSTED[state], { runId, supersededBy })],
  );
}

/** Roles that must sign and have not, of a run that is not posted yet; of a posted one that is a fault of the ledger. */
export function unsignedRoles(run: RunContents, ledger: Ledger): ErrorDetail[] {
  const { runId, state } = stateOf(run, ledger);
  if (state !== 'draft' || !ledger.requiresSignatures()) return [];
  const signed = ledger.signaturesOf(runId).map(({ role }) => role);
  const roles = SIGNING_ROLES.filter((role) => !signed.includes(role));
  return roles.length === 0 ? [] : [errorDetail('VERIFY_ROLES_UNSIGNED', { runId, roles: roles.join(', ') })];
}
