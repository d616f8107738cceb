import { type LockChange, lockRules } from '../../app';
import { type CliContext, say } from '../context';

/** `rules lock`: freezes rules that are new. */
export function tellRulesLock(change: LockChange, context: CliContext): void {
  const { added, frozenThrough } = lockRules(change);
  if (context.json) context.terminal.out(`${JSON.stringify({ added, frozen_through: frozenThrough })}\n`);
  else
    context.terminal.out(
      added.length > 0
        ? say(context, 'rules.frozen', { added: added.join(', ') })
        : say(context, 'rules.every_rule_frozen'),
    );
}
