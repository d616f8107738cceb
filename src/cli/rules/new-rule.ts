import { type NewRule, newRule } from '../../app';
import { say } from '../context';
import { list, object, text } from '../declare/answer';
import { command } from '../declare/command';
import { argument, required } from '../declare/flag';
import * as kind from '../declare/kinds';
import { FLAGS } from '../flags/flags';

/** `rules new`: module, limits, example table and decision entry of the next version of a rule, to be filled in. */
export const newCommand = command('rules.new', {
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
