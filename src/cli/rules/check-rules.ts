import { lintRules, lockedIds, RULE_MODULES } from '../../../rules';
import { lockedTables, lockProblemDetail, lockStateOf } from '../../app/rules/lock-state';
import { readRuleInputs } from '../../app/run/rule-inputs';
import { changedTables } from '../../app/tables/refuse-tables';
import { NorsktilskuddError } from '../../domain';
import { messageText } from '../../messages';
import { type CliContext, say } from '../context';

/**
 * `rules check`: frozen rules against their lock, and the linter over rules and rates, those of the user's files on top
 * (exit 4 where something is wrong).
 */
export function checkRules(ratesFiles: readonly string[], context: CliContext): void {
  const { rules } = readRuleInputs(ratesFiles);
  const { problems, locked } = lockStateOf(rules);
  const findings = lintRules(RULE_MODULES, rules.rates.rates, rules.limits);
  for (const { severity, code, params } of findings) {
    context.terminal.err(`${severity}: ${messageText(code, context.language, params)}\n`);
  }
  const details = [
    ...changedTables(),
    ...lockedTables(locked),
    ...problems.map(lockProblemDetail),
    ...findings.filter((finding) => finding.severity === 'error').map(({ code, params }) => ({ code, params })),
  ];
  if (details.length > 0)
    throw new NorsktilskuddError('rule', 'RULES_CHECK_FAILED', { faults: details.length }, details);
  context.terminal.out(
    say(
      context,
      {
        nb: '{rules|frossen regel|frosne regler} er uendret.\n',
        en: '{rules|frozen rule is|frozen rules are} unchanged.\n',
      },
      { rules: lockedIds().length },
    ),
  );
}
