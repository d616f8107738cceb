import type { NextAct } from '../../app';
import { type CliContext, say } from '../context';

/** The command as it can be typed once a name, and a key file, are filled in; `more` are further flags. */
export function nextActText(runId: string, { command, needsKey }: NextAct, context: CliContext, more = ''): string {
  const typed = `norsktilskudd ${command} ${runId}`;
  const who = say(context, command === 'sign' ? 'approval.name' : 'approval.other');
  const key = needsKey ? say(context, 'approval.key_flag') : '';
  return say(context, 'approval.next', { typed, who, key, more });
}
