import { basename, join } from 'node:path';
import { programFolder } from '../../app/program-files';
import { readGivenFile } from '../../app/read-given-file';
import { checkExamples } from '../../app/rules/examples/check-examples';
import { loadShippedRules } from '../../app/shipped-rules';
import { NorsktilskuddError } from '../../domain';
import { discardTree, listFolder, makeWorkFolder } from '../../effects';
import { messageText } from '../../messages';
import { type CliContext, say } from '../context';
import { textTable } from '../text-table';

/**
 * `rules examples [FILE]`: works out every example of the shipped tables, or of one file, and compares it with what the
 * table says it must come to.
 *
 * @throws NorsktilskuddError kind `rule`: EXAMPLES_DIFFER
 */
export function runExamples(file: string | undefined, context: CliContext): void {
  const folder = join(programFolder(), 'rules', 'examples');
  const files = file === undefined ? listFolder(folder).map((name) => join(folder, name)) : [file];
  const rules = loadShippedRules();
  const workFolder = makeWorkFolder('examples');
  try {
    const checks = files.map((path) => ({
      path,
      ...checkExamples(readGivenFile(path, 'FILE').toString('utf8'), path, rules, workFolder),
    }));
    tell(checks, context);
  } finally {
    discardTree(workFolder);
  }
}

function tell(
  checks: readonly ({ readonly path: string } & ReturnType<typeof checkExamples>)[],
  context: CliContext,
): void {
  const { out } = context.terminal;
  const examples = checks.reduce((sum, check) => sum + check.examples, 0);
  const differences = checks.flatMap((check) =>
    check.differences.map((difference) => ({ file: basename(check.path), ...difference })),
  );
  if (context.json) out(`${JSON.stringify({ examples, differences })}\n`);
  else {
    const head = say(context, { nb: 'tabell|eksempler|feil', en: 'table|examples|differ' }).split('|');
    const rows = checks.map(({ path, examples: count, differences: wrong }) => [
      basename(path),
      String(count),
      String(wrong.length),
    ]);
    out(textTable(head, 'lrr', rows));
  }
  for (const { file, line, sentence, expected, actual } of differences) {
    const params = { file, line, sentence, expected, actual };
    context.terminal.err(`${messageText('EXAMPLE_DIFFERS', context.language, params)}\n`);
  }
  if (differences.length > 0)
    throw new NorsktilskuddError('rule', 'EXAMPLES_DIFFER', { differences: differences.length, examples });
}
