import { checkRules, refuseFaults } from '../../app';
import { messageText } from '../../messages';
import { type CliContext, say } from '../context';
import { answer } from '../declare/command';

/** `rules check`: tells what is odd, and ends with exit 4 where something is wrong. */
export function tellRulesCheck(ratesFiles: readonly string[], context: CliContext): void {
  const { findings, faults, frozen } = checkRules(ratesFiles);
  for (const { severity, code, params } of findings) {
    context.terminal.err(`${severity}: ${messageText(code, context.language, params)}\n`);
  }
  refuseFaults(faults);
  answer(
    context,
    () => ({
      frozen_rules: frozen,
      findings: findings.map(({ severity, code, params }) => ({ severity, code, params })),
    }),
    () => say(context, 'rules.frozen_rule_unchanged', { rules: frozen }),
  );
}
