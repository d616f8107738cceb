import type { SignAnswer } from '../../app';
import type { SigningRole } from '../../ledger';
import { type CliContext, say } from '../context';
import { folderReadText } from '../folder-read';
import { standsBehindJson, standsBehindText } from './stands-behind-text';

const DONE = {
  runner: 'approval.signed',
  attestant: 'approval.attested',
  approver: 'approval.approved',
} as const;

/** Tells that a draft has been signed or attested, and where the signatures lie. */
export function tellSignature(role: SigningRole, answer: SignAnswer, actor: string, context: CliContext): void {
  const { out } = context.terminal;
  const { already, batch, journalHead, approvalFolder } = answer;
  const { runId } = batch;
  if (context.json) {
    const signed = answer.batch.approvals.map(({ role: name, actor: by }) => ({ role: name, name: by }));
    const json = { run_id: runId, role, name: actor, already, approvals: signed, signatures: approvalFolder ?? null };
    const read = { folder: batch.runFolder, stands_behind: standsBehindJson(answer.behind) };
    out(`${JSON.stringify({ ...json, ...read, journal_head: journalHead })}\n`);
    return;
  }
  const done = say(context, DONE[role]);
  out(
    already
      ? say(context, 'approval.already_done', { runId, done })
      : say(context, 'approval.done_by', { runId, done, actor }),
  );
  out(standsBehindText(answer.behind, answer.rehearsal, context));
  out(folderReadText(batch.runFolder, context));
  if (approvalFolder !== undefined) {
    out(say(context, 'approval.signatures', { approvalFolder }));
  }
  out(say(context, 'common.journal_head', { head: journalHead }));
}
