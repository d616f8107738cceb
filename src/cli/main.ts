import { CommanderError } from 'commander';
import colours from 'picocolors';
import { NorsktilskuddError } from '../domain';
import type { CliContext } from './context';
import { reportCrash } from './crash-report';
import { failureJson, failureText } from './failure-report';
import { INTERRUPTED_EXIT_CODE, InterruptedError } from './interruption';
import { languageOf } from './language';
import { buildProgram } from './program';
import { reportSystemFailure, systemFailureOf } from './system-failure';
import { type Terminal, wantsColour } from './terminal';
import { usageError } from './usage-errors';

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
    return context.exitCode;
  } catch (cause) {
    return endWith(cause, argv, context);
  }
}

function makeContext(argv: readonly string[], terminal: Terminal): CliContext {
  const colourFlag = !argv.includes('--no-color');
  return {
    terminal,
    language: languageOf(argv, terminal),
    commandName: 'norsktilskudd',
    exitCode: 0,
    json: argv.includes('--json'),
    outColours: colours.createColors(wantsColour(terminal, 'out', colourFlag)),
    errColours: colours.createColors(wantsColour(terminal, 'err', colourFlag)),
  };
}

function endWith(cause: unknown, argv: readonly string[], context: CliContext): number {
  if (cause instanceof CommanderError) {
    if (cause.exitCode === 0) return 0;
    if (cause.code === 'commander.help') return 2;
    return endWith(usageError(cause, context.commandName), argv, context);
  }
  if (cause instanceof NorsktilskuddError) {
    context.terminal.err(failureText(cause, context));
    if (context.json) context.terminal.out(failureJson(cause, context.language));
    return cause.exitCode;
  }
  if (cause instanceof InterruptedError) {
    context.terminal.err(
      context.language === 'nb' ? 'Avbrutt: ingenting er lagret.\n' : 'Interrupted: nothing was kept.\n',
    );
    return INTERRUPTED_EXIT_CODE;
  }
  const refused = systemFailureOf(cause);
  if (refused) reportSystemFailure(refused, context);
  else reportCrash(cause, argv, context);
  return 1;
}
