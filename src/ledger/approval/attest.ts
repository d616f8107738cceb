import { assert, type ErrorDetail, errorDetail, NorsktilskuddError } from '../../domain';
import type { ActAnswer, BatchInfo } from '../drafts/batch-info';
import { knownBatch, refuseEnded } from '../drafts/batches';
import type { DraftAnswer, DraftInput } from '../drafts/draft-input';
import { recordDraft } from '../drafts/record-draft';
import { actorKey, writeAct } from '../journal';
import type { OpenLedger } from '../posting-reads';
import { approvalAct, changesSince, storeApproval } from './approval-acts';
import type { ApprovalInput } from './approval-payload';
import { judgeSignature } from './signature-rules';
import { signaturesOfBatch, storeSignature } from './signatures';

/**
 * Attests a draft: somebody has checked it and stands by it (attestasjon). Posts nothing. The same person again: "already".
 *
 * @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN; refused LEDGER_DRAFT_ENDED, LEDGER_ATTESTATION_REFUSED
 */
export function attest(ledger: OpenLedger, runId: string, input: Omit<ApprovalInput, 'role'>): ActAnswer {
  const approval: ApprovalInput = { ...input, role: 'attestant' };
  assert(actorKey(approval.actor) !== '', 'an attestation needs a name');
  return ledger.db.transaction(() => {
    const batch = knownBatch(ledger, runId);
    const earlier = batch.approvals.find(({ role }) => role === 'attestant');
    if (earlier && actorKey(earlier.actor) === actorKey(approval.actor)) return { already: true, batch };
    refuseEnded(batch);
    const { signature, reasons } = judgeSignature(ledger, batch, 'attestant', approval);
    const all = [...changesSince(ledger, batch, approval.reviewed), ...reasons];
    if (earlier) all.push(errorDetail('LEDGER_ATTESTED_BY_ANOTHER', { actor: earlier.actor }));
    refuse('LEDGER_ATTESTATION_REFUSED', runId, all);
    storeApproval(ledger, 'attest', batch, approval, signature);
    return { already: false, batch: knownBatch(ledger, runId) };
  });
}

/**
 * Signs a draft as the one who made it. The same again: "already".
 *
 * @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN; refused LEDGER_DRAFT_ENDED, LEDGER_SIGNATURE_REFUSED
 */
export function signDraft(ledger: OpenLedger, runId: string, input: Omit<ApprovalInput, 'role'>): ActAnswer {
  const approval: ApprovalInput = { ...input, role: 'runner' };
  return ledger.db.transaction(() => {
    const batch = knownBatch(ledger, runId);
    if (signaturesOfBatch(ledger.db, batch.batch).some(({ role }) => role === 'runner'))
      return { already: true, batch };
    refuseEnded(batch);
    const { signature, reasons } = judgeSignature(ledger, batch, 'runner', approval);
    const all = [...changesSince(ledger, batch, approval.reviewed), ...reasons];
    if (actorKey(approval.actor) !== actorKey(batch.actor)) {
      all.push(errorDetail('LEDGER_ONLY_RUNNER_SIGNS', { actor: approval.actor, runner: batch.actor }));
    }
    if (signature === undefined && all.length === 0) {
      all.push(errorDetail('LEDGER_HAS_NO_APPROVERS', { actor: approval.actor, role: 'runner' }));
    }
    refuse('LEDGER_SIGNATURE_REFUSED', runId, all);
    assert(signature !== undefined, 'a draft is signed with a signature');
    const journal = writeAct(ledger.db, 'sign', approval, approvalAct(batch, 'runner', signature));
    storeSignature(ledger.db, batch.batch, 'runner', journal, approval.actor, signature);
    return { already: false, batch: knownBatch(ledger, runId) };
  });
}

function refuse(
  code: 'LEDGER_ATTESTATION_REFUSED' | 'LEDGER_SIGNATURE_REFUSED',
  runId: string,
  reasons: readonly ErrorDetail[],
): void {
  if (reasons.length > 0) throw new NorsktilskuddError('refused', code, { runId }, reasons);
}

/** What the runner signs of a draft that has just been recorded. */
export type RunnerSignature = (batch: BatchInfo) => Omit<ApprovalInput, 'role'>;

/**
 * Records a draft and signs it as its runner: both or neither, so that a run whose signature is refused leaves no draft
 * that somebody could take for one that was checked.
 *
 * @throws NorsktilskuddError those of recordDraft() and signDraft()
 */
export function recordSignedDraft(ledger: OpenLedger, draft: DraftInput, sign: RunnerSignature): DraftAnswer {
  return ledger.db.transaction(() => {
    const answer = recordDraft(ledger, draft);
    const { batch } = signDraft(ledger, draft.runId, sign(answer.batch));
    return { ...answer, batch };
  });
}
