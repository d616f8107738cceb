import { signAct } from '../../app';
import { tellApproval } from '../approval/tell-approval';
import { command } from '../declare/command';
import { argument } from '../declare/flag';
import { text } from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';

/** `approve`: posts a draft; the one who ran it cannot approve it (data contract 5). */
export const approveCommand = command('approve', {
  examples: ['norsktilskudd approve 2018-T1-0123456789ab --as ola'],
  input: {
    runId: argument('run', '<run>', text),
    ...sources.signedAct,
    approvers: sources.approvers,
    limits: sources.limits,
    reason: FLAGS.reason,
  },
  run({ clock, ...settings }, context) {
    tellApproval(signAct({ ...settings, ...clock, role: 'approver', settings }), settings.db, context);
  },
});
