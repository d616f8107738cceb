import { CommanderError } from 'commander';
import { NorsktilskuddError } from '../domain';
import type { CliContext } from './context';
import { reportCrash } from './crash-report';
import { failureJson, failureText } from './failure-report';
import { INTERRUPTED_EXIT_CODE, InterruptedError } from './interruption';
import { reportSystemFailure, systemFailureOf } from './system-failure';
import { usageError } from './usage-errors';

/** Says what a command threw and returns the exit code (data contract 5). */
export function endWith(cause: unknown, argv: readonly string[], context: CliContext): number {
  if (cause instanceof CommanderError) {
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
