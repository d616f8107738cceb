import type { RuleSet } from '../../../rules';
import { type GrantYearView, grantYearView } from '../../app/rules/grant-year-view';
import { formatKroner } from '../../domain';
import { explainWord } from '../../messages/explain/explain-text';
import { type CliContext, say } from '../context';
import { textTable } from '../text-table';

interface Difference {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

/** `rules diff YEAR YEAR`: what differs between two grant years: calendar, limits, rule modules, rates and their status. */
export function diffRules(from: number, to: number, rules: RuleSet, context: CliContext): void {
  const differences = differencesOf(grantYearView(rules, from), grantYearView(rules, to));
  const { out } = context.terminal;
  if (context.json) out(`${JSON.stringify({ from, to, differences })}\n`);
  else if (differences.length === 0) out(say(context, { nb: 'Ingen forskjell.\n', en: 'No difference.\n' }));
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
  if (fact === 'missing') return say(context, { nb: 'mangler', en: 'missing' });
  return fact.replace(/\((\w+)\)$/, (_, status: string) => `(${explainWord(status, context.language)})`);
}

function differencesOf(from: GrantYearView, to: GrantYearView): Difference[] {
  const before = facts(from);
  const after = facts(to);
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names
    .map((what) => ({ what, from: before.get(what) ?? '-', to: after.get(what) ?? '-' }))
    .filter((difference) => difference.from !== difference.to);
}

/** Everything about a grant year by a name that is the same in every year. */
function facts(view: GrantYearView): Map<string, string> {
  const all = new Map([['calendar', view.calendar ?? '-']]);
  for (const { key, value } of view.limits) all.set(key, value);
  for (const { component, module, cells } of view.components) {
    all.set(component, module);
    for (const { key, rateClass, rate } of cells) {
      all.set(`${key}/${rateClass}`, rate ? `${formatKroner(rate.valueNok)} (${rate.status})` : 'missing');
    }
  }
  return all;
}
