import type { ActBy } from '../journal';

/** What the approver saw. Every figure must be the ledger's own. */
export interface Seen {
  readonly manifestHash: string;
  /** Hash of the rule lock and of the parameters now; the draft's must be the same. */
  readonly ruleLockHash: string;
  readonly parametersHash: string;
  readonly payments: number;
  readonly paidNok: number;
  readonly correctionsNok: number;
  readonly personsCorrected: number;
  readonly heldNok: number;
}

export interface ApprovalInput extends ActBy {
  /** `approver` where there is only one. */
  readonly role: string;
  readonly seen: Seen;
  /** Ed25519 over approvalPayload(), 128 hex digits; asked for where the ledger holds a list of approvers. */
  readonly signature?: string;
}
