/** What comes next for a draft. */
export interface NextAct {
  readonly command: 'sign' | 'attest' | 'approve';
  readonly needsKey: boolean;
}

interface SigningLedger {
  requiresSignatures(): boolean;
  signaturesOf(runId: string): readonly { readonly role: string }[];
}

/** The next act of an open draft: where the ledger requires signatures, the runner signs, then one attests and one approves. */
export function nextActOf(ledger: SigningLedger, runId: string): NextAct {
  if (!ledger.requiresSignatures()) return { command: 'approve', needsKey: false };
  const given = new Set(ledger.signaturesOf(runId).map(({ role }) => role));
  const command = !given.has('runner') ? 'sign' : !given.has('attestant') ? 'attest' : 'approve';
  return { command, needsKey: true };
}
