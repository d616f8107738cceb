import { annulRun } from '../../app';
import { annulmentFields, annulmentText } from '../approval/annulment-text';
import { say } from '../context';
import { flag, object, text } from '../declare/answer';
import { command } from '../declare/command';
import { argument } from '../declare/flag';
import * as kind from '../declare/kinds';
import { runOf } from '../flags/run-id';
import * as sources from '../flags/sources';

/** `annul`: proposes to take back the batch posted last; somebody else approves it. */
export const annulCommand = command('annul', {
  examples: ['norsktilskudd annul 2018-T2-0123456789ab --as kari --reason "feil sats"'],
  input: {
    runId: runOf(argument('run', '<run>', kind.text)),
    reason: sources.requiredReason,
    ...sources.signedAct,
    approvers: sources.hidden(sources.approvers),
    limits: sources.hidden(sources.limits),
  },
  run: (input) => annulRun(input, input),
  json: object({ ...annulmentFields, already: flag, journal_head: text }),
  text(annulment, context, { runId }) {
    const { already, batch, journalHead } = annulment;
    const head = say(context, 'common.journal_head', { head: journalHead });
    if (batch.state === 'posted') return [say(context, 'annul.already_annulled', { runId }), head];
    const proposed = say(context, already ? 'annul.already_proposed' : 'annul.proposed', { runId, actor: batch.actor });
    return [proposed, annulmentText(annulment, context), head];
  },
  next: ({ batch: { runId } }) => ({ runId }),
});
