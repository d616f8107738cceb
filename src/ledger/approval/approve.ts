import {
  assert,
  type ErrorDetail,
  errorDetail,
  isSamePerson,
  type MessageCode,
  NorsktilskuddError,
} from '../../domain';
import { type AccessHead, accessHeads } from '../access-heads/head-rows';
import { ACCESS_HEADS } from '../access-heads/tables';
import { lastConfirmation } from '../cases/case-reads';
import { type Blocker, figureParams, wantedCode } from '../drafts/accepted';
import type { ActAnswer, BatchInfo } from '../drafts/batch-info';
import { allBatches, findBatch, knownBatch, refuseEnded } from '../drafts/batches';
import { actorKey, type SignedActBy } from '../journal';
import { requireTables } from '../later/later-acts';
import { listInForce, requiresSignatures } from '../lists/lists';
import { rightFault } from '../lists/rights';
import { SIGNING_ROLES } from '../lists/signed-list';
import { type OpenLedger, postingHead } from '../posting-reads';
import { writeSignedAct } from '../signed-acts/write-signed-act';
import { annulmentFaults, letRefusedPass } from './annul';
import { changesSince, reviewedDiffers, storeApproval } from './approval-acts';
import type { ApprovalInput, ReviewedFigures } from './approval-payload';
import { post } from './post';
import { judgeSignature, rightOfBatch } from './signature-rules';
import { signaturesOfBatch } from './signatures';

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
    if (batch.state === 'posted') return answerAgain(batch, approval.reviewed);
    refuseEnded(batch);
    const { signature, reasons: unsigned } = judgeSignature(ledger, batch, 'approver', approval);
    const reasons = [
      ...reasonsAgainst(ledger, batch, approval),
      ...unsigned,
      ...missingSignatures(ledger, batch),
      ...voidSignatures(ledger, batch, approval.at.slice(0, 10)),
    ];
    if (reasons.length > 0) throw new NorsktilskuddError('refused', 'LEDGER_APPROVAL_REFUSED', { runId }, reasons);
    if (approval.access !== undefined) noteAccess(ledger, approval.access, approval);
    if (batch.annuls > 0) letRefusedPass(ledger, batch.annuls, approval);
    storeApproval(ledger, 'approve', batch, approval, signature);
    post(ledger, batch, approval);
    return { already: false, batch: knownBatch(ledger, runId) };
  });
}

/** What keeps an open draft from ever being approved, whoever comes: it has to be made anew. */
export function draftFaults(ledger: OpenLedger, runId: string, day: string): ErrorDetail[] {
  const batch = findBatch(ledger, runId);
  if (batch?.state !== 'draft') return [];
  const head = postingHead(ledger);
  return [
    ...(head === batch.postingHead
      ? []
      : [errorDetail('LEDGER_CHANGED', { runId, head, draftHead: batch.postingHead })]),
    ...overtaken(ledger, batch),
    ...voidSignatures(ledger, batch, day),
  ];
}

function answerAgain(batch: BatchInfo, reviewed: ReviewedFigures): ActAnswer {
  if (batch.manifestHash === reviewed.manifestHash) return { already: true, batch };
  const detail = reviewedDiffers('manifest_hash', batch.manifestHash, reviewed.manifestHash);
  throw new NorsktilskuddError('refused', 'LEDGER_APPROVAL_REFUSED', { runId: batch.runId }, [detail]);
}

const BLOCKER_CODES: Readonly<Record<string, MessageCode>> = {
  NEEDS_ACCEPTANCE: 'LEDGER_NEEDS_ACCEPTANCE',
  NEEDS_REFERENCE: 'LEDGER_NEEDS_REFERENCE',
  STATUS_NOT_PAYABLE: 'LEDGER_STATUS_NOT_PAYABLE',
};

