import type { BatchInfo } from '../drafts/batch-info';
import type { DraftAnswer, DraftInput } from '../drafts/draft-input';
import { recordDraft } from '../drafts/record-draft';
import type { OpenLedger } from '../posting-reads';
import type { ApprovalInput } from './approval-payload';
import { signDraft } from './attest';

/** What the runner signs of a draft that has just been recorded. */
export type RunnerSignature = (batch: BatchInfo) => Omit<ApprovalInput, 'role'>;

/**
 * Records a draft and signs it as its runner: both or neither, so that a run whose signature is refused leaves no draft
 * that somebody could take for one that was checked.
 *
 * @throws NorsktilskuddError those of recordDraft() and signDraft()
 */
export function recordSignedDraft(ledger: OpenLedger, draft: DraftInput, sign: RunnerSignature): DraftAnswer {
  return ledger.db.transaction(() => {
    const answer = recordDraft(ledger, draft);
    const { batch } = signDraft(ledger, draft.runId, sign(answer.batch));
    return { ...answer, batch };
  });
}
