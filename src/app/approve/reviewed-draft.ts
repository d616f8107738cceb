import type { BatchInfo, ReviewedFigures } from '../../ledger';
import { readRuleInputs } from '../run/rule-inputs';
import { hashOfFolder } from './hash-of-folder';

/**
 * What somebody who signs or approves has before them: the folder hashed again, the rules as they are now, and the
 * draft's figures. An opening and an annulment have no folder and no rules of their own.
 *
 * @throws NorsktilskuddError verification RUN_FOLDER_GONE, RUN_FOLDER_CHANGED
 */
export function reviewedDraft(batch: BatchInfo): ReviewedFigures {
  const isRun = batch.kind === 'run';
  return {
    manifestHash: isRun ? hashOfFolder(batch.runFolder) : batch.manifestHash,
    ruleLockHash: isRun ? readRuleInputs([]).ruleLockSha256 : batch.ruleLockHash,
    parametersHash: batch.parametersHash,
    payments: batch.payments,
    paidNok: batch.paidNok,
    correctionsNok: batch.correctionsNok,
    personsCorrected: batch.personsCorrected,
    heldNok: batch.heldNok,
  };
}
