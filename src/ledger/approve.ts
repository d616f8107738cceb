import { assert, type ErrorDetail, NorsktilskuddError } from '../domain';
import { knownBatch } from './batches';
import { type ActContent, actorKey, writeAct } from './journal';
import { post } from './post';
import { type OpenLedger, postingHead } from './posting-reads';
import type { ActAnswer, ApprovalInput, BatchInfo, Seen } from './types';

/**
 * Approves a draft and posts it, in one transaction. Approving a posted batch again answers "already".
 *
 * @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN; refused LEDGER_DRAFT_ENDED, or LEDGER_APPROVAL_REFUSED with every
 * reason as a detail
 */
export function approve(ledger: OpenLedger, runId: string, approval: ApprovalInput): ActAnswer {
  assert(approval.role !== '' && actorKey(approval.actor) !== '', 'an approval needs a role and a name');
  return ledger.db.transaction(() => {
    const batch = knownBatch(ledger, runId);
    if (batch.state === 'posted') return answerAgain(batch, approval.seen);
    if (batch.state !== 'draft') {
      const { state, supersededBy } = batch;
      throw new NorsktilskuddError('refused', 'LEDGER_DRAFT_ENDED', { runId, state, supersededBy });
    }
    const reasons = reasonsAgainst(ledger, batch, approval);
    if (reasons.length > 0) throw new NorsktilskuddError('refused', 'LEDGER_APPROVAL_REFUSED', { runId }, reasons);
    storeApproval(ledger, batch, approval);
    post(ledger, batch, approval);
    return { already: false, batch: knownBatch(ledger, runId) };
  });
}

function answerAgain(batch: BatchInfo, seen: Seen): ActAnswer {
  if (batch.manifestHash === seen.manifestHash) return { already: true, batch };
  const detail = difference('manifest_hash', batch.manifestHash, seen.manifestHash);
  throw new NorsktilskuddError('refused', 'LEDGER_APPROVAL_REFUSED', { runId: batch.runId }, [detail]);
}

const BLOCKER_CODES: Readonly<Record<string, string>> = {
  NEEDS_ACCEPTANCE: 'LEDGER_NEEDS_ACCEPTANCE',
  STATUS_NOT_PAYABLE: 'LEDGER_STATUS_NOT_PAYABLE',
};

function reasonsAgainst(ledger: OpenLedger, batch: BatchInfo, approval: ApprovalInput): ErrorDetail[] {
  const reasons: ErrorDetail[] = [];
  if (actorKey(approval.actor) === actorKey(batch.actor)) {
    reasons.push({ code: 'LEDGER_RUNNER_CANNOT_APPROVE', params: { actor: batch.actor } });
  }
  const head = postingHead(ledger);
  if (head !== batch.postingHead) {
    reasons.push({ code: 'LEDGER_CHANGED', params: { runId: batch.runId, head, draftHead: batch.postingHead } });
  }
  reasons.push(...seenDifferences(batch, approval.seen));
  if (!ledger.rehearsal) {
    for (const { code, name, status } of batch.blockers) {
      reasons.push({ code: BLOCKER_CODES[code] ?? 'LEDGER_BLOCKED', params: { blocker: code, name, status } });
    }
  }
  return reasons;
}

function seenDifferences(batch: BatchInfo, seen: Seen): ErrorDetail[] {
  const pairs: readonly [string, string | number, string | number][] = [
    ['manifest_hash', batch.manifestHash, seen.manifestHash],
    ['rule_lock_hash', batch.ruleLockHash, seen.ruleLockHash],
    ['parameters_hash', batch.parametersHash, seen.parametersHash],
    ['payments', batch.payments, seen.payments],
    ['paid', batch.paidNok, seen.paidNok],
    ['corrections', batch.correctionsNok, seen.correctionsNok],
    ['persons_corrected', batch.personsCorrected, seen.personsCorrected],
    ['held', batch.heldNok, seen.heldNok],
  ];
  return pairs.filter(([, drafted, found]) => drafted !== found).map((pair) => difference(...pair));
}

function difference(field: string, drafted: string | number, seen: string | number): ErrorDetail {
  return { code: 'LEDGER_SEEN_DIFFERS', params: { field, drafted, seen } };
}

function storeApproval(ledger: OpenLedger, batch: BatchInfo, approval: ApprovalInput): void {
  const journal = writeAct(ledger.db, 'approve', approval, approvalAct(batch.runId, approval.role, batch));
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
}

/** What the journal says of an approval. */
export function approvalAct(
  runId: string,
  role: string,
  seen: Pick<Seen, 'manifestHash' | 'payments' | 'paidNok' | 'correctionsNok' | 'personsCorrected' | 'heldNok'>,
): ActContent {
  return {
    run_id: runId,
    role,
    manifest_hash: seen.manifestHash,
    payments: seen.payments,
    paid: seen.paidNok,
    corrections: seen.correctionsNok,
    persons_corrected: seen.personsCorrected,
    held: seen.heldNok,
  };
}
