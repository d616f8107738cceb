import { type ApprovalAnswer, approveRun, signingWarnings } from '../../app';
import { accepted, lastPosted, payee, standsBehind, withheld } from '../answers/common';
import { annulledText, annulmentFields } from '../approval/annulment-text';
import { lastPostedText, payeeLines, standsBehindText, withheldText } from '../approval/approval-text';
import { acceptedLines } from '../approval/wanted-text';
import { type CliContext, say } from '../context';
import { at, flag, kroner, list, object, oneOf, orNull, text, whole } from '../declare/answer';
import { command } from '../declare/command';
import { argument } from '../declare/flag';
import * as kind from '../declare/kinds';
import { mapped } from '../declare/source';
import { FLAGS } from '../flags/flags';
import { runOf } from '../flags/run-id';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { folderReadText } from '../folder-read';
import { openingJson, openingText } from '../opening';

const stand = { stands_behind: at('behind', standsBehind), journal_head: text };
const posted = {
  run_id: at('batch.runId', text),
  already: flag,
  lines: at('batch.lines', whole),
  payments: at('batch.payments', whole),
  paid: at('batch.paidNok', kroner),
  ...stand,
};
const run = object({
  ...posted,
  last_posted: lastPosted,
  withheld: list(withheld),
  payees: list(payee),
  accepted: at('batch.accepted', list(accepted)),
  folder: at('batch.runFolder', text),
});
const opening = object({ ...posted, opening: orNull(openingJson) });
const annulment = object({ ...annulmentFields, already: flag, ...stand });

/** `approve`: posts a draft; the one who ran it cannot approve it (data contract 5). */
export const approveCommand = command('approve', {
  examples: ['norsktilskudd approve 2018-T1-0123456789ab --as ola'],
  input: {
    runId: runOf(argument('run', '<run>', kind.text)),
    ...sources.signedAct,
    acceptClock: mapped(FLAGS.acceptAtApproval, (names) => names.includes('clock')),
    acceptSilence: mapped(FLAGS.acceptAtApproval, (names) => names.includes('silence')),
    acceptAccessLog: mapped(FLAGS.acceptAtApproval, (names) => names.includes('access-log')),
    payment: SETTINGS.payment,
    approvers: sources.approvers,
    limits: sources.limits,
    reason: FLAGS.reason,
  },
  run: (input) => approveRun(input, input),
  json: oneOf([run, opening, annulment], (answer: ApprovalAnswer, to) => {
    if (answer.annulment !== undefined) return annulment.encode({ ...answer, ...answer.annulment }, to);
    return (answer.opening === undefined ? run : opening).encode(answer, to);
  }),
  warnings: signingWarnings,
  text: approvalText,
  next: ({ batch: { runId } }) => ({ runId }),
});

/** What was posted and what that comes to; of an opening what was taken over. */
function approvalText(answer: ApprovalAnswer, context: CliContext): string[] {
  const { already, batch, behind, rehearsal, opening: takenOver, annulment: annulled, journalHead: head } = answer;
  const { runId, lines, payments, paidNok, runFolder } = batch;
  const end = say(context, 'common.journal_head', { head });
  const stands = standsBehindText(behind, rehearsal, context);
  const before = already ? say(context, 'approval.already_posted', { runId }) : undefined;
  if (takenOver !== undefined) {
    return [before ?? say(context, 'approval.posted', { runId }), openingText(takenOver, context), stands, end];
  }
  if (annulled !== undefined) return [annulledText(annulled, already, context), stands, end];
  const notes = [...payeeLines(answer.payees, context), ...acceptedLines(batch.accepted, context)];
  return [
    lastPostedText(answer.lastPosted, context),
    before ?? say(context, 'approval.posted_with_sum', { runId, lines, payments, paidNok }),
    stands,
    folderReadText(runFolder, context),
    ...notes.map((line) => `${line}\n`),
    withheldText(answer.withheld, context),
    end,
  ];
}
