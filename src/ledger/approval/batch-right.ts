import type { BatchInfo } from '../drafts/batch-info';
import type { RightAsked } from '../lists/rights';
import type { SigningRole } from '../lists/signed-list';

const STEPS = { runner: 'propose', attestant: 'attest', approver: 'confirm' } as const;

/** What a signature on a batch asks for: what a run pays, or what an annulment takes back. */
export function rightOfBatch({ kind, paidNok, linesTotalNok }: BatchInfo, role: SigningRole): RightAsked {
  const isAnnulment = kind === 'annulment';
  const amountNok = isAnnulment ? linesTotalNok : paidNok;
  return { act: isAnnulment ? 'annulment' : 'run', step: STEPS[role], amountNok };
}
