import type { CliContext } from './context';
import { languageOf } from './language';
import { safeTerminal } from './safe-terminal';
import type { Terminal } from './terminal';

/** What a command of this call is given. */
export function makeContext(argv: readonly string[], outer: Terminal): CliContext {
  const { terminal, red } = safeTerminal(outer, argv);
  return {
    terminal,
    language: languageOf(argv, terminal),
    commandName: 'norsktilskudd',
    exitCode: 0,
    json: argv.includes('--json'),
    red,
  };
}
