import { type ErrorDetail, errorDetail } from '../../domain';
import type { JournalAct } from '../codes';
import type { BatchInfo } from '../drafts/batch-info';
import { type ActContent, actorKey, writeAct } from '../journal';
import type { SigningRole } from '../lists/signed-list';
import { type OpenLedger, postingHead } from '../posting-reads';
import type { ApprovalInput, ReviewedFigures } from './approval-payload';
import { type CheckedSignature, signatureAct, storeSignature } from './signatures';

/** Figures of an approval that the ledger keeps. */
export type ApprovedFigures = Pick<
  ReviewedFigures,
  'manifestHash' | 'payments' | 'paidNok' | 'correctionsNok' | 'personsCorrected' | 'heldNok'
>;

/** What the journal says of an attestation, an approval or a runner's signature. */
export function approvalAct(
  runId: string,
  role: string,
  reviewed: ApprovedFigures,
  signature: CheckedSignature | undefined,
): ActContent {
  return {
    run_id: runId,
    role,
    manifest_hash: reviewed.manifestHash,
    payments: reviewed.payments,
    paid: reviewed.paidNok,
    corrections: reviewed.correctionsNok,
    persons_corrected: reviewed.personsCorrected,
    held: reviewed.heldNok,
    ...signatureAct(signature),
  };
}

/** Writes an attestation or approval with its signature, if it has one. The caller holds the transaction. */
export function storeApproval(
  ledger: OpenLedger,
  act: JournalAct & ('attest' | 'approve'),
  batch: BatchInfo,
  approval: ApprovalInput,
  signature: CheckedSignature | undefined,
): void {
  const journal = writeAct(ledger.db, act, approval, approvalAct(batch.runId, approval.role, batch, signature));
  ledger.db
    .prepare('INSERT INTO approvals VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(
      batch.batch,
      approval.role,
      journal,
      approval.actor,
      actorKey(approval.actor),
      batch.manifestHash,
      batch.payments,
      batch.paidNok,
      batch.correctionsNok,
      batch.personsCorrected,
      batch.heldNok,
    );
  const role: SigningRole = act === 'attest' ? 'attestant' : 'approver';
  if (signature) storeSignature(ledger.db, batch.batch, role, journal, approval.actor, signature);
}

/** What has changed since a draft was made: the ledger that it stands on, and every figure that somebody saw otherwise. */
export function changesSince(ledger: OpenLedger, batch: BatchInfo, reviewed: ReviewedFigures): ErrorDetail[] {
  const head = postingHead(ledger);
  const changed = errorDetail('LEDGER_CHANGED', { runId: batch.runId, head, draftHead: batch.postingHead });
  return [...(head === batch.postingHead ? [] : [changed]), ...reviewedDifferences(batch, reviewed)];
}

/** Every figure in which what somebody saw differs from the draft. */
function reviewedDifferences(batch: BatchInfo, reviewed: ReviewedFigures): ErrorDetail[] {
  const pairs: readonly [string, string | number, string | number][] = [
    ['manifest_hash', batch.manifestHash, reviewed.manifestHash],
    ['rule_lock_hash', batch.ruleLockHash, reviewed.ruleLockHash],
    ['parameters_hash', batch.parametersHash, reviewed.parametersHash],
    ['payments', batch.payments, reviewed.payments],
    ['paid', batch.paidNok, reviewed.paidNok],
    ['corrections', batch.correctionsNok, reviewed.correctionsNok],
    ['persons_corrected', batch.personsCorrected, reviewed.personsCorrected],
    ['held', batch.heldNok, reviewed.heldNok],
  ];
  return pairs.filter(([, drafted, found]) => drafted !== found).map((pair) => reviewedDiffers(...pair));
}

/** One such difference. */
export function reviewedDiffers(field: string, drafted: string | number, reviewed: string | number): ErrorDetail {
  return errorDetail('LEDGER_SEEN_DIFFERS', { field, drafted, seen: reviewed });
}
