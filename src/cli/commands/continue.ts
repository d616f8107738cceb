import { continueLedger } from '../../app';
import { messageText } from '../../messages';
import { flatDetail } from '../answers/common';
import { say } from '../context';
import { list, object, text } from '../declare/answer';
import { command } from '../declare/command';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';

/** `continue`: somebody answers by name for a ledger whose note is missing or knows more than the ledger. */
export const continueCommand = command('continue', {
  examples: [
    'norsktilskudd continue --as kari --reason "flyttet til ny disk, kontrollert mot journalhodet"',
    'norsktilskudd continue --never-paid --as kari --reason "banken avviste hele filen"',
  ],
  input: { reason: sources.requiredReason, neverPaid: FLAGS.neverPaid, ...sources.signedAct },
  run: (input) => continueLedger(input, input),
  json: object({ answered_for: list(flatDetail), missing: list(flatDetail), journal_head: text }),
  text({ answeredFor, missing, journalHead }, context, { actor }) {
    if (answeredFor.length === 0) return say(context, 'continue.ledger_lacks_nothing');
    return [
      ...answeredFor.map(({ code, params }) => `- ${messageText(code, context.language, params)}\n`),
      say(context, missing.length === 0 ? 'continue.answers_ledger_can' : 'continue.answers_run_approve', { actor }),
      say(context, 'common.journal_head', { head: journalHead }),
    ];
  },
  next: () => ({}),
});
