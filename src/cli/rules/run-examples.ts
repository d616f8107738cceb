import { runExamples } from '../../app';
import { NorsktilskuddError } from '../../domain';
import { messageText } from '../../messages';
import { type CliContext, say } from '../context';
import { textTable } from '../text-table';

/**
 * `rules examples [FILE]`: tells how the examples came out.
 *
 * @throws NorsktilskuddError kind `rule`: EXAMPLES_DIFFER
 */
export function tellExamples(path: string | undefined, context: CliContext): void {
  const { out } = context.terminal;
  const checks = runExamples(path);
  const examples = checks.reduce((sum, check) => sum + check.examples, 0);
  const differences = checks.flatMap(({ file, differences: wrong }) => wrong.map((one) => ({ file, ...one })));
  if (context.json) out(`${JSON.stringify({ examples, differences })}\n`);
  else {
    const head = say(context, 'rules.columns_table').split('|');
    const rows = checks.map((check) => [check.file, String(check.examples), String(check.differences.length)]);
    out(textTable(head, 'lrr', rows));
  }
  for (const { file, line, sentence, expected, actual } of differences) {
    const params = { file, line, sentence, expected, actual };
    context.terminal.err(`${messageText('EXAMPLE_DIFFERS', context.language, params)}\n`);
  }
  if (differences.length > 0)
    throw new NorsktilskuddError('rule', 'EXAMPLES_DIFFER', { differences: differences.length, examples });
}
