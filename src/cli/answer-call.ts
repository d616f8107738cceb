import { CommanderError } from 'commander';
import { takeChangedTables } from '../app';
import { messageText } from '../messages';
import type { CliContext } from './context';
import type { CommandModules } from './declare/command';
import { endWith } from './end-with';
import { makeContext } from './make-context';
import { buildProgram } from './program';
import type { Terminal } from './terminal';

/** Runs one of the commands and returns its exit code (data contract 5); never throws and never ends the process. */
export async function answerCall(
  argv: readonly string[],
  terminal: Terminal,
  modules: CommandModules,
): Promise<number> {
  const context = makeContext(argv, terminal);
  try {
    await buildProgram(argv, context, modules).parseAsync([...argv], { from: 'user' });
    tellChangedTables(context);
    return context.exitCode;
  } catch (cause) {
    if (cause instanceof CommanderError && cause.exitCode === 0) return 0; // Help or version, which has been shown.
    const code = endWith(cause, argv, context);
    tellChangedTables(context);
    return code;
  }
}

/** Whatever the command was: figures that rest on a changed table are not those of the program. */
function tellChangedTables({ terminal, language }: CliContext): void {
  const names = takeChangedTables();
  if (names.length > 0)
    terminal.err(`${messageText('TABLES_ON_DISK_CHANGED', language, { names: names.join(', ') })}\n`);
}
