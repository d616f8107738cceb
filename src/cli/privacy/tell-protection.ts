import type { KnownProtection } from '../../app';
import { messageAction, messageText } from '../../messages';
import type { CliContext } from '../context';
import { say } from '../context';

/** Says on standard error why everybody counts as protected, where nobody can tell who is. */
export function tellProtection({ fault }: KnownProtection, context: CliContext): void {
  if (!fault) return;
  const { language, terminal } = context;
  const todo = say(context, 'common.what_do');
  const text = messageText(fault.code, language, fault.params);
  terminal.err(`${text} [${fault.code}]\n  ${todo}: ${messageAction(fault.code, language, fault.params)}\n`);
}
