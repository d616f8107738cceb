import type { AnnulmentView } from '../../app';
import { batchStateWord } from '../../messages';
import { type CliContext, say } from '../context';
import { at, kroner, object, text, whole } from '../declare/answer';

/** An annulment for programs: what it takes back. */
export const annulmentFields = {
  run_id: at('batch.runId', text),
  annuls: at('annulled.runId', text),
  state: at('batch.state', text),
  lines: at('annulled.lines', whole),
  lines_total: at('annulled.linesTotalNok', kroner),
  payments: at('annulled.payments', whole),
  paid: at('annulled.paidNok', kroner),
};
export const annulmentJson = object(annulmentFields);

/** What an annulment takes back. */
export function annulmentText({ annulled }: AnnulmentView, context: CliContext): string {
  const { lines, linesTotalNok, payments, paidNok } = annulled;
  return say(context, 'annul.takes_back', { lines, linesTotalNok, payments, paidNok });
}

/** What the approver of an annulment reads. */
export function annulmentPreview(view: AnnulmentView, context: CliContext): string {
  const { batch, annulled, rehearsal } = view;
  const mark = rehearsal ? say(context, 'common.rehearsal') : '';
  const state = batchStateWord(batch.state, context.language);
  const of = { mark, runId: annulled.runId, actor: batch.actor, state, reason: batch.reason };
  return `${say(context, 'annul.preview', of)}${annulmentText(view, context)}`;
}

/** That an annulment has been approved: the run counts no more. */
export function annulledText({ annulled }: AnnulmentView, already: boolean, context: CliContext): string {
  const { runId, lines, linesTotalNok } = annulled;
  return already
    ? say(context, 'annul.already_annulled', { runId })
    : say(context, 'annul.done', { runId, lines, linesTotalNok });
}
