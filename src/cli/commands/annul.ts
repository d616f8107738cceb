import { annulRun } from '../../app';
import { annulmentJson, annulmentText } from '../approval/annulment-text';
import { type CliContext, say } from '../context';
import { command } from '../declare/command';
import { argument } from '../declare/flag';
import { text } from '../declare/kinds';
import type { Input } from '../declare/source';
import * as sources from '../flags/sources';

const input = {
  runId: argument('run', '<run>', text),
  reason: sources.requiredReason,
  ...sources.signedAct,
  approvers: sources.hidden(sources.approvers),
  limits: sources.hidden(sources.limits),
} as const;

/** `annul`: proposes to take back the batch posted last; somebody else approves it. */
export const annulCommand = command('annul', {
  examples: ['norsktilskudd annul 2018-T2-0123456789ab --as kari --reason "feil sats"'],
  input,
  run: annul,
});

function annul({ runId, actor, reason, clock, ...settings }: Input<typeof input>, context: CliContext): void {
  const { out } = context.terminal;
  const annulment = annulRun(settings, runId, { actor, reason, ...clock });
  const { already, batch, journalHead: head } = annulment;
  if (context.json) {
    out(`${JSON.stringify({ ...annulmentJson(annulment), already, journal_head: head })}\n`);
    return;
  }
  if (batch.state === 'posted') out(say(context, 'annul.already_annulled', { runId }));
  else {
    out(say(context, already ? 'annul.already_proposed' : 'annul.proposed', { runId, actor: batch.actor }));
    out(annulmentText(annulment, context));
  }
  out(say(context, 'common.journal_head', { head }));
}
