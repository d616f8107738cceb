import type { BatchInfo } from '../drafts/batch-info';
import type { RightAsked } from '../lists/rights';
import type { SigningRole } from '../lists/signed-list';
import type { OpenLedger } from '../posting-reads';

const STEPS = { runner: 'propose', attestant: 'attest', approver: 'confirm' } as const;

/**
 * What a signature on a batch asks for: what a run pays; of an annulment what it takes back, by its lines or as it was to be
 * paid, whichever is more, so that lines that make up for each other hide nothing.
 */
export function rightOfBatch({ db }: OpenLedger, batch: BatchInfo, role: SigningRole): RightAsked {
  const { kind, annuls, paidNok, linesTotalNok } = batch;
  if (kind !== 'annulment') return { act: 'run', step: STEPS[role], amountNok: paidNok };
  const sql = 'SELECT b.paid FROM posting_chain AS c JOIN batches AS b USING (batch) WHERE c.posting = ?';
  const annulledNok = Number(db.prepare(sql).get(annuls)?.[0] ?? 0);
  return { act: 'annulment', step: STEPS[role], amountNok: Math.max(Math.abs(linesTotalNok), annulledNok) };
}
