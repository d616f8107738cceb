import { CommanderError } from 'commander';
import { takeChangedTables } from '../app/tables/changed-tables';
import type { CliContext } from './context';
import { languageOf } from './language';
import { buildProgram } from './program';
import { safeTerminal } from './safe-terminal';
import type { Terminal } from './terminal';

/**
 * Runs one command and returns its exit code (data contract 5); never throws and never ends the process.
 *
 * @param argv arguments after the program's name
 * @example await main(['status', '--db', 'ledger.db'], processTerminal())
 */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  const context = makeContext(argv, terminal);
  try {
    const program = buildProgram(argv, context);
    await program.parseAsync([...argv], { from: 'user' });
    tellChangedTables(context);
    return context.exitCode;
  } catch (cause) {
    if (cause instanceof CommanderError && cause.exitCode === 0) return 0; // Help or version, which has been shown.
    const code = endings().endWith(cause, argv, context);
    tellChangedTables(context);
    return code;
  }
}

/** Says how a command ended that no longer can say it itself; returns the exit code. */
export function endingOf(cause: unknown, argv: readonly string[], terminal: Terminal): number {
  return endings().endWith(cause, argv, makeContext(argv, terminal));
}

function makeContext(argv: readonly string[], outer: Terminal): CliContext {
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

/** Whatever the command was: figures that rest on a changed table are not those of the program. */
function tellChangedTables({ terminal, language }: CliContext): void {
  const names = takeChangedTables();
  if (names.length === 0) return;
  const { messageText }: typeof import('../messages') = require('../messages');
  terminal.err(`${messageText('TABLES_ON_DISK_CHANGED', language, { names: names.join(', ') })}\n`);
}

/** Loaded when a command fails: no other needs the texts of all failures. */
function endings(): typeof import('./end-with') {
  return require('./end-with');
}
