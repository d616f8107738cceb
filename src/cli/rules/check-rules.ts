import { checkRules, refuseFaults } from '../../app/rules/check-rules';
import { messageText } from '../../messages';
import { type CliContext, say } from '../context';

/** `rules check`: tells what is odd, and ends with exit 4 where something is wrong. */
export function tellRulesCheck(ratesFiles: readonly string[], context: CliContext): void {
  const { findings, faults, frozen } = checkRules(ratesFiles);
  for (const { severity, code, params } of findings) {
    context.terminal.err(`${severity}: ${messageText(code, context.language, params)}\n`);
  }
  refuseFaults(faults);
  context.terminal.out(say(context, 'rules.frozen_rule_unchanged', { rules: frozen }));
}
