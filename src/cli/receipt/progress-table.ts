import type { StageSum } from '../../app';
import { BATCH_STAGES } from '../../domain';
import { type CliContext, say } from '../context';
import { table } from '../view';

/** Stages with their words; those of drafts come first. */

/** How far each batch has come, a row a stage. */
export function progressTable(
  progress: readonly (StageSum & { readonly runId: string })[],
  context: CliContext,
): string {
  const rows = progress.map(({ runId, stage, payments, amountNok }) => [
    runId,
    stageWord(stage, context),
    payments,
    amountNok,
  ]);
  return table(context, 'status.columns_progress', 'llnk', rows);
}

function stageWord(stage: string, context: CliContext): string {
  const known = BATCH_STAGES.find((name) => name === stage);
  return known === undefined ? stage : say(context, `stage.${known}`);
}
