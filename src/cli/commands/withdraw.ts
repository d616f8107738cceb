import { withdrawRun } from '../../app';
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
} as const;

/** `withdraw`: ends a draft that is not to be posted. */
export const withdrawCommand = command('withdraw', {
  examples: ['norsktilskudd withdraw 2018-T1-0123456789ab --as kari --reason "feil uttrekk"'],
  input,
  run: withdraw,
});

function withdraw({ runId, actor, reason, clock, ...settings }: Input<typeof input>, context: CliContext): void {
  const { out } = context.terminal;
  const { already, batch, journalHead: head } = withdrawRun(settings, runId, { actor, reason, ...clock });
  if (context.json) {
    out(`${JSON.stringify({ run_id: batch.runId, state: batch.state, already, journal_head: head })}\n`);
    return;
  }
  out(
    already
      ? say(context, 'withdraw.already_withdrawn', { runId })
      : say(context, 'withdraw.withdrawn', { runId, actor }),
  );
  out(say(context, 'common.journal_head', { head }));
}
