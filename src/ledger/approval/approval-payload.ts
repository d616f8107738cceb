import type { AccessHead } from '../access-heads/head-rows';
import type { BatchInfo } from '../drafts/batch-info';
import type { SignedActBy } from '../journal';
import type { SigningRole } from '../lists/signed-list';
import { textRow } from '../rows-text';

/** What somebody signs: the run, the role, and every figure that they saw. */
export interface ApprovalPayload {
  readonly runId: string;
  readonly role: SigningRole;
  readonly actor: string;
  /** UTC, `2026-11-24T12:00:00Z`. */
  readonly at: string;
  /** Posting head that the draft stands on. */
  readonly postingHead: string;
  readonly reviewed: ReviewedFigures;
  /** Hash of the approvers list in force. */
  readonly approversHash: string;
  /** Hash of the rates list in force, empty where there is none. */
  readonly ratesHash: string;
}

/** The text that is signed, format 1: one row a fact, in this order (LEDGER.md, signatures). */
export function approvalPayload(payload: ApprovalPayload): string {
  const { reviewed } = payload;
  return [
    textRow('norsktilskudd approval', 1),
    textRow('run', payload.runId),
    textRow('role', payload.role),
    textRow('name', payload.actor),
    textRow('at', payload.at),
    textRow('manifest', reviewed.manifestHash),
    textRow('posting_head', payload.postingHead),
    textRow('rule_lock', reviewed.ruleLockHash),
    textRow('parameters', reviewed.parametersHash),
    ...Object.entries(figuresOf(reviewed)).map(([name, figure]) => textRow(name, figure)),
    textRow('approvers', payload.approversHash),
    textRow('rates', payload.ratesHash),
  ].join('');
}

/** What the approver saw. Every figure must be the ledger's own; the hashes of rule lock and parameters are those of now. */
export type ReviewedFigures = Pick<
  BatchInfo,
  | 'manifestHash'
  | 'ruleLockHash'
  | 'parametersHash'
  | 'payments'
  | 'paidNok'
  | 'correctionsNok'
  | 'personsCorrected'
  | 'heldNok'
>;

/** Figures of it as signed texts, acts and tables name them, in the order of all three. */
export function figuresOf({ payments, paidNok, correctionsNok, personsCorrected, heldNok }: ReviewedFigures) {
  return { payments, paid: paidNok, corrections: correctionsNok, persons_corrected: personsCorrected, held: heldNok };
}

export interface ApprovalInput extends SignedActBy {
  /** `approver` where there is only one. */
  readonly role: string;
  readonly reviewed: ReviewedFigures;
  /** Ed25519 over approvalPayload(), 128 hex digits; asked for where the ledger holds a list of approvers. */
  readonly signature?: string;
  /** How far the access log has come, to be noted with the approval. */
  readonly access?: AccessHead;
}
