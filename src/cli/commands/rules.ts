import {
  checkRules,
  lockRules,
  type NewRule,
  newRule,
  RULE_MODULES,
  refuseFaults,
  runExamples,
  showRule,
} from '../../app';
import { NorsktilskuddError } from '../../domain';
import { messageText, rulebookText } from '../../messages';
import { severity } from '../answers/common';
import { say } from '../context';
import { at, list, object, orNull, record, text, value, whole } from '../declare/answer';
import { command, commandGroup } from '../declare/command';
import { argument, optionalArgument, required } from '../declare/flag';
import * as kind from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import { diffCommand } from '../rules/diff-laws';
import { moduleFields, shownRuleJson, shownRuleText } from '../rules/show-rules';
import { table } from '../view';

/** `rules new`: module, limits, example table and decision entry of the next version of a rule, to be filled in. */
const newCommand = command('rules.new', {
  input: {
    component: argument('ruleComponent', '<component>', kind.component),
    firstGrantYear: required(FLAGS.from),
    folder: FLAGS.rulesFolder,
  },
  run: newRule,
  json: object({ rule: text, before: text, folder: text, files: list(text), limits: list(text) }),
  text: ({ rule, before, folder, files, limits }: NewRule, context) => [
    say(context, 'rules.new_made', { rule, before, folder }),
    ...files.map((file) => `  ${file}\n`),
    say(context, 'rules.new_limits', { limits: limits.join(', ') }),
    say(context, 'rules.new_next', { year: rule.split('@')[1] ?? '' }),
  ],
});

const EXAMPLES = [
  'norsktilskudd rules list',
  'norsktilskudd rules show 2018',
  'norsktilskudd rules show A10',
  'norsktilskudd rules diff 2018 2019',
  'norsktilskudd rules diff 2018 higher.json',
  'norsktilskudd rules check --rates satser-2019.csv',
  'norsktilskudd rules examples',
  'norsktilskudd rules new persontilskudd --from 2027',
];

/** Every rule module with the grant years for which it holds. */
const listCommand = command('rules.list', {
  input: {},
  run: () => ({ modules: RULE_MODULES }),
  json: object({ modules: list(object(moduleFields)) }),
  text({ modules }, context) {
    const rows = modules.map(({ id, firstGrantYear, lastGrantYear, assumptions, sources }) => [
      id,
      `${firstGrantYear}-${lastGrantYear ?? ''}`,
      assumptions.join(' '),
      sources.map((source) => rulebookText(source, context.language)).join(', '),
    ]);
    return table(context, 'rules.columns_rule', 'llll', rows);
  },
});

/** Tells what is odd, and ends with exit 4 where something is wrong. */
const checkCommand = command('rules.check', {
  input: { rates: SETTINGS.rates.alone },
  run({ rates }, { terminal, language }) {
    const check = checkRules(rates);
    for (const { severity: how, code, params } of check.findings) {
      terminal.err(`${how}: ${messageText(code, language, params)}\n`);
    }
    refuseFaults(check.faults);
    return check;
  },
  json: object({
    frozen_rules: at('frozen', whole),
    findings: list(object({ severity, code: text, params: record(value) })),
  }),
  text: ({ frozen: rules }, context) => say(context, 'rules.frozen_rule_unchanged', { rules }),
});

/** Freezes rules that are new. */
const lockCommand = command('rules.lock', {
  input: { sources: FLAGS.sources, frozenThrough: FLAGS.through },
  run: lockRules,
  json: object({ added: list(text), frozen_through: orNull(whole) }),
  text: ({ added }, context) =>
    added.length > 0
      ? say(context, 'rules.frozen', { added: added.join(', ') })
      : say(context, 'rules.every_rule_frozen'),
});

/** How the examples came out; with exit 4 where one differs. */
const examplesCommand = command('rules.examples', {
  input: { file: optionalArgument('exampleTable', '[file]', kind.path) },
  run({ file: wanted }) {
    const checks = runExamples(wanted);
    return {
      checks,
      examples: checks.reduce((sum, check) => sum + check.examples, 0),
      differences: checks.flatMap(({ file, differences }) => differences.map((one) => ({ file, ...one }))),
    };
  },
  json: object({
    examples: whole,
    differences: list(object({ file: text, line: whole, sentence: text, expected: text, actual: text })),
  }),
  text: ({ checks }, context) =>
    table(
      context,
      'rules.columns_table',
      'lrr',
      checks.map(({ file, examples, differences }) => [file, examples, differences.length]),
    ),
  end({ examples, differences }, { terminal, language }) {
    for (const { file, line, sentence, expected, actual } of differences) {
      const params = { file, line, sentence, expected, actual };
      terminal.err(`${messageText('EXAMPLE_DIFFERS', language, params)}\n`);
    }
    if (differences.length === 0) return;
    throw new NorsktilskuddError('rule', 'EXAMPLES_DIFFER', { differences: differences.length, examples });
  },
});

/** `rules list|check|lock|examples|show|diff`: the rules and figures that ship with the program. */
export const rulesCommand = commandGroup('rules', EXAMPLES, {
  list: listCommand,
  check: checkCommand,
  lock: lockCommand,
  examples: examplesCommand,
  show: command('rules.show', {
    input: { name: argument('ruleName', '<name>', kind.text) },
    run: ({ name }) => showRule(name),
    json: shownRuleJson,
    text: shownRuleText,
  }),
  diff: diffCommand,
  new: newCommand,
});
