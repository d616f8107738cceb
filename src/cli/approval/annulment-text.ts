import { type AnnulmentView, annulmentOf, type SignAnswer } from '../../app';
import { type CliContext, say } from '../context';
import { nextActText } from './next-act-text';
import { standsBehindJson, standsBehindText } from './stands-behind-text';
import { stateText } from './state-text';

/** An annulment as it is answered under --json: what it takes back. */
export function annulmentJson({ batch, annulled }: AnnulmentView) {
  const { lines, linesTotalNok, payments, paidNok } = annulled;
  const what = { run_id: batch.runId, annuls: annulled.runId, state: batch.state };
  return { ...what, lines, lines_total: linesTotalNok, payments, paid: paidNok };
}

/** What an annulment takes back, and what comes next while it is a draft. */
export function annulmentText({ batch, annulled, next }: AnnulmentView, context: CliContext): string {
  const { lines, linesTotalNok, payments, paidNok } = annulled;
  const takenBack = say(context, 'annul.takes_back', { lines, linesTotalNok, payments, paidNok });
  return batch.state === 'draft' ? `${takenBack}${nextActText(batch.runId, next, context)}\n` : takenBack;
}

/** What the approver of an annulment reads. */
export function annulmentPreview(view: AnnulmentView, context: CliContext): string {
  const { batch, annulled, rehearsal } = view;
  const mark = rehearsal ? say(context, 'common.rehearsal') : '';
  const state = stateText(batch.state, context);
  const of = { mark, runId: annulled.runId, actor: batch.actor, state, reason: batch.reason };
  return `${say(context, 'annul.preview', of)}${annulmentText(view, context)}`;
}

/** Tells that an annulment has been approved: the run counts no more, and how its term is paid. */
export function tellAnnulled(answer: SignAnswer, db: string, context: CliContext): void {
  const { already, batch, behind, journalHead, rehearsal } = answer;
  const { out } = context.terminal;
  const view = annulmentOf(db, batch);
  if (context.json) {
    const stands = { stands_behind: standsBehindJson(behind), journal_head: journalHead };
    out(`${JSON.stringify({ ...annulmentJson(view), already, ...stands })}\n`);
    return;
  }
  const { runId, lines, linesTotalNok, grantYear, term } = view.annulled;
  out(
    already
      ? say(context, 'annul.already_annulled', { runId })
      : say(context, 'annul.done', { runId, lines, linesTotalNok }),
  );
  out(say(context, 'annul.run_again', { grantYear, term }));
  out(standsBehindText(behind, rehearsal, context));
  out(say(context, 'common.journal_head', { head: journalHead }));
}
