import { join } from 'node:path';
import {
  compareLock,
  currentLock,
  lintRules,
  lockedIds,
  parseRuleLock,
  RULE_LOCK_FILE,
  RULE_MODULES,
  sourceFileOf,
} from '../../../rules';
import { NorsktilskuddError } from '../../domain';
import { readText } from '../../effects';
import { messageText } from '../../messages';
import { type CliContext, say } from '../context';
import { programFolder } from '../program-files';
import { readRuleInputs } from '../run/rule-inputs';

/**
 * `rules check`: frozen rules against their lock, and the linter over rules and rates, those of the user's files on top
 * (exit 4 where something is wrong).
 */
export function checkRules(ratesFiles: readonly string[], context: CliContext): void {
  const folder = join(programFolder(), 'rules');
  const { rules } = readRuleInputs(ratesFiles);
  const sources = new Map(lockedIds().map((id) => [sourceFileOf(id), readText(join(folder, sourceFileOf(id)))]));
  const problems = compareLock(parseRuleLock(readText(join(folder, RULE_LOCK_FILE))), currentLock(sources, rules));
  const findings = lintRules(RULE_MODULES, rules.rates.rates);
  for (const { severity, code, params } of findings) {
    context.terminal.err(`${severity}: ${messageText(code, context.language, params)}\n`);
  }
  const details = [
    ...problems.map(({ rule, problem }) => ({ code: `RULE_${problem.toUpperCase()}`, params: { rule } })),
    ...findings.filter((finding) => finding.severity === 'error').map(({ code, params }) => ({ code, params })),
  ];
  if (details.length > 0)
    throw new NorsktilskuddError('rule', 'RULES_CHECK_FAILED', { faults: details.length }, details);
  context.terminal.out(
    say(context, {
      nb: `${lockedIds().length} frosne regler er uendret.\n`,
      en: `${lockedIds().length} frozen rules are unchanged.\n`,
    }),
  );
}
