import { compareLaws, loadShippedRules } from '../../app';
import { explainWord } from '../../messages';
import { type CliContext, say } from '../context';
import { list, object, type Shape, text } from '../declare/answer';
import { command } from '../declare/command';
import { argument } from '../declare/flag';
import * as kind from '../declare/kinds';
import { tableUnder } from '../view';

/** A grant year as a number, a scenario by its name. */
const lawName: Shape<string> = {
  schema: { type: ['integer', 'string'] },
  ending: '',
  encode: (name) => (/^\d{4}$/.test(name) ? Number(name) : name),
};

/** What differs between two laws, grant years or scenarios: calendar, limits, rule modules, rates and their status. */
export const diffCommand = command('rules.diff', {
  input: {
    from: argument('law', '<year>', kind.yearOrScenario),
    to: argument('law', '<other-year>', kind.yearOrScenario),
  },
  run: ({ from, to }, { terminal: { cwd } }) => compareLaws(loadShippedRules(), from, to, cwd),
  json: object({ from: lawName, to: lawName, differences: list(object({ what: text, from: text, to: text })) }),
  text({ from, to, differences }, context) {
    if (differences.length === 0) return say(context, 'rules.no_difference');
    const rows = differences.map((one) => [one.what, inWords(one.from, context), inWords(one.to, context)]);
    return tableUnder(['', from, to], 'lrr', rows, context);
  },
});

/** `185 000 kr (assumed)` in the user's language. */
function inWords(fact: string, context: CliContext): string {
  if (fact === 'missing') return say(context, 'rules.missing');
  return fact.replace(/\((\w+)\)$/, (_, status: string) => `(${explainWord(status, context.language)})`);
}