function reasonsAgainst(ledger: OpenLedger, batch: BatchInfo, approval: ApprovalInput): ErrorDetail[] {
  const reasons: ErrorDetail[] = [];
  if (isSamePerson(approval.actor, batch.actor)) {
    reasons.push(errorDetail('LEDGER_RUNNER_CANNOT_APPROVE', { actor: batch.actor }));
  }
  const attestant = batch.approvals.find(({ role }) => role === 'attestant');
  if (attestant && isSamePerson(approval.actor, attestant.actor)) {
    reasons.push(errorDetail('LEDGER_ATTESTANT_CANNOT_APPROVE', { actor: attestant.actor }));
  }
  reasons.push(...changesSince(ledger, batch, approval.reviewed));
  reasons.push(...overtaken(ledger, batch));
  if (!ledger.rehearsal) {
    reasons.push(...batch.blockers.map(reasonOf));
  }
  return reasons;
}

/** Cases have been decided, or money handed over or claimed, since a draft was made. */
function overtaken(ledger: OpenLedger, batch: BatchInfo): ErrorDetail[] {
  if (batch.kind === 'run' && lastConfirmation(ledger) > batch.journal) {
    return [errorDetail('LEDGER_CASES_CHANGED', { runId: batch.runId })];
  }
  const annulled = batch.annuls > 0 ? allBatches(ledger).find(({ posting }) => posting === batch.annuls) : undefined;
  return annulled === undefined ? [] : annulmentFaults(ledger, annulled);
}

/** A blocker as a reason; a fact has a text of its own, with its figures. A rate or an assumption is reported by its name. */
function reasonOf({ code, name, status, figures = {} }: Blocker): ErrorDetail {
  const isFact = code === 'NEEDS_ACCEPTANCE' && status === '' && Object.keys(figures).length > 0;
  const reason = (isFact ? wantedCode(name) : undefined) ?? BLOCKER_CODES[code] ?? 'LEDGER_BLOCKED';
  return errorDetail(reason, { ...(isFact ? figureParams(figures) : {}), blocker: code, name, status });
}

/** Signatures that must stand before the approval where the ledger requires them. */
function missingSignatures(ledger: OpenLedger, batch: BatchInfo): ErrorDetail[] {
  if (!requiresSignatures(ledger.db)) return [];
  const given = signaturesOfBatch(ledger.db, batch.batch).map(({ role }) => role);
  return SIGNING_ROLES.filter((role) => role !== 'approver' && !given.includes(role)).map((role) =>
    errorDetail(role === 'runner' ? 'LEDGER_RUNNER_NOT_SIGNED' : 'LEDGER_NOT_ATTESTED', {
      runId: batch.runId,
      actor: batch.actor,
    }),
  );
}

/**
 * Signatures of a draft that a list adopted since has made void: those of persons whom it no longer has, to whom it gives
 * another key, or from whom it takes the role or the right to so much. Nobody posts on the word of somebody who has been taken off.
 */
function voidSignatures(ledger: OpenLedger, info: BatchInfo, day: string): ErrorDetail[] {
  const { batch, runId } = info;
  const inForce = listInForce(ledger.db, 'approvers', day);
  if (inForce === undefined) return [];
  return signaturesOfBatch(ledger.db, batch)
    .filter(({ approversHash }) => approversHash !== inForce.hash)
    .filter(({ publicKey, role }) => {
      // By key, since one key is one person, whatever the lists call it.
      const person = inForce.list.persons.find((listed) => listed.publicKey === publicKey);
      if (person === undefined || !person.roles.includes(role)) return true;
      return rightFault(inForce.list, person, rightOfBatch(ledger, info, role)) !== undefined;
    })
    .map(({ actor, role }) =>
      errorDetail('LEDGER_SIGNATURE_VOID', { runId, actor, role, version: inForce.list.version }),
    );
}

/**
 * Notes how far the access log has come, with the approval of a batch. What is noted already is not noted again, nor a log
 * that has nothing. The caller holds the transaction.
 */
function noteAccess(ledger: OpenLedger, access: AccessHead, by: SignedActBy): void {
  const last = accessHeads(ledger).at(-1);
  if (last === undefined ? access.rows === 0 : last.head === access.head) return;
  requireTables(ledger, ACCESS_HEADS, by);
  const { rows, head, beginsAnew } = access;
  const content = { access_rows: rows, access_head: head, begins_anew: beginsAnew ? 1 : 0 };
  const journal = writeSignedAct(ledger.db, 'note-access', by, content);
  ledger.db.prepare('INSERT INTO access_heads VALUES (?, ?, ?, ?)').run(journal, ...Object.values(content));
}
