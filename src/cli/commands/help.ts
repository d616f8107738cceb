import { helpTopic } from '../../app';
import { say } from '../context';
import { list, object, text } from '../declare/answer';
import { command } from '../declare/command';
import { optionalArgument } from '../declare/flag';
import * as kind from '../declare/kinds';
import { tableUnder } from '../view';

/** `help`: what a code, a command, the files or a year are about. */
export const helpCommand = command('help', {
  examples: [
    'norsktilskudd help A10',
    'norsktilskudd help RESIDENCE_OVERLAP --lang nb',
    'norsktilskudd help files',
    'norsktilskudd help year',
  ],
  input: { topic: optionalArgument('topic', '[topic]', kind.text) },
  run: ({ topic = '' }, { language }) => helpTopic(topic, language),
  json: object({
    topic: text,
    kind: text,
    says: text,
    why: text,
    action: text,
    law: list(text),
    rows: list(list(text)),
  }),
  text({ topic, says, why, action, law, head, rows }, context) {
    const lines = [
      topic === '' ? says : `${topic}: ${says}`,
      why,
      action === '' ? '' : `${say(context, 'common.what_do')}: ${action}`,
      law.length === 0 ? '' : `${say(context, 'help.law')}: ${law.join(', ')}`,
    ].filter((line) => line !== '');
    const table = rows.length === 0 ? '' : `\n${tableUnder(head, 'l'.repeat(head.length), rows, context)}`;
    return `${lines.join('\n')}\n${table}`;
  },
});
