import type { RuleSet } from '../../../rules';
import { compareYears } from '../../app';
import { explainWord } from '../../messages';
import { type CliContext, say } from '../context';
import { textTable } from '../text-table';

/** `rules diff YEAR YEAR`: what differs between two grant years: calendar, limits, rule modules, rates and their status. */
export function diffRules(from: number, to: number, rules: RuleSet, context: CliContext): void {
  const differences = compareYears(rules, from, to);
  const { out } = context.terminal;
  if (context.json) out(`${JSON.stringify({ from, to, differences })}\n`);
  else if (differences.length === 0) out(say(context, 'rules.no_difference'));
  else
    out(
      textTable(
        ['', String(from), String(to)],
        'lrr',
        differences.map(({ what, from: a, to: b }) => [what, inWords(a, context), inWords(b, context)]),
      ),
    );
}

/** `185 000 kr (assumed)` in the user's language. */
function inWords(fact: string, context: CliContext): string {
  if (fact === 'missing') return say(context, 'rules.missing');
  return fact.replace(/\((\w+)\)$/, (_, status: string) => `(${explainWord(status, context.language)})`);
}
