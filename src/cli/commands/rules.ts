import { loadShippedRules } from '../../app';
import { command, commandGroup } from '../declare/command';
import { argument, optionalArgument } from '../declare/flag';
import { path, text, year } from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import { tellRulesCheck } from '../rules/check-rules';
import { diffRules } from '../rules/diff-rules';
import { listRules } from '../rules/list-rules';
import { tellRulesLock } from '../rules/lock-rules';
import { tellExamples } from '../rules/run-examples';
import { showRules } from '../rules/show-rules';

const EXAMPLES = [
  'norsktilskudd rules list',
  'norsktilskudd rules show 2018',
  'norsktilskudd rules show A10',
  'norsktilskudd rules diff 2018 2019',
  'norsktilskudd rules check --rates satser-2019.csv',
  'norsktilskudd rules examples',
];

/** `rules list|check|lock|examples|show|diff`: the rules and figures that ship with the program. */
export const rulesCommand = commandGroup('rules', EXAMPLES, {
  list: command('rules.list', { input: {}, run: (_input, context) => listRules(context) }),
  check: command('rules.check', {
    input: { rates: SETTINGS.rates.alone },
    run: ({ rates }, context) => tellRulesCheck(rates, context),
  }),
  lock: command('rules.lock', {
    input: { sources: FLAGS.sources, frozenThrough: FLAGS.through },
    run: (change, context) => tellRulesLock(change, context),
  }),
  examples: command('rules.examples', {
    input: { file: optionalArgument('exampleTable', '[file]', path) },
    run: ({ file }, context) => tellExamples(file, context),
  }),
  show: command('rules.show', {
    input: { name: argument('ruleName', '<name>', text) },
    run: ({ name }, context) => showRules(name, loadShippedRules(), context),
  }),
  diff: command('rules.diff', {
    input: { from: argument('year', '<year>', year), to: argument('year', '<other-year>', year) },
    run: ({ from, to }, context) => diffRules(from, to, loadShippedRules(), context),
  }),
});
