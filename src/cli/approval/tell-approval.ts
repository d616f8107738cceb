import { openingOf, payeeFaults, type SignAnswer, withheldOf } from '../../app';
import { type CliContext, say } from '../context';
import { folderReadText } from '../folder-read';
import { openingJson } from '../opening/opening-json';
import { openingText } from '../opening/opening-text';
import { tellAnnulled } from './annulment-text';
import { lastPostedJson, lastPostedText } from './last-posted';
import { payeeJson, payeeLines } from './payee-text';
import { standsBehindJson, standsBehindText } from './stands-behind-text';
import { acceptedLines } from './wanted-text';
import { withheldText } from './withheld-text';

/** Tells that a draft has been approved and posted, with what that comes to. */
export function tellApproval(answer: SignAnswer, db: string, context: CliContext): void {
  if (answer.batch.kind === 'opening') tellOpening(answer, db, context);
  else if (answer.batch.kind === 'annulment') tellAnnulled(answer, db, context);
  else tellRun(answer, context);
}

/** An opening batch with its sums: what was taken over. */
function tellOpening(answer: SignAnswer, db: string, context: CliContext): void {
  const { already, batch, journalHead } = answer;
  const { out } = context.terminal;
  const summary = openingOf(db, batch);
  if (context.json) {
    const { runId, lines, payments, paidNok: paid } = batch;
    const sums = {
      run_id: runId,
      already,
      lines,
      payments,
      paid,
      opening: openingJson(summary),
      stands_behind: standsBehindJson(answer.behind),
    };
    out(`${JSON.stringify({ ...sums, journal_head: journalHead })}\n`);
    return;
  }
  const { runId } = batch;
  out(already ? say(context, 'approval.already_posted', { runId }) : say(context, 'approval.posted', { runId }));
  out(openingText(summary, context));
  out(standsBehindText(answer.behind, answer.rehearsal, context));
  out(say(context, 'common.journal_head', { head: journalHead }));
}

function tellRun(answer: SignAnswer, context: CliContext): void {
  const { already, batch, journalHead, lastPosted } = answer;
  const { out } = context.terminal;
  if (context.json) {
    const { runId, lines, payments, paidNok, accepted } = batch;
    const withheld = withheldOf(batch.runFolder).map(({ reason, persons, sumNok }) => ({
      reason,
      persons,
      sum: sumNok,
    }));
    const sums = {
      lines,
      payments,
      paid: paidNok,
      withheld,
      payees: payeeJson(payeeFaults(batch.runFolder)),
      accepted,
      folder: batch.runFolder,
    };
    const last = { last_posted: lastPostedJson(lastPosted), stands_behind: standsBehindJson(answer.behind) };
    out(`${JSON.stringify({ run_id: runId, already, ...last, ...sums, journal_head: journalHead })}\n`);
    return;
  }
  out(lastPostedText(lastPosted, context));
  if (already) out(say(context, 'approval.already_posted', { runId: batch.runId }));
  else {
    const text = 'approval.posted_with_sum';
    const { runId, lines, payments, paidNok } = batch;
    out(say(context, text, { runId, lines, payments, paidNok }));
  }
  out(standsBehindText(answer.behind, answer.rehearsal, context));
  out(folderReadText(batch.runFolder, context));
  const payees = payeeLines(payeeFaults(batch.runFolder), context);
  for (const line of [...payees, ...acceptedLines(batch.accepted, context)]) out(`${line}\n`);
  out(withheldText(withheldOf(batch.runFolder), context));
  out(say(context, 'common.journal_head', { head: journalHead }));
}
