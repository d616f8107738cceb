import type { CliContext } from './context';
import { languageOf } from './language';
import { safeTerminal } from './safe-terminal';
import type { Terminal } from './terminal';

function ledgerFlag(argv: readonly string[]): string {
  const place = argv.indexOf('--db');
  const file = place < 0 ? argv.find((word) => word.startsWith('--db='))?.slice('--db='.length) : argv[place + 1];
  return file === undefined ? '' : ` --db ${/^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", `'\\''`)}'`}`;
}

/** What a command of this call is given. */
export function makeContext(argv: readonly string[], outer: Terminal): CliContext {
  const { terminal, red } = safeTerminal(outer, argv);
  return {
    terminal,
    language: languageOf(argv, terminal),
    commandName: 'norsktilskudd',
    exitCode: 0,
    json: argv.includes('--json'),
    ledgerFlag: ledgerFlag(argv),
    red,
  };
}
