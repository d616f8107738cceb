import { type CliContext, say } from './context';

/** The examples block that stands first in every help text. */
export function examplesText(context: CliContext, examples: readonly string[]): string {
  const title = say(context, 'help.examples');
  return [title, ...examples.map((example) => `  $ ${example}`), ''].join('\n');
}
