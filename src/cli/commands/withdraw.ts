import { withdrawRun } from '../../app';
import { say } from '../context';
import { at, flag, object, text } from '../declare/answer';
import { command } from '../declare/command';
import { argument } from '../declare/flag';
import * as kind from '../declare/kinds';
import { runOf } from '../flags/run-id';
import * as sources from '../flags/sources';

/** `withdraw`: ends a draft that is not to be posted. */
export const withdrawCommand = command('withdraw', {
  examples: ['norsktilskudd withdraw 2018-T1-0123456789ab --as kari --reason "feil uttrekk"'],
  input: { runId: runOf(argument('run', '<run>', kind.text)), reason: sources.requiredReason, ...sources.signedAct },
  run: (input) => withdrawRun(input, input),
  json: object({ run_id: at('batch.runId', text), state: at('batch.state', text), already: flag, journal_head: text }),
  text: ({ already, journalHead }, context, { runId, actor }) => [
    say(context, already ? 'withdraw.already_withdrawn' : 'withdraw.withdrawn', { runId, actor }),
    say(context, 'common.journal_head', { head: journalHead }),
  ],
  next: () => ({}),
});
