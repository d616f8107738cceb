import { continueLedger } from '../../app';
import { messageText } from '../../messages';
import { type CliContext, say } from '../context';
import { command } from '../declare/command';
import type { Input } from '../declare/source';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';

const input = {
  reason: sources.requiredReason,
  neverPaid: FLAGS.neverPaid,
  ...sources.signedAct,
} as const;

/** `continue`: somebody answers by name for a ledger whose note is missing or knows more than the ledger. */
export const continueCommand = command('continue', {
  examples: [
    'norsktilskudd continue --as kari --reason "flyttet til ny disk, kontrollert mot journalhodet"',
    'norsktilskudd continue --never-paid --as kari --reason "banken avviste hele filen"',
  ],
  input,
  run: goOn,
});

function goOn({ actor, reason, clock, neverPaid, ...settings }: Input<typeof input>, context: CliContext): void {
  const { out } = context.terminal;
  const act = { actor, reason, neverPaid, ...clock };
  const { answeredFor, missing: left, journalHead: head } = continueLedger(settings, act);
  if (context.json) {
    const rows = (details: typeof left) => details.map(({ code, params }) => ({ code, ...params }));
    out(`${JSON.stringify({ answered_for: rows(answeredFor), missing: rows(left), journal_head: head })}\n`);
    return;
  }
  if (answeredFor.length === 0) {
    out(say(context, 'continue.ledger_lacks_nothing'));
    return;
  }
  for (const { code, params } of answeredFor) out(`- ${messageText(code, context.language, params)}\n`);
  out(
    left.length === 0
      ? say(context, 'continue.answers_ledger_can', { actor })
      : say(context, 'continue.answers_run_approve', { actor }),
  );
  out(say(context, 'common.journal_head', { head }));
}
