import type { SigningRole } from '../lists/signed-list';
import { textRow } from '../rows-text';
import type { Seen } from './approval-input';

/** What somebody signs: the run, the role, and every figure that they saw. */
export interface ApprovalPayload {
  readonly runId: string;
  readonly role: SigningRole;
  readonly actor: string;
  /** UTC, `2026-11-24T12:00:00Z`. */
  readonly at: string;
  /** Posting head that the draft stands on. */
  readonly postingHead: string;
  readonly seen: Seen;
  /** Hash of the approvers list in force. */
  readonly approversHash: string;
  /** Hash of the rates list in force, empty where there is none. */
  readonly ratesHash: string;
}

/** The text that is signed, format 1: one row a fact, in this order (LEDGER.md, signatures). */
export function approvalPayload(payload: ApprovalPayload): string {
  const { seen } = payload;
  return [
    textRow('norsktilskudd approval', 1),
    textRow('run', payload.runId),
    textRow('role', payload.role),
    textRow('name', payload.actor),
    textRow('at', payload.at),
    textRow('manifest', seen.manifestHash),
    textRow('posting_head', payload.postingHead),
    textRow('rule_lock', seen.ruleLockHash),
    textRow('parameters', seen.parametersHash),
    textRow('payments', seen.payments),
    textRow('paid', seen.paidNok),
    textRow('corrections', seen.correctionsNok),
    textRow('persons_corrected', seen.personsCorrected),
    textRow('held', seen.heldNok),
    textRow('approvers', payload.approversHash),
    textRow('rates', payload.ratesHash),
  ].join('');
}
