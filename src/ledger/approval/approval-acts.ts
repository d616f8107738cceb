import { type ErrorDetail, errorDetail } from '../../domain';
import type { JournalAct } from '../codes';
import type { BatchInfo } from '../drafts/batch-info';
import { type ActContent, actorKey, writeAct } from '../journal';
import type { SigningRole } from '../lists/signed-list';
import { type OpenLedger, postingHead } from '../posting-reads';
import { type ApprovalInput, figuresOf, type ReviewedFigures } from './approval-payload';
import { type CheckedSignature, signatureAct, storeSignature } from './signatures';

/** What the journal says of an attestation, an approval or a runner's signature. */
export function approvalAct(batch: BatchInfo, role: string, signature: CheckedSignature | undefined): ActContent {
  const { runId, manifestHash } = batch;
  return { run_id: runId, role, manifest_hash: manifestHash, ...figuresOf(batch), ...signatureAct(signature) };
}

/** Writes an attestation or approval with its signature, if it has one. The caller holds the transaction. */
export function storeApproval(
  ledger: OpenLedger,
  act: JournalAct & ('attest' | 'approve'),
  batch: BatchInfo,
  approval: ApprovalInput,
  signature: CheckedSignature | undefined,
): void {
  const { actor, role: ofApprover } = approval;
  const journal = writeAct(ledger.db, act, approval, approvalAct(batch, ofApprover, signature));
  const seen = [batch.manifestHash, ...Object.values(figuresOf(batch))];
  ledger.db
    .prepare('INSERT INTO approvals VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(batch.batch, ofApprover, journal, actor, actorKey(actor), ...seen);
  const role: SigningRole = act === 'attest' ? 'attestant' : 'approver';
  if (signature) storeSignature(ledger.db, batch.batch, role, journal, actor, signature);
}

/** What has changed since a draft was made: the ledger that it stands on, and every figure that somebody saw otherwise. */
export function changesSince(ledger: OpenLedger, batch: BatchInfo, reviewed: ReviewedFigures): ErrorDetail[] {
  const head = postingHead(ledger);
  const changed = errorDetail('LEDGER_CHANGED', { runId: batch.runId, head, draftHead: batch.postingHead });
  return [...(head === batch.postingHead ? [] : [changed]), ...reviewedDifferences(batch, reviewed)];
}

/** Every figure in which what somebody saw differs from the draft. */
function reviewedDifferences(batch: BatchInfo, reviewed: ReviewedFigures): ErrorDetail[] {
  const named = (seen: ReviewedFigures) => ({
    manifest_hash: seen.manifestHash,
    rule_lock_hash: seen.ruleLockHash,
    parameters_hash: seen.parametersHash,
    ...figuresOf(seen),
  });
  const found = new Map<string, string | number>(Object.entries(named(reviewed)));
  return Object.entries(named(batch)).flatMap(([field, drafted]) => {
    const seen = found.get(field) ?? '';
    return seen === drafted ? [] : [reviewedDiffers(field, drafted, seen)];
  });
}

/** One such difference. */
export function reviewedDiffers(field: string, drafted: string | number, reviewed: string | number): ErrorDetail {
  return errorDetail('LEDGER_SEEN_DIFFERS', { field, drafted, seen: reviewed });
}
